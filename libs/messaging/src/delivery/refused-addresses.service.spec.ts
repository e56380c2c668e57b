import type { Customer, CustomerStore, SuppressionStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { IdGenerator, ManualClock } from '@parcours/kernel';

import type { DeliveryOutcome, FinishedMessage } from '../outbox/message.js';
import { MessageSuppressions } from '../reactions/message-suppressions.service.js';
import { RefusedAddresses } from './refused-addresses.service.js';

const NOW = Date.UTC(2026, 5, 1);
const ERASED = 9;
const sql = {} as Sql;

function messageTo(address: string | undefined, channel = 'email', customerId = 1): FinishedMessage {
  const failure = { code: 'test.gone', detail: 'Nobody.' };
  const outcome: DeliveryOutcome = { kind: 'failed', address, failure, refusesAddress: true };
  return { message: { channel, customerId } as FinishedMessage['message'], outcome };
}

describe('addresses that a provider refuses for ever (F10)', () => {
  const asked: (readonly number[])[] = [];
  const added: object[] = [];
  beforeEach(() => {
    asked.length = 0;
    added.length = 0;
  });

  const customers: Partial<CustomerStore> = {
    findCurrent: (_sql, ids) => {
      asked.push(ids);
      const known = ids.filter((id) => id !== ERASED);
      return Promise.resolve(new Map(known.map((id) => [id, {} as Customer])));
    },
  };
  const suppressions: Partial<SuppressionStore> = {
    add: (_sql, all) => {
      added.push(...all);
      return Promise.resolve(all.length);
    },
  };
  const clock = new ManualClock(NOW);
  const addresses = new RefusedAddresses(
    customers as CustomerStore,
    new MessageSuppressions(suppressions as SuppressionStore, new IdGenerator(0, clock)),
    clock,
  );

  it('are suppressed for good, as they are compared, with the code that says why', async () => {
    await addresses.suppress(sql, [messageTo('Ada@Example.com'), messageTo('a-token', 'push', 2)]);
    const common = { reason: 'bounced', note: 'test.gone', createdAt: NOW, expiresAt: null };
    expect(added).toMatchObject([
      { ...common, channel: 'email', address: 'ada@example.com' },
      { ...common, channel: 'push', address: 'a-token' },
    ]);
  });

  it.each<[string, FinishedMessage]>([
    ['is of somebody who was erased', messageTo('ada@example.com', 'email', ERASED)],
    ['is longer than any on the list', messageTo('x'.repeat(2_000), 'web-push')],
    ['is none', messageTo(undefined)],
  ])('are not where the address %s', async (_what, finished) => {
    await addresses.suppress(sql, [finished]);
    expect(added).toEqual([]);
  });

  it('cost nothing where there are none', async () => {
    const { message, outcome } = messageTo('ada@example.com');
    const { refusesAddress: _, ...failed } = outcome as Extract<DeliveryOutcome, { kind: 'failed' }>;
    const sent = { kind: 'sent', address: 'ada@example.com', providerId: undefined } as const;
    await addresses.suppress(sql, [
      { message, outcome: failed },
      { message, outcome: sent },
    ]);
    expect([asked, added]).toEqual([[], []]);
  });
});
