import { circleThrough } from './nesting.rules.js';

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
