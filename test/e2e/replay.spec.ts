import { profiles } from '@parcours/testing';

import { settled, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(profiles)('replays on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const replay = (key: string, order: object) =>
    platform.call('POST', `/journey-templates/${key}/replay`, order);

  async function draft(event: string, document: object = {}): Promise<string> {
    const key = unique('replayed');
    await platform.data('PUT', `/journey-templates/${key}`, {
      name: key,
      definition: {
        entry: { triggers: [{ type: 'event', event }, { type: 'api' }] },
        exit: [{ event: 'account.closed' }],
        goals: [{ key: 'paid', event: `${event}.paid`, value: 'event.amount' }],
        start: 'hello',
        steps: {
          hello: { type: 'message', template: 'hello', next: 'rest' },
          rest: { type: 'wait', for: '2d', next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      },
      ...document,
    });
    return key;
  }

  /** Somebody who did this so many milliseconds ago. */
  async function did(traits: object, events: readonly (readonly [string, number, object?])[]) {
    const customerId = unique('actor');
    await platform.data('PUT', `/customers/${customerId}`, { traits });
    for (const [event, ago, properties = {}] of events) {
      const occurredAt = new Date(Date.now() - ago).toISOString();
      await platform.data('POST', '/events', { event, customerId, occurredAt, properties });
    }
    await settled(platform, customerId);
    return customerId;
  }

  it('know tags and segments as they are now, and set off what time does', async () => {
    const event = unique('signed.up');
    const definition = {
      entry: {
        triggers: [
          { type: 'event', event },
          { type: 'date', trait: 'renews', offset: '-3d', at: '09:00', timezone: 'UTC' },
        ],
        condition: { tag: event },
      },
      exit: [{ event: 'account.closed' }],
      start: 'rest',
      steps: { rest: { type: 'wait', for: '1d', next: 'end' }, end: { type: 'exit' } },
    };
    const key = await draft(event, { definition });
    const tagged = await did({ email: 'eve@example.com' }, [[event, 3 * DAY]]);
    await did({ email: 'joe@example.com' }, [[event, 3 * DAY]]);
    const renewing = await did({ renews: new Date(Date.now() + DAY).toISOString().slice(0, 10) }, [
      ['seen', 6 * DAY],
    ]);
    for (const id of [tagged, renewing]) await platform.data('PATCH', `/customers/${id}`, { tags: [event] });
    const { body } = await replay(key, { days: 7 });
    expect(body.data).toMatchObject({ entries: { entered: 2 } });
  });

  it('play a draft against what customers did, and write nothing (F5)', async () => {
    const event = unique('signed.up');
    const key = await draft(event);
    const ada = await did({ email: 'ada@example.com' }, [
      [event, 5 * DAY],
      [`${event}.paid`, 4 * DAY, { amount: 30 }],
    ]);
    await did({ email: 'bob@example.com' }, [[event, DAY]]);
    await did({}, [[event, 5 * DAY - HOUR]]);
    await did({ email: 'old@example.com' }, [[event, 20 * DAY]]);
    await platform.data('POST', '/suppressions', {
      channel: 'email',
      address: 'bob@example.com',
      reason: 'requested',
    });
    const { status, body } = await replay(key, { days: 7 });
    expect(status).toBe(200);
    const { data } = body;
    expect(data).toMatchObject({
      complete: true,
      basis: { traits: 'now', consents: 'now', content: 'published', passages: 'none-before' },
      customers: { entered: 3, cutShort: 0 },
      entries: { entered: 3, heldOut: 0, refused: {} },
      exits: { reasons: { completed: 2 }, underWay: 1 },
      goals: [{ goal: 'paid', reached: 1, value: 30 }],
      passage: { count: 2, p50Ms: 2 * DAY, p95Ms: 2 * DAY },
      messages: {
        total: 2,
        templates: { hello: 2 },
        channels: { email: 2 },
        skips: [{ step: 'hello', reason: 'no-address', count: 1 }],
        toSuppressed: 1,
      },
    });
    expect(data.customers.played).toBeGreaterThanOrEqual(4);
    expect(data.messages.perDay.map(({ count }: { count: number }) => count)).toEqual([1, 1]);
    expect(data.steps[1]).toMatchObject({ step: 'rest', left: 2, standing: 1, codes: { elapsed: 2 } });
    expect(await platform.data('GET', `/enrollments?filter[journey][eq]=${key}`)).toEqual([]);
    expect(await platform.data('GET', `/customers/${ada}/messages`)).toEqual([]);
    const longer = await replay(key, { days: 30 });
    expect(longer.body.data.entries.entered).toBe(4);
  });

  it('play triggers through the API as what they were', async () => {
    const key = await draft(unique('never.came'));
    await platform.data('POST', `/journey-templates/${key}/publish`, {});
    const customerId = await did({ email: 'ada@example.com' }, []);
    await platform.call('POST', `/journeys/${key}/trigger`, { customerId, context: { order: 'o-1' } });
    await settled(platform, customerId);
    const { body } = await replay(key, { days: 1 });
    expect(body.data.entries.entered).toBe(1);
  });

  it('play another definition than the draft', async () => {
    const event = unique('signed.up');
    await did({ email: 'ada@example.com' }, [[event, HOUR]]);
    const definition = {
      entry: { triggers: [{ type: 'event', event }] },
      start: 'end',
      steps: { end: { type: 'exit', reason: 'at-once' } },
    };
    const { body } = await replay(await draft('other'), { days: 1, definition });
    expect(body.data.exits).toEqual({ reasons: { 'at-once': 1 }, underWay: 0 });
  });

  it.each([
    [{}, 400, 'http.invalid-request'],
    [{ days: 0 }, 400, 'http.invalid-request'],
    [{ days: 7, customers: 10_001 }, 400, 'http.invalid-request'],
    [{ days: 7, definition: { start: 'nowhere' } }, 422, 'engine.definition-invalid'],
  ])('refuse %j', async (order, status, code) => {
    const answer = await replay(await draft('refused'), order);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
