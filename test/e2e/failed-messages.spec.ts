import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource, type Sql } from '@parcours/database';
import { ACKNOWLEDGEMENT_LEG, MessageStore, type NewMessage, statusNumber } from '@parcours/messaging';
import { profiles, type ProfileSetup } from '@parcours/testing';

import { DeadLetterStore } from '../../libs/messaging/src/dead-letters/dead-letter.store.js';
import { requeueFailed } from '../../libs/messaging/src/outbox/failed-messages.js';

const NOW = 1_900_000_000_000;
const SENT = statusNumber('sent');
const RETRY = { now: NOW + 1, isAllowed: () => true };

describe.each(profiles)('messages that failed for good on $name (F10, B6)', (profile) => {
  const store = new MessageStore();
  const letters = new DeadLetterStore();
  let setup: ProfileSetup;
  let database: Database;
  let sql: Sql;
  let made = 0;

  beforeAll(async () => {
    setup = await profile.prepare();
    const { database: location } = new ParcoursConfig(setup.environment);
    database = new Database(await openDataSource(await dataSourceOptions(location)));
    ({ sql } = database);
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await setup.dispose();
  });

  const messageOf = (enrollmentId: number, more: Partial<NewMessage>): NewMessage => ({
    ...{ id: ++made, lane: 0, customerId: 1, enrollmentId, step: 'news', visit: 1, channel: 'email' },
    ...{ connectorId: 1, templateVersionId: 1, address: 'ada@example.com', reportsOutcome: false },
    ...{ category: 'marketing', priority: 50, brand: undefined, expiresAt: undefined },
    ...{ createdAt: NOW, leg: 1, ...more },
  });

  /** Decided, taken by a delivery, and given up. */
  async function failed(enrollmentId: number, more: Partial<NewMessage> = {}): Promise<number> {
    const message = messageOf(enrollmentId, more);
    await store.add(sql, [message]);
    const request = { connectorId: 1, now: NOW, from: 0, limit: 10, until: NOW + 1 };
    const claims: Awaited<ReturnType<MessageStore['claim']>> = [];
    for (let share = 0; claims.length === 0 && share < 64; share++)
      claims.push(...(await store.claim(sql, { ...request, share })));
    const failure = { code: 'smtp.message-refused', detail: 'Not from you' };
    const outcome = { kind: 'failed', address: undefined, failure } as const;
    await store.finish(
      sql,
      claims.map((claimed) => ({ message: claimed, outcome })),
      NOW,
    );
    return message.id;
  }

  const stateOf = async (id: number) =>
    (await sql.select('SELECT status, fallback_at AS fallbackAt FROM messages WHERE id = ?', [id]))[0];

  it('are not taken from whoever sends them again in the same moment', async () => {
    const id = await failed(11);
    let isSent = false;
    const meanwhile: Sql = new Proxy(sql, {
      get: (target, name) =>
        name === 'run'
          ? async (...call: Parameters<Sql['run']>) => {
              // Sent by somebody else between the look at it and the statement that follows.
              if (!isSent) await sql.run('UPDATE messages SET status = ? WHERE id = ?', [SENT, id]);
              isSent = true;
              return target.run(...call);
            }
          : Reflect.get(target, name, target),
    });
    await store.retryFailed(meanwhile, [11], RETRY);
    expect(isSent).toBe(true);
    expect(await stateOf(id)).toMatchObject({ status: SENT });
  });

  it('have no place that an acknowledgement could take, but one that the next channel does', async () => {
    const [acknowledged, replaced] = [await failed(12), await failed(13)];
    await store.add(sql, [messageOf(12, { leg: ACKNOWLEDGEMENT_LEG }), messageOf(13, { leg: 2 })]);
    expect(await letters.obstacles(sql, acknowledged, NOW)).toMatchObject({ isReplaced: false });
    expect(await letters.obstacles(sql, replaced, NOW)).toMatchObject({ isReplaced: true });
    const waiting = await store.retryFailed(sql, [12, 13], RETRY);
    expect(waiting).toHaveLength(1);
  });

  it('are followed by no other once they are sent again', async () => {
    const id = await failed(14, { fallbackAt: NOW + 5 });
    expect(await stateOf(id)).toMatchObject({ fallbackAt: NOW });
    expect(await requeueFailed(sql, [id], NOW)).toBe(1);
    expect(await stateOf(id)).toMatchObject({ fallbackAt: null });
    expect(await requeueFailed(sql, [id], NOW)).toBe(0);
  });
});
