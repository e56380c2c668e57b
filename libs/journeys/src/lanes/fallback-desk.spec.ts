import { newCustomer } from '@parcours/audience';
import { ContentSnapshot } from '@parcours/content';
import type { FallbackEntry } from '@parcours/events';
import { IdGenerator, ManualClock } from '@parcours/kernel';

import { ContactDesk } from '../facts/contact-desk.js';
import { openJourneysOf } from '../templates/running-journeys.service.js';
import { LaneSession } from './lane-session.js';
import type { LaneChanges, LaneWork } from './lane-work.js';

const NOW = Date.UTC(2026, 5, 1, 8);

const version = (itemId: number, type: string, key: string, document: object) => ({
  ...{ itemId, versionId: itemId, number: 1, type, key, document: { ...document } },
});
const OPEN = openJourneysOf(
  new ContentSnapshot(1, [
    version(1, 'message-templates', 'hello', { channels: { email: { subject: 'S', html: 'H' } } }),
    version(2, 'connectors', 'mailbox', { config: {} }),
    version(3, 'channel-policies', 'default', {
      channels: [{ channel: 'email', connector: 'mailbox' }],
      caps: [{ max: 1, per: '1d' }],
    }),
  ]),
  [],
);
const ADA = {
  ...newCustomer({ id: 7, lane: 3, externalId: 'ada', now: NOW }),
  traits: { email: 'ada@example.com' },
};
const FALLBACK: FallbackEntry = {
  ...{ kind: 'fallback', customerKey: 'ada', enrollmentId: 12, step: 'hello', visit: 1, leg: 2 },
  ...{ channel: 'email', policy: 'default', template: 'hello', messageId: '7', from: 'sms', isAwaited: true },
};

function batch(...entries: readonly FallbackEntry[]): LaneChanges {
  const nothing = {
    handedOn: [],
    outdated: [],
    due: [],
    dueMembers: [],
    enrollments: [],
    past: [],
    ended: [],
  };
  const work: LaneWork = {
    ...{ lane: 3, now: NOW, inbox: [], customers: [ADA], open: OPEN, ...nothing },
    ...{ erased: new Map(), knownMessageIds: new Set(), pinned: new Map() },
  };
  const ids = new IdGenerator(1, new ManualClock(NOW));
  const contacts = new ContactDesk([ADA], new Map());
  const session = new LaneSession(work, { ids, timezone: 'UTC', contacts });
  for (const entry of entries) session.receive({ id: ids.next(), entry });
  return session.changes();
}

describe('a message in place of another one of its step (B6)', () => {
  it('is decided again in the lane, and goes out as the next leg', () => {
    const { messages, events } = batch(FALLBACK);
    expect(messages).toEqual([
      expect.objectContaining({ enrollmentId: 12, step: 'hello', visit: 1, leg: 2, reportsOutcome: true }),
    ]);
    expect(messages[0]).toMatchObject({ customerId: 7, channel: 'email', address: 'ada@example.com' });
    expect(events).toEqual([]);
  });

  it('counts for caps, and is refused by them', () => {
    const { messages, events } = batch(FALLBACK, { ...FALLBACK, enrollmentId: 13 });
    expect(messages.map(({ enrollmentId }) => enrollmentId)).toEqual([12]);
    expect(events[0]?.properties).toMatchObject({ enrollment: '13', reason: 'cap-reached' });
  });

  it('stands in the history of the customer with its reason where it does not go out', () => {
    const { messages, events } = batch({ ...FALLBACK, channel: 'sms' });
    expect(messages).toEqual([]);
    expect(events).toEqual([
      expect.objectContaining({
        name: 'message.fallback-skipped',
        properties: expect.objectContaining({ message: '7', reason: 'no-channel-in-policy' }),
      }),
    ]);
  });

  it('is none for somebody who is not there any more', () => {
    const changes = batch({ ...FALLBACK, customerKey: 'nobody' });
    expect([changes.messages, changes.newCustomers]).toEqual([[], []]);
  });
});
