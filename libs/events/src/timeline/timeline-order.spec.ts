import { Database, dataSourceOptions, openDataSource, type Sql } from '@parcours/database';
import * as fc from 'fast-check';

import { beyond, boundOf, comparePlaces, type Direction, type Place, readPlace } from './timeline-order.js';

const place = fc.record({
  at: fc.integer({ min: 0, max: 4 }),
  source: fc.constantFrom(10, 20, 30),
  id: fc.integer({ min: 1, max: 4 }),
  sub: fc.integer({ min: 0, max: 2 }),
});

/** Asks a database what the SQL of a bound says of a place. */
async function isBeyond(sql: Sql, row: Place, { after, direction }: { after: Place; direction: Direction }) {
  const bound = boundOf(after, row.source, direction);
  const [clause] = beyond(bound, direction, { at: 'at', id: 'id', sub: 'sub' });
  const found = await sql.select<{ yes: number }>(
    `SELECT ${clause!.text} AS yes FROM (SELECT ? AS at, ? AS id, ? AS sub) place`,
    [...clause!.parameters, row.at, row.id, row.sub],
  );
  return found[0]?.yes === 1;
}

describe('the order of a timeline', () => {
  let database: Database;
  beforeAll(async () => {
    const location = { kind: 'sqlite', file: ':memory:', synchronous: 'off' } as const;
    database = new Database(await openDataSource(await dataSourceOptions(location)));
  });
  afterAll(() => database.dataSource.destroy());

  it.each<Direction>(['descending', 'ascending'])(
    '%s, goes on behind a place where the merged order does',
    async (direction) => {
      await fc.assert(
        fc.asyncProperty(place, place, async (row, after) => {
          expect(await isBeyond(database.sql, row, { after, direction })).toBe(
            comparePlaces(row, after, direction) > 0,
          );
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
