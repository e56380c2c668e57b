import { newCustomer } from '@parcours/audience';
import { ContentSnapshot } from '@parcours/content';
import type { Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import type { ContactStore } from '@parcours/messaging';

import { openJourneysOf } from '../templates/running-journeys.service.js';
import type { LaneWork } from '../lanes/lane-work.js';
import { LaneBackground } from './lane-background.service.js';
import type { LaneFactReader } from './lane-fact-reader.service.js';

const NOW = Date.UTC(2026, 5, 1, 8);
const DAY = 86_400_000;

/** A batch with one customer, and what it asks of the tables. */
async function asked(policy: JsonObject, work: Partial<LaneWork> = {}) {
  const requests: unknown[] = [];
  const facts = { read: () => Promise.resolve(undefined) } as unknown as LaneFactReader;
  const contacts = {
    recent: (_sql: Sql, request: unknown) => {
      requests.push(request);
      return Promise.resolve(new Map());
    },
  } as unknown as ContactStore;
  const content = new ContentSnapshot(1, [
    { itemId: 1, versionId: 2, type: 'channel-policies', key: 'default', number: 1, document: policy },
  ]);
  const customer = newCustomer({ id: 7, lane: 3, externalId: 'ada', now: NOW });
  const enrollments = [{}] as unknown as LaneWork['enrollments'];
  const batch = { now: NOW, customers: [customer], inbox: [], due: [], enrollments, dueMembers: [] };
  const open = openJourneysOf(content, []);
  await new LaneBackground(facts, contacts).read({} as Sql, { ...batch, open, ...work } as LaneWork);
  return requests;
}

describe('what a batch reads for channel policies', () => {
  it('is one statement for all of its customers, as far back as the longest cap looks', async () => {
    const caps = [
      { max: 1, per: '1d' },
      { max: 5, per: '7d' },
    ];
    expect(await asked({ caps })).toEqual([{ customerIds: [7], since: NOW - 7 * DAY, now: NOW }]);
  });

  it('is nothing where no policy has caps', async () => {
    expect(await asked({ quietHours: [{ from: '21:00', to: '08:00' }] })).toEqual([]);
  });

  it('is nothing where no step can be taken', async () => {
    const caps = [{ max: 1, per: '1d' }];
    expect(await asked({ caps }, { enrollments: [] })).toEqual([]);
  });
});
