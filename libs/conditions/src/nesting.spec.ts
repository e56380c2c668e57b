import { circleThrough, membershipCircles } from './nesting.js';

function inner(map: Readonly<Record<string, readonly string[]>>) {
  return (segment: string) => map[segment] ?? [];
}

describe('segments in segments', () => {
  it('have no circle when they only share parts', () => {
    expect(circleThrough('a', 'b', inner({ b: ['c', 'd'], c: ['e'], d: ['e'] }))).toBeUndefined();
  });

  it('have one of one', () => {
    expect(circleThrough('a', 'a', inner({}))).toEqual(['a', 'a']);
  });

  it('have one through others, told in order', () => {
    expect(circleThrough('a', 'b', inner({ b: ['x', 'c'], c: ['a'] }))).toEqual(['a', 'b', 'c', 'a']);
  });

  it('end where others go in circles', () => {
    expect(circleThrough('a', 'b', inner({ b: ['c'], c: ['b'] }))).toBeUndefined();
  });
});

describe('segments and personas in each other', () => {
  const published: Readonly<Record<string, object>> = {
    'segment/b': { condition: { all: [{ trait: 'x', is: 1 }, { not: { persona: 'p' } }] } },
    'persona/p': { membership: { segment: 'c' } },
    'segment/c': { customers: ['c-1'], within: ['a'] },
  };
  const circles = (document: object) =>
    membershipCircles(
      { kind: 'segment', key: 'a', document: { ...document } },
      (kind, key) => published[`${kind}/${key}`],
    );

  it('have a circle through conditions, personas and lists alike', () => {
    expect(circles({ except: ['b'] })).toEqual([{ pointer: '/except/0', way: ['a', 'b', 'p', 'c', 'a'] }]);
  });

  it('of the same key are not the same', () => {
    expect(circles({ condition: { persona: 'a' } })).toEqual([]);
  });
});
