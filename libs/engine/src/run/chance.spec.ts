import { chanceOf } from './chance.js';

const customers = Array.from({ length: 20_000 }, (_, at) => `c-${String(at)}`);
const share = (names: readonly string[], hit: (name: string) => boolean) =>
  names.filter(hit).length / names.length;

describe('chance', () => {
  it('is the same for the same names, for ever', () => {
    expect(chanceOf('welcome', 'split', 'c-17')).toBe(chanceOf('welcome', 'split', 'c-17'));
    expect(chanceOf('welcome', 'split', 'c-17')).toBeCloseTo(0.17355722, 8);
  });

  it('is spread evenly over customers', () => {
    for (const below of [0.05, 0.25, 0.5, 0.9]) {
      expect(share(customers, (id) => chanceOf('j', 's', id) < below)).toBeCloseTo(below, 1);
    }
  });

  it('of one step says nothing of another’s, nor of the same step in another journey', () => {
    const first = customers.filter((id) => chanceOf('j', 'a', id) < 0.5);
    expect(share(first, (id) => chanceOf('j', 'b', id) < 0.5)).toBeCloseTo(0.5, 1);
    expect(share(first, (id) => chanceOf('k', 'a', id) < 0.5)).toBeCloseTo(0.5, 1);
  });

  it('keeps names apart however they are cut', () => {
    expect(chanceOf('a', 'bc')).not.toBe(chanceOf('ab', 'c'));
  });
});
