import { profiles, startSmtpSink, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { smtpConnector, startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };
/** Stands for ever until `go.<customer>` comes. */
const restUntil = (event: string) => ({ type: 'wait-for', any: [{ event, next: 'end' }] });

describe.each(profiles)('passages through journeys on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  async function restingJourney(reentry: object | undefined): Promise<JourneyUnderTest & { go: string }> {
    const journey = aJourney(platform);
    const go = `go.${journey.key}`;
    const triggers = [{ type: 'event', event: journey.event }];
    await journey.publish({
      entry: { triggers, ...(reentry && { reentry }) },
      start: 'rest',
      steps: { rest: restUntil(go), end: END },
    });
    return Object.assign(journey, { go });
  }

  /** How many passages there are once everything sent so far is worked. */
  async function passagesOf(journey: JourneyUnderTest, customer: string): Promise<number> {
    await settled(platform, customer);
    return (await journey.enrollments(customer)).length;
  }

  describe('re-entry', () => {
    it('is once for ever when nothing is said', async () => {
      const journey = await restingJourney(undefined);
      await journey.enter('r-1');
      await journey.enter('r-1');
      await journey.tell('r-1', journey.go);
      await journey.enter('r-1');
      expect(await passagesOf(journey, 'r-1')).toBe(1);
      expect((await journey.ended('r-1')).endReason).toBe('completed');
    });

    it('after-exit lets in again as soon as no passage runs', async () => {
      const journey = await restingJourney({ mode: 'after-exit' });
      await journey.enter('r-2');
      await journey.enter('r-2');
      expect(await passagesOf(journey, 'r-2')).toBe(1);
      await journey.tell('r-2', journey.go);
      await journey.enter('r-2');
      expect(await passagesOf(journey, 'r-2')).toBe(2);
    });

    it('after-exit keeps the cool-down', async () => {
      const journey = await restingJourney({ mode: 'after-exit', cooldown: '2s' });
      await journey.enter('r-3');
      await journey.tell('r-3', journey.go);
      await journey.enter('r-3');
      expect(await passagesOf(journey, 'r-3')).toBe(1);
      const { endedAt } = await journey.ended('r-3');
      const second = await waitFor(async () => {
        await journey.enter('r-3');
        await settled(platform, 'r-3');
        return (await journey.enrollments('r-3'))[1];
      });
      expect(Date.parse(second.enteredAt) - Date.parse(endedAt ?? '')).toBeGreaterThanOrEqual(2_000);
    });

    it('always lets passages run side by side', async () => {
      const journey = await restingJourney({ mode: 'always' });
      await journey.enter('r-4');
      await journey.enter('r-4');
      expect(await passagesOf(journey, 'r-4')).toBe(2);
    });

    it('with a key runs one passage for each value', async () => {
      const journey = await restingJourney({ mode: 'always', key: 'event.order_id' });
      for (const order of ['A', 'B', 'A']) await journey.enter('r-5', { properties: { order_id: order } });
      await settled(platform, 'r-5');
      const first = await journey.enrollments('r-5');
      expect(first.map(({ entryKey }) => entryKey)).toEqual(['A', 'B']);
      await journey.tell('r-5', journey.go);
      await journey.enter('r-5', { properties: { order_id: 'A' } });
      expect(await passagesOf(journey, 'r-5')).toBe(3);
    });

    it('holds within one request as between several', async () => {
      const journey = await restingJourney(undefined);
      const event = { event: journey.event, customerId: 'r-6' };
      await platform.data('POST', '/events', [event, event, event]);
      expect(await passagesOf(journey, 'r-6')).toBe(1);
    });
  });

  describe('an exit rule', () => {
    it('ends a passage at once, from a step that waits for a time', async () => {
      const cancelled = unique('cancelled');
      const journey = await aJourney(platform).publish({
        exit: [{ event: cancelled, where: { property: 'final', is: true } }],
        start: 'rest',
        steps: { rest: { type: 'wait', for: '30d', next: 'end' }, end: END },
      });
      await journey.enter('x-1');
      await journey.tell('x-1', cancelled, { properties: { final: false } });
      await settled(platform, 'x-1');
      expect((await journey.standsAt('x-1', 'rest')).state).toBe('active');
      await journey.tell('x-1', cancelled, { properties: { final: true } });
      const { id, endReason, step, dueAt } = await journey.ended('x-1');
      expect({ endReason, step, dueAt }).toEqual({ endReason: 'exit-rule', step: null, dueAt: null });
      const [record] = await journey.history(id);
      expect(record).toMatchObject({
        step: 'rest',
        code: 'exit-rule',
        detail: { rule: 0, event: cancelled },
      });
    });

    it('ends a passage from a step that waits for an event, even with the event it waits for', async () => {
      const [wanted] = [unique('wanted')];
      const journey = await aJourney(platform).publish({
        exit: [{ event: wanted }],
        start: 'hope',
        steps: { hope: { type: 'wait-for', any: [{ event: wanted, next: 'end' }] }, end: END },
      });
      await journey.enter('x-2');
      await journey.tell('x-2', wanted);
      expect((await journey.ended('x-2')).endReason).toBe('exit-rule');
    });

    it('ends a passage when a condition holds with the next event, and keeps out whom it holds for', async () => {
      const journey = await aJourney(platform).publish({
        exit: [{ condition: { trait: 'staff', is: true } }],
        start: 'rest',
        steps: { rest: { type: 'wait', for: '30d', next: 'end' }, end: END },
      });
      await journey.enter('x-3');
      await journey.tell('x-3', unique('anything'), { traits: { staff: true } });
      expect((await journey.ended('x-3')).endReason).toBe('exit-rule');
      await journey.enter('x-3');
      expect(await passagesOf(journey, 'x-3')).toBe(1);
    });

    it('ends only the passages of its own journey', async () => {
      const cancelled = unique('cancelled');
      const steps = { rest: { type: 'wait', for: '30d', next: 'end' }, end: END };
      const left = await aJourney(platform).publish({ exit: [{ event: cancelled }], start: 'rest', steps });
      const kept = await aJourney(platform).publish({ start: 'rest', steps });
      await left.enter('x-4');
      await kept.enter('x-4');
      await kept.tell('x-4', cancelled);
      expect((await left.ended('x-4')).endReason).toBe('exit-rule');
      expect((await kept.standsAt('x-4', 'rest')).state).toBe('active');
    });
  });

  describe('a message of a passage that an exit rule ends', () => {
    /** Sends one message through an SMTP server at this port, and rests. */
    async function journeyThrough(port: number): Promise<JourneyUnderTest & { cancelled: string }> {
      const cancelled = unique('cancelled');
      const connector = unique('connector');
      await platform.publish('connectors', connector, smtpConnector(port, { connectionTimeoutMs: 2_000 }));
      const policy = unique('policy');
      await platform.publish('channel-policies', policy, {
        name: policy,
        channels: [{ channel: 'email', connector }],
      });
      const journey = await aJourney(platform).publish({
        exit: [{ event: cancelled }],
        start: 'hello',
        steps: {
          hello: { type: 'message', template: 'hello', policy, next: 'rest' },
          rest: { type: 'wait', for: '30d', next: 'end' },
          end: END,
        },
      });
      return Object.assign(journey, { cancelled });
    }

    it('is withdrawn while it waits in the queue for its provider to come back', async () => {
      const sink = await startSmtpSink();
      const { port } = sink;
      await sink.close();
      const journey = await journeyThrough(port);
      await journey.enter('q-1', { traits: { email: 'q-1@example.com' } });
      const refused = await journey.message(
        'q-1',
        ({ failure, status }) => failure !== null && status === 'queued',
      );
      expect(refused.failure?.code).toBe('smtp.connection-failed');
      await journey.tell('q-1', journey.cancelled);
      const { status, attempts } = await journey.message('q-1', (message) => message.status !== 'queued');
      expect({ status, attempts }).toEqual({ status: 'withdrawn', attempts: 0 });
      expect((await journey.ended('q-1')).endReason).toBe('exit-rule');
    });

    it('is withdrawn when its attempt was under way at that moment and failed', async () => {
      // The greeting waits until the exit has come in between; then the server refuses for now, or the time is up.
      let greet: () => void = () => undefined;
      const sink = await startSmtpSink({
        greetAfter: new Promise<void>((resolve) => (greet = resolve)),
        answers: (_recipient, before) => (before === 0 ? '451 4.3.0 try again' : undefined),
      });
      try {
        const journey = await journeyThrough(sink.port);
        await journey.enter('q-2', { traits: { email: 'q-2@example.com' } });
        await journey.message('q-2', ({ status }) => status === 'sending');
        await journey.tell('q-2', journey.cancelled);
        await journey.ended('q-2');
        greet();
        const { status } = await journey.message('q-2', (message) => /sent|withdrawn/.test(message.status));
        expect({ status, mails: sink.mails.length }).toEqual({ status: 'withdrawn', mails: 0 });
      } finally {
        greet();
        await sink.close();
      }
    });

    it('stays sent when it was sent', async () => {
      const journey = await journeyThrough(platform.smtp.port);
      await journey.enter('q-3', { traits: { email: 'q-3@example.com' } });
      await journey.message('q-3', ({ status }) => status === 'sent');
      await journey.tell('q-3', journey.cancelled);
      await journey.ended('q-3');
      expect((await journey.messages('q-3')).map(({ status }) => status)).toEqual(['sent']);
    });
  });

  describe('versions', () => {
    const exitWith = (reason: string, go: string) => ({
      start: 'rest',
      steps: { rest: restUntil(go), end: { type: 'exit', reason } },
    });

    it('leave running passages on the version they entered, and take new ones in by the latest', async () => {
      const journey = aJourney(platform);
      const go = unique('go');
      await journey.publish(exitWith('first', go));
      await journey.enter('v-1');
      await journey.standsAt('v-1', 'rest');
      await journey.publish(exitWith('second', go));
      await journey.enter('v-2');
      await journey.standsAt('v-2', 'rest');
      for (const customer of ['v-1', 'v-2']) await journey.tell(customer, go);
      const seen = [await journey.ended('v-1'), await journey.ended('v-2')];
      expect(seen.map(({ version, endReason }) => ({ version, endReason }))).toEqual([
        { version: 1, endReason: 'first' },
        { version: 2, endReason: 'second' },
      ]);
    });

    it('count as one journey for re-entry', async () => {
      const journey = await restingJourney(undefined);
      await journey.enter('v-3');
      await journey.tell('v-3', journey.go);
      await journey.ended('v-3');
      const triggers = [{ type: 'event', event: journey.event }];
      await journey.publish({ entry: { triggers }, ...exitWith('again', journey.go) });
      await journey.enter('v-3');
      await journey.enter('v-4');
      await journey.standsAt('v-4', 'rest');
      expect(await passagesOf(journey, 'v-3')).toBe(1);
    });

    it('that are unpublished take nobody in and lead running passages to their end', async () => {
      const journey = aJourney(platform);
      const go = unique('go');
      await journey.publish(exitWith('done', go));
      await journey.enter('v-5');
      await journey.standsAt('v-5', 'rest');
      await platform.data('POST', `/journey-templates/${journey.key}/unpublish`, {});
      await journey.enter('v-6');
      expect(await passagesOf(journey, 'v-6')).toBe(0);
      await journey.tell('v-5', go);
      expect((await journey.ended('v-5')).endReason).toBe('done');
    });
  });
});

