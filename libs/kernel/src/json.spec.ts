import { canonicalJson, isJsonObject, mergePatch, pointer, readPath } from './json.js';

describe('a JSON pointer', () => {
  it('escapes the signs that have a meaning in it', () => {
    expect(pointer('steps', 'a/b', '~x', 0)).toBe('/steps/a~1b/~0x/0');
    expect(pointer()).toBe('');
  });
});

describe('a path', () => {
  const value = { address: { city: 'Paris' }, items: [{ sku: 'a' }], empty: null };

  it.each([
    ['address.city', 'Paris'],
    ['items.0.sku', 'a'],
    ['items.length', 1],
    ['empty', null],
    ['address.zip', undefined],
    ['empty.more', undefined],
    ['address.city.length', undefined],
  ])('%s reads %p', (path, found) => {
    expect(readPath(value, path)).toEqual(found);
  });

  it.each(['constructor', '__proto__', 'address.constructor.name', 'toString', 'items.map'])(
    'never reaches a prototype by %s',
    (path) => {
      expect(readPath(value, path)).toBeUndefined();
    },
  );
});

describe('a merge patch', () => {
  // The examples of RFC 7396, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('turns %j by %j into %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it('leaves what it was given as it is', () => {
    const target = { a: { b: 1 } };
    mergePatch(target, { a: { b: 2 } });
    expect(target).toEqual({ a: { b: 1 } });
  });

  it('makes an own member of __proto__, and no prototype', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"admin":true}}'));
    expect(Reflect.get(merged as object, 'admin')).toBeUndefined();
    expect(Object.hasOwn(merged as object, '__proto__')).toBe(true);
  });
});

describe('canonical JSON', () => {
  it('is one text for equal documents', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe('{"b":[{"c":2,"d":1}]}');
    expect(canonicalJson({ é: 1, z: 2, É: 3 })).toBe('{"z":2,"É":3,"é":1}');
  });
});

describe('a JSON object', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['x', false],
    [undefined, false],
  ])('%p: %p', (value, isOne) => {
    expect(isJsonObject(value)).toBe(isOne);
  });
});
