import {
  isSameSecret,
  isTimely,
  jsonIn,
  jsonObjectIn,
  listAt,
  numberAt,
  presentTexts,
  textAt,
} from './index.js';

const HOUR_MS = 3_600_000;

describe('what a callback is signed with (A7)', () => {
  it('is the same secret, or not', () => {
    expect(isSameSecret('secret', 'secret')).toBe(true);
    expect(['secret2', 'SECRET', '', undefined].map((given) => isSameSecret(given, 'secret'))).toEqual(
      Array(4).fill(false),
    );
  });

  it.each([
    [0, true],
    [300_000, true],
    [300_001, false],
    [-8 * HOUR_MS - 300_000, true],
    [-8 * HOUR_MS - 300_001, false],
    [NaN, false],
  ])('is believed %d ms from now: %p', (offset, expected) => {
    const now = 1_700_000_000_000;
    expect(isTimely(now + offset, { now, sentForMs: 8 * HOUR_MS })).toBe(expected);
  });
});

describe('what is read of an answer', () => {
  it('is absent where there is no such thing', () => {
    const value = jsonIn('{"errors":[{"message":"no","code":7}]}');
    expect(textAt(value, 'errors.0.message')).toBe('no');
    expect(textAt(value, 'errors.0.code')).toBeUndefined();
    expect(numberAt(value, 'errors.0.code')).toBe(7);
    expect(numberAt(value, 'errors.0.message')).toBeUndefined();
    expect(listAt(value, 'errors')).toHaveLength(1);
    expect(listAt(value, 'errors.0')).toEqual([]);
    expect(presentTexts({ a: 'x', b: '', c: undefined })).toEqual({ a: 'x' });
    expect(jsonIn('<html>')).toBeUndefined();
    expect([jsonObjectIn('<html>'), jsonObjectIn('[1]'), jsonObjectIn('{"a":1}')]).toEqual([
      {},
      {},
      { a: 1 },
    ]);
  });
});
