import type { JsonObject } from '@parcours/kernel';

import { traitDefects, TRAITS_SIZE_MAX } from './trait-bounds.rules.js';

const seen = (traits: JsonObject) => traitDefects(traits).map(({ code, pointer }) => [code, pointer]);

/** Traits that are this many characters of JSON, in texts of this character. */
function ofSize(size: number, character: string): JsonObject {
  const texts: string[] = [];
  const frame = JSON.stringify({ texts: ['', '', '', '', ''] }).length;
  const each = JSON.stringify(character).length - 2;
  let left = Math.floor((size - frame) / each);
  for (let at = 0; at < 5; at++) {
    const length = at === 4 ? left : Math.min(left, 65_000);
    texts.push(character.repeat(length));
    left -= length;
  }
  return { texts };
}

describe('the bounds of traits', () => {
  it('says where each defect is, whatever came before it', () => {
    expect(
      seen({
        plan: 'pro',
        address: { lines: ['ok', '\0', { city: '\ud800' }], '': 1 },
        'a/b': { constructor: { x: 1 }, fine: 'yes' },
        last: 'x'.repeat(65_537),
      }),
    ).toEqual([
      ['audience.trait-not-text', '/traits/address/lines/1'],
      ['audience.trait-not-text', '/traits/address/lines/2/city'],
      ['audience.trait-name', '/traits/address'],
      ['audience.trait-name', '/traits/a~1b'],
      ['audience.trait-too-long', '/traits/last'],
    ]);
  });

  it.each(['x', '"', '\u0001', 'é'])('measures what is written, of texts of %j', (character) => {
    const most = ofSize(TRAITS_SIZE_MAX, character);
    expect(JSON.stringify(most).length).toBeLessThanOrEqual(TRAITS_SIZE_MAX);
    expect(seen(most)).toEqual([]);
    const more = { ...most, more: 'x'.repeat(8) };
    expect(JSON.stringify(more).length).toBeGreaterThan(TRAITS_SIZE_MAX);
    expect(seen(more)).toEqual([['audience.traits-too-large', '/traits']]);
  });

  it.each([0, -1.2345678901234567e-300, true, null])('measures many of %p', (value) => {
    const counted = Array<typeof value>(100_000).fill(value);
    const isTooLarge = JSON.stringify({ counted }).length > TRAITS_SIZE_MAX;
    expect(seen({ counted })).toEqual(isTooLarge ? [['audience.traits-too-large', '/traits']] : []);
  });
});
