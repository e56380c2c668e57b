import { addressFor } from './address.rules.js';

describe('the address of a customer', () => {
  it.each(['ada@example.com', 'a.b+c@sub.example.co', 'żółw@przykład.pl', "o'hara@example.com"])(
    'can be %s',
    (email) => {
      expect(addressFor('email', { traits: { email } })).toBe(email);
    },
  );

  it.each([
    '',
    'ada',
    'ada@example',
    '@example.com',
    'ada@@example.com',
    'a b@example.com',
    'ada@example.com\r\nBcc: x@example.com',
    'ada@example.com,eve@example.com',
    'Ada <ada@example.com>',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    42,
    null,
    ['ada@example.com'],
    { address: 'ada@example.com' },
  ])('cannot be %j', (email) => {
    expect(addressFor('email', { traits: { email } })).toBeUndefined();
  });

  it('is none on a channel that nobody knows, whatever its name', () => {
    expect(addressFor('sms', { traits: { email: 'ada@example.com' } })).toBeUndefined();
    expect(addressFor('constructor', { traits: { email: 'ada@example.com' } })).toBeUndefined();
    expect(addressFor('email', { traits: {} })).toBeUndefined();
  });
});
