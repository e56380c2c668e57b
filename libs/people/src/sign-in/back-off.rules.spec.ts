import { ACCOUNT_BACK_OFF, LONGEST_WAIT_MS, networkOf, waitAfter } from './back-off.rules.js';

describe('the back-off of failed sign-ins (F3)', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1_000],
    [6, 2_000],
    [10, 32_000],
    [15, LONGEST_WAIT_MS],
    [1_000_000, LONGEST_WAIT_MS],
  ])('after %d failures is %d ms', (failures, ms) => {
    expect(waitAfter(failures, ACCOUNT_BACK_OFF)).toBe(ms);
  });

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
