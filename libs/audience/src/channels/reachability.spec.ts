import { isReachableOn } from './reachability.rules.js';

const denied = { state: 'denied', at: 1, source: 'api' } as const;

describe('a customer', () => {
  it.each([
    ['email', { email: 'ada@example.com' }, {}, true],
    ['email', { email: 'ada' }, {}, false],
    ['email', {}, {}, false],
    ['email', { email: 'ada@example.com' }, { consents: { email: { '*': denied } } }, false],
    ['email', { email: 'ada@example.com' }, { consents: { sms: { '*': denied } } }, true],
    ['sms', { phone: '+33612345678' }, {}, true],
    ['whatsapp', { phone: '+33612345678' }, {}, true],
    ['sms', { phone: '0612345678' }, {}, false],
    ['push', {}, { devices: [{ token: 't', platform: 'ios' as const }] }, true],
    ['push', {}, { devices: [{ token: 't', platform: 'web' as const }] }, false],
    ['web-push', {}, { devices: [{ token: 't', platform: 'web' as const }] }, true],
    ['pigeon', { pigeon: 'grey' }, {}, false],
  ])('on %s with %j and %j: %s', (channel, traits, profile, expected) => {
    expect(isReachableOn(channel, { traits, profile })).toBe(expected);
  });
});
