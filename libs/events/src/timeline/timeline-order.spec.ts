import * as fc from 'fast-check';

import { beyond, boundOf, comparePlaces, type Direction, type Place, readPlace } from './timeline-order.js';

const place = fc.record({
  at: fc.integer({ min: 0, max: 4 }),
  source: fc.constantFrom(10, 20, 30),
  id: fc.integer({ min: 1, max: 4 }),
  sub: fc.integer({ min: 0, max: 2 }),
});

/** Does to a place what the SQL of a bound says. */
function isBeyond(row: Place, after: Place, direction: Direction): boolean {
  const bound = boundOf(after, row.source, direction);
  const [clause] = beyond(bound, direction, { at: 'at', id: 'id', sub: 'sub' });
  const values = [...(clause?.parameters ?? [])].map(Number);
  const script = (clause?.text ?? 'true')
    .replaceAll('?', () => String(values.shift()))
    .replaceAll(/(?<![<>])=/g, '===')
    .replaceAll('AND', '&&')
    .replaceAll('OR', '||')
    .replaceAll(/\b(at|id|sub)\b/g, (name) => String(row[name as 'at']));
  return Boolean(new Function(`return ${script}`)());
}

describe('the order of a timeline', () => {
  it.each<Direction>(['descending', 'ascending'])(
    '%s, goes on behind a place where the merged order does',
    (direction) => {
      fc.assert(
        fc.property(place, place, (row, after) => {
          expect(isBeyond(row, after, direction)).toBe(comparePlaces(row, after, direction) > 0);
        }),
        { numRuns: 2_000 },
      );
    },
  );

  it('is total: two places are one, or one comes first in either direction', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const isSame = JSON.stringify(a) === JSON.stringify(b);
        expect(comparePlaces(a, b, 'descending') === 0).toBe(isSame);
        expect(Math.sign(comparePlaces(a, b, 'ascending'))).toBe(
          -Math.sign(comparePlaces(a, b, 'descending')) + 0,
        );
      }),
    );
  });

  it.each([
    [1, '10.5.0', { at: 1, source: 10, id: 5, sub: 0 }],
    [1, '10.5', undefined],
    [1, '10.-5.0', undefined],
    ['1', '10.5.0', undefined],
    [1, 7, undefined],
    [1, '10.5.0 OR 1=1', undefined],
  ])('reads %j and %j of a cursor', (at, text, expected) => {
    expect(readPlace(at, text)).toEqual(expected);
  });
});
