import fc from 'fast-check';

import type { CompiledCap } from './compiled-policy.js';
import { type Contact, countAgainst, HANDOVER_MS, isCapped, roomAt } from './contact.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const aCap = (rest: Partial<CompiledCap> = {}): CompiledCap => ({
  ...{ policy: 'default', max: 2, per: '1d', perMs: DAY, channel: undefined, category: 'marketing' },
  reach: {},
  ...rest,
});
const aContact = (rest: Partial<Contact> = {}): Contact => ({
  ...{ id: 1, channel: 'email', category: 'marketing', brand: undefined },
  ...{ sentAt: undefined, plannedAt: 0, expiresAt: undefined },
  ...{ priority: 50, isMovable: true, policy: 'default', segments: undefined },
  ...rest,
});
const slot = (plannedAt: number, expiresAt?: number) => ({ plannedAt, expiresAt });

describe('what a cap counts (B6)', () => {
  it('is its channel, its category and what its policy is about', () => {
    expect(isCapped(aCap(), aContact({ category: 'transactional' }))).toBe(false);
    expect(isCapped(aCap({ category: 'any' }), aContact({ category: 'transactional' }))).toBe(true);
    expect(isCapped(aCap({ channel: 'sms' }), aContact())).toBe(false);
    expect(isCapped(aCap({ reach: { brands: ['acme'] } }), aContact())).toBe(false);
    expect(isCapped(aCap({ reach: { brands: ['acme'] } }), aContact({ brand: 'acme' }))).toBe(true);
  });

  it('is what was sent less than its length before, and not what is just as long ago', () => {
    const sent = aContact({ sentAt: 10 * HOUR });
    expect(countAgainst(aCap(), [sent], slot(10 * HOUR + DAY - 1))).toBe(1);
    expect(countAgainst(aCap(), [sent], slot(10 * HOUR + DAY))).toBe(0);
  });

  it('is every message that waits, unless it cannot come near', () => {
    const waiting = aContact({ plannedAt: 10 * DAY });
    expect(countAgainst(aCap(), [waiting], slot(0))).toBe(1);
    expect(countAgainst(aCap(), [waiting], slot(0, 9 * DAY - HANDOVER_MS))).toBe(0);
    expect(countAgainst(aCap(), [waiting], slot(0, 9 * DAY))).toBe(1);
    const mortal = aContact({ plannedAt: 0, expiresAt: DAY });
    expect(countAgainst(aCap(), [mortal], slot(2 * DAY + HANDOVER_MS))).toBe(0);
    expect(countAgainst(aCap(), [mortal], slot(2 * DAY))).toBe(1);
  });

  it('leaves room again a length after the one that has to go first', () => {
    const sent = [1, 5, 3].map((hours) => aContact({ sentAt: hours * HOUR }));
    expect(roomAt(aCap(), sent, slot(6 * HOUR))).toBe(3 * HOUR + DAY);
    expect(roomAt(aCap({ max: 3 }), sent, slot(6 * HOUR))).toBe(HOUR + DAY);
    const waiting = [aContact(), aContact(), ...sent];
    expect(roomAt(aCap(), waiting, slot(6 * HOUR))).toBeUndefined();
  });
});

/** What becomes of one message after it was decided on: everything that delivery does to it. */
interface Fate {
  /** After the message before. */
  readonly decidedAfterMs: number;
  /** It is held until so long after its decision. */
  readonly plannedAfterMs: number;
  readonly livesMs: number | undefined;
  /** Backlog, retries, pauses and quiet hours push it back so long beyond its plan. */
  readonly pushedMs: number;
  readonly ends: 'sent' | 'failed' | 'withdrawn';
  readonly isSms: boolean;
}

interface Row {
  readonly contact: Contact;
  readonly endsAt: number;
  readonly ends: Fate['ends'];
}

