import { assertMatch, matches } from './etag.js';

describe('ETags', () => {
  it.each([
    ['"3"', 3, true],
    ['W/"3"', 3, true],
    ['"1", "3"', 3, true],
    ['*', 3, true],
    ['"4"', 3, false],
    ['3', 3, false],
    ['*', undefined, false],
    ['"3"', undefined, false],
  ])('%s names the tag %s: %s', (header, tag, expected) => {
    expect(matches(header, tag)).toBe(expected);
  });

  it('let a change without If-Match pass', () => {
    expect(() => {
      assertMatch(undefined, 3);
    }).not.toThrow();
  });

  it('stop a change made on a stale view', () => {
    expect(() => {
      assertMatch('"2"', 3);
    }).toThrow(expect.objectContaining({ code: 'http.stale', status: 412 }));
  });
});