describe.each(profiles)('waits of many customers in one lane on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_LANES: '1' } });
  });
  afterAll(() => platform.stop());

  it('each end when their time has come, wherever in a second it lies, with no sweep to help', async () => {
    const journey = await aJourney(platform).publish({
      start: 'rest',
      steps: { rest: { type: 'wait', for: '2s', next: 'end' }, end: END },
    });
    const customers = Array.from({ length: 60 }, (_, at) => `n-${at}`);
    for (const customer of customers) await journey.enter(customer);
    const ended = await waitFor(
      async () => {
        const enrollments = await journey.enrollments();
        const all =
          enrollments.length === customers.length && enrollments.every(({ state }) => state === 'ended');
        return all && enrollments;
      },
      { describe: 'every wait to end' },
    );
    const late = ended.map(
      ({ enteredAt, endedAt }) => Date.parse(endedAt ?? '') - Date.parse(enteredAt) - 2_000,
    );
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  });

  it('are not forgotten when the passage whose time came first has left by an exit rule', async () => {
    const cancelled = unique('cancelled');
    const journey = await aJourney(platform).publish({
      exit: [{ event: cancelled }],
      start: 'rest',
      steps: {
        rest: { type: 'wait', until: { trait: 'until' }, next: 'end' },
        end: END,
      },
    });
    const start = Date.now();
    const until = (ms: number) => ({ traits: { until: new Date(start + ms).toISOString() } });
    await journey.enter('l-1', until(4_000));
    await journey.enter('l-2', until(6_000));
    await journey.standsAt('l-2', 'rest');
    await journey.tell('l-1', cancelled);
    // The lane is at work at the very moment at which the first wake-up comes.
    await waitFor(async () => {
      await journey.tell('l-3', 'noise');
      return Date.now() > start + 4_300;
    });
    expect((await journey.ended('l-2')).endReason).toBe('completed');
  });
});
