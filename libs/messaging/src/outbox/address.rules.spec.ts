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

  it.each([
    ['sms', { phone: '+33612345678' }, '+33612345678'],
    ['sms', { phone: '06 12 34 56 78', country: 'FR' }, '+33612345678'],
    ['sms', { phone: '06 12 34 56 78' }, undefined],
    ['sms', { phone: 'call me' }, undefined],
    ['chat', { chat_id: 4711 }, '4711'],
    ['chat', { chat_id: 'a\nb' }, undefined],
    ['letter', { address: '12 rue des Lilas\n\n75011 Paris ' }, '12 rue des Lilas\n75011 Paris'],
    ['letter', { address: 'somewhere' }, undefined],
    ['letter', { address: { street: '12 rue des Lilas', city: 'Paris' } }, '12 rue des Lilas\nParis'],
    [
      'letter',
      { name: 'Ada', address: { line1: 'A', line2: 'B', postal_code: 75011, city: 'Paris', country: 'FR' } },
      'Ada\nA\nB\n75011 Paris\nFR',
    ],
    ['letter', { address: { street: '12 rue des Lilas' } }, undefined],
    ['letter', { address: { street: 'x\r\n\u0000y', city: 'Paris' } }, undefined],
    ['push', {}, undefined],
  ])('by %s, of %j is %j', (channel, traits, address) => {
    expect(addressFor(channel, { traits })).toBe(address);
  });

  it('of notifications is the device that came last; of webhooks the id', () => {
    const devices = [
      { token: 'a', platform: 'ios' },
      { token: 'b', platform: 'android' },
      { token: 'c', platform: 'web' },
    ] as const;
    expect(addressFor('push', { traits: {}, devices })).toBe('b');
    expect(addressFor('web-push', { traits: {}, devices })).toBe('c');
    expect(addressFor('webhook', { traits: {}, id: 'c-1' })).toBe('c-1');
  });
});
