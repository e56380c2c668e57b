import { addressOf } from './principal.js';

describe('the address of a caller', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['', 'unknown'],
    ['<script>', 'unknown'],
    ['9'.repeat(5_000), 'unknown'],
  ])('told as %s is %s', (told, address) => {
    expect(addressOf(told)).toBe(address);
  });
});
