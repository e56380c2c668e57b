import * as fc from 'fast-check';

import { treeDefects } from './tree-defects.js';

const LIMITS = { depth: 3, size: 40 };

describe('what no schema says of a value', () => {
  it.each<[string, unknown]>([
    ['a text', 'x'.repeat(39)],
    ['null', null],
    ['three levels', { a: { b: { c: 1 } } }],
    ['three levels of lists', [[[1, 2]]]],
    ['a member constructor that is a text', { constructor: 'x' }],
    ['half an emoji', { a: '\ud83d' }],
  ])('%s has none', (_what, value) => {
    expect(treeDefects(value, LIMITS)).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['four levels', { a: { b: { c: { d: 1 } } } }, '/a/b/c', 'schema.too-deep'],
    ['four levels of lists', [[1], [[[2]]]], '/1/0/0', 'schema.too-deep'],
    ['a long text', { a: 'x'.repeat(40) }, '', 'schema.too-large'],
    ['a long name', { ['x'.repeat(40)]: 1 }, '', 'schema.too-large'],
    ['many values', Array.from({ length: 41 }, () => 0), '', 'schema.too-large'],
    ['a NUL character', { a: ['b', 'c\0'] }, '/a/1', 'schema.nul-character'],
    ['a member __proto__', JSON.parse('{"a":{"__proto__":1}}'), '/a/__proto__', 'schema.forbidden-member'],
    ['constructor.prototype', { constructor: { prototype: 1 } }, '/constructor', 'schema.forbidden-member'],
  ])('%s is one', (_what, value, pointer, code) => {
    expect(treeDefects(value, LIMITS)).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('are looked for no deeper than the limit, and told twenty times at the most', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(treeDefects(deep, LIMITS)).toHaveLength(1);
    const many = Array.from({ length: 100 }, () => '\0');
    expect(treeDefects(many, { depth: 3, size: 1_000 })).toHaveLength(20);
  });

  it('have none, whatever the value, within wide limits', () => {
    const limits = { depth: 100, size: 1_000_000 };
    const harmless = fc
      .jsonValue()
      .filter((value) => !/\\u0000|__proto__|prototype/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(harmless, (value) => {
        expect(treeDefects(value, limits)).toEqual([]);
      }),
    );
  });
});
