import { retryAfterMs } from './retry-after.js';

describe('Retry-After', () => {
  it('is seconds or a date', () => {
    expect(retryAfterMs('120', 0)).toBe(120_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:01:00 GMT', 10_000)).toBe(50_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:00 GMT', 10_000)).toBe(0);
  });

  it.each([undefined, '', 'soon', '-5', '99999999999'])('%p says nothing', (header) => {
    expect(retryAfterMs(header, 0)).toBeUndefined();
  });
});
