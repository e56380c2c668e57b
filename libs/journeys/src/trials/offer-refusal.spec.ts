import type { ContentSnapshot } from '@parcours/content';

import { offerRefusal } from './offer-refusal.rules.js';

const OFFERS: Readonly<Record<string, object>> = {
  plain: {},
  spring: { validFrom: '2026-03-01T00:00:00Z', validUntil: '2026-04-01T00:00:00Z' },
  once: { timesPerCustomer: 1 },
  loyal: { eligibility: { trait: 'orders', gte: 3 } },
};
// A snapshot of which only the look-up by key is asked.
const content = {
  byKey: (_type: object, key: string) => OFFERS[key] && { document: OFFERS[key] },
} as unknown as ContentSnapshot;
const refusal = (key: string, now: string, traits = {}, made = 0) =>
  offerRefusal(content, key, { traits, now: Date.parse(now), made });

describe('whether a customer can have an offer', () => {
  it.each([
    ['plain', '2026-01-01T00:00:00Z', undefined],
    ['gone', '2026-01-01T00:00:00Z', 'not-published'],
    ['spring', '2026-02-28T23:59:59Z', 'not-yet-valid'],
    ['spring', '2026-03-01T00:00:00Z', undefined],
    ['spring', '2026-03-31T23:59:59Z', undefined],
    ['spring', '2026-04-01T00:00:00Z', 'over'],
  ])('follows when it is published and valid: %s at %s is %s', (key, now, expected) => {
    expect(refusal(key, now)).toBe(expected);
  });

  it('follows from how often they were made it', () => {
    const at = '2026-01-01T00:00:00Z';
    expect([refusal('once', at, {}, 0), refusal('once', at, {}, 1), refusal('plain', at, {}, 9)]).toEqual([
      undefined,
      'made-often-enough',
      undefined,
    ]);
  });

  it('follows from what is known of them', () => {
    const at = '2026-01-01T00:00:00Z';
    expect([
      refusal('loyal', at, { orders: 3 }),
      refusal('loyal', at, { orders: 2 }),
      refusal('loyal', at),
    ]).toEqual([undefined, 'not-eligible', 'not-eligible']);
  });
});