const aTime = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 3 * HOUR }),
  fc.integer({ min: 0, max: 4 * DAY }),
);
const aFate: fc.Arbitrary<Fate> = fc.record({
  decidedAfterMs: aTime,
  plannedAfterMs: fc.oneof(fc.constant(0), aTime),
  livesMs: fc.option(fc.integer({ min: HOUR, max: 3 * DAY }), { nil: undefined }),
  pushedMs: fc.oneof(fc.constant(0), aTime),
  ends: fc.constantFrom('sent', 'sent', 'sent', 'sent', 'failed', 'withdrawn'),
  isSms: fc.boolean(),
});
const someCaps = fc.array(
  fc.record({
    max: fc.integer({ min: 1, max: 3 }),
    perMs: fc.constantFrom(2 * HOUR, DAY, 2 * DAY),
    channel: fc.constantFrom(undefined, 'sms'),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Plays a customer's messages, decided in their order; answers those that were sent, and when. */
function play(fates: readonly Fate[], caps: readonly CompiledCap[]) {
  const rows: Row[] = [];
  let refused = 0;
  let now = 0;
  for (const fate of fates) {
    now += fate.decidedAfterMs;
    // What the table holds at that moment: failed and withdrawn ones are gone, others are sent or wait.
    const contacts = rows.flatMap(({ contact, endsAt, ends }) =>
      endsAt > now ? [contact] : ends === 'sent' ? [{ ...contact, sentAt: endsAt }] : [],
    );
    const plannedAt = now + fate.plannedAfterMs;
    const expiresAt = fate.livesMs === undefined ? undefined : now + fate.livesMs;
    const contact = aContact({ plannedAt, expiresAt, channel: fate.isSms ? 'sms' : 'email' });
    const isFull = (cap: CompiledCap) =>
      isCapped(cap, contact) && countAgainst(cap, contacts, contact) >= cap.max;
    if ((expiresAt !== undefined && plannedAt >= expiresAt) || caps.some(isFull)) {
      refused++;
      continue;
    }
    const at = plannedAt + fate.pushedMs;
    // The last look lets it go at the last moment of its life; the provider takes a while.
    const hasExpired = expiresAt !== undefined && at >= expiresAt + HANDOVER_MS;
    rows.push({ contact, endsAt: at, ends: hasExpired ? 'failed' : fate.ends });
  }
  const sent = rows.flatMap(({ contact, endsAt, ends }) =>
    ends === 'sent' ? [{ channel: contact.channel, at: endsAt }] : [],
  );
  return { sent, refused };
}

/** Naively: for every message, how many there are in the stretch that begins with it. */
function mostTogether(times: readonly number[], perMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length));
}

describe('the actual times of messages under caps (B6)', () => {
  const caps = (made: readonly Pick<CompiledCap, 'max' | 'perMs' | 'channel'>[]) =>
    made.map((each) => aCap({ ...each }));
  const timesOf = (sent: readonly { channel: string; at: number }[], { channel }: CompiledCap) =>
    sent.filter((each) => channel === undefined || each.channel === channel).map(({ at }) => at);

  it('never crowd more than the cap into any stretch, whatever delivery does to those that wait', () => {
    let sentInAll = 0;
    let refusedInAll = 0;
    const property = fc.property(
      fc.array(aFate, { minLength: 3, maxLength: 25 }),
      someCaps,
      (fates, made) => {
        const all = caps(made);
        const { sent, refused } = play(fates, all);
        sentInAll += sent.length;
        refusedInAll += refused;
        for (const cap of all) {
          expect(mostTogether(timesOf(sent, cap), cap.perMs)).toBeLessThanOrEqual(cap.max);
        }
      },
    );
    fc.assert(property, { numRuns: 1_500 });
    expect(Math.min(sentInAll, refusedInAll)).toBeGreaterThan(1_000);
  });

  it('would crowd without them', () => {
    const cap = aCap({ max: 1, perMs: DAY });
    const isFine = (fates: readonly Fate[]) =>
      mostTogether(timesOf(play(fates, []).sent, cap), cap.perMs) <= 1;
    const property = fc.property(fc.array(aFate, { minLength: 3, maxLength: 25 }), (fates) => isFine(fates));
    expect(fc.check(property, { numRuns: 300 }).failed).toBe(true);
  });

  it('leave nobody without a message who has had none for long', () => {
    const old = aContact({ sentAt: 0 });
    expect(countAgainst(aCap({ max: 1 }), [old], slot(DAY))).toBe(0);
  });
});
