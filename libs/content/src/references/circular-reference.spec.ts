import type { Reference } from '../types/content-type.js';
import { findCircle } from './circular-reference.js';

const to = (key: string): Reference => ({ type: 't', key, pointer: `/${key}` });

/** `a: 'bc'`: a refers to b and c. */
function circleIn(graph: Readonly<Record<string, string>>): string | undefined {
  const references = (key: string) => Array.from(graph[key] ?? '').map(to);
  const start = { type: 't', key: 'a', references: references('a') };
  return findCircle(start, (_type, key) => references(key))
    ?.path.map(({ key }) => key)
    .join('');
}

describe('a circular reference', () => {
  it.each([
    [{ a: 'a' }, 'a'],
    [{ a: 'b', b: 'a' }, 'ba'],
    [{ a: 'bc', b: '', c: 'd', d: 'a' }, 'cda'],
    [{ a: 'bc', b: 'c', c: 'a' }, 'ca'],
    [{ a: 'b', b: 'c', c: 'b' }, undefined],
    [{ a: 'bc', b: 'd', c: 'd' }, undefined],
    [{}, undefined],
  ])('in %j is %s', (graph, circle) => {
    expect(circleIn(graph)).toBe(circle);
  });

  it('is found among things of another type with the same key only when the type agrees', () => {
    const start = { type: 't', key: 'a', references: [{ type: 'u', key: 'a', pointer: '/x' }] };
    expect(findCircle(start, () => [])).toBeUndefined();
  });
});
