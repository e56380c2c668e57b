import fc from 'fast-check';

import { CONSENT_SOURCES, CONSENT_STATES, type ConsentState, type ConsentStates, EVERY } from './consent.js';
import { consentFor, decided, listDecisions, mergeConsents } from './consent.rules.js';

const entry = (state: ConsentState, at: number) => ({ state, at, source: 'api' as const });
const about = (channel: string, topic: string, state: ConsentState, at: number) => ({
  channel,
  topic,
  ...entry(state, at),
});

const decisions = fc.array(
  fc.record({
    channel: fc.constantFrom('email', 'sms'),
    topic: fc.constantFrom('news', 'offers', EVERY),
    state: fc.constantFrom(...CONSENT_STATES),
    at: fc.integer({ min: 1, max: 6 }),
    source: fc.constantFrom(...CONSENT_SOURCES),
  }),
  { maxLength: 6 },
);
const states = decisions.map((list) => decided(undefined, list));

describe('consent', () => {
  it('is unknown where nothing was decided', () => {
    expect(consentFor(undefined, 'email', 'news')).toBe('unknown');
    expect(consentFor({}, 'constructor', '__proto__')).toBe('unknown');
  });

  it('to a topic counts before consent to its whole channel', () => {
    const given = decided({}, [about('email', EVERY, 'denied', 1), about('email', 'news', 'granted', 2)]);
    expect(consentFor(given, 'email', 'news')).toBe('granted');
    expect(consentFor(given, 'email', 'offers')).toBe('denied');
    expect(consentFor(given, 'sms', 'news')).toBe('unknown');
  });

  it('to a whole channel ends what was decided about its topics', () => {
    const given = decided({}, [about('email', 'news', 'granted', 1), about('email', EVERY, 'denied', 2)]);
    expect(consentFor(given, 'email', 'news')).toBe('denied');
    expect(listDecisions(given)).toHaveLength(1);
  });

  it('of two who become one is the later decision, and the more careful of two at once', () => {
    const one = decided({}, [about('email', 'news', 'granted', 5), about('sms', 'news', 'granted', 3)]);
    const other = decided({}, [about('email', 'news', 'denied', 4), about('sms', 'news', 'denied', 3)]);
    const merged = mergeConsents(one, other);
    expect([consentFor(merged, 'email', 'news'), consentFor(merged, 'sms', 'news')]).toEqual([
      'granted',
      'denied',
    ]);
  });

  it('of two who become one heeds that somebody later left a whole channel', () => {
    const one = decided({}, [about('email', 'news', 'granted', 1)]);
    const other = decided({}, [about('email', EVERY, 'denied', 2)]);
    expect(consentFor(mergeConsents(one, other), 'email', 'news')).toBe('denied');
  });

  const sorted = (given: ConsentStates) => listDecisions(given);

  it('of several who become one is the same in whichever order', () => {
    fc.assert(
      fc.property(states, states, states, (a, b, c) => {
        const oneWay = mergeConsents(mergeConsents(a, b), c);
        const other = mergeConsents(a, mergeConsents(c, b));
        expect(sorted(oneWay)).toEqual(sorted(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of one who becomes themselves does not change', () => {
    fc.assert(
      fc.property(states, (a) => {
        expect(sorted(mergeConsents(a, mergeConsents(a, undefined)))).toEqual(sorted(mergeConsents(a, a)));
      }),
    );
  });
});
