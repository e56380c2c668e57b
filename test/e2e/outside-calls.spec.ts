import { ParcoursConfig } from '@parcours/config';
import { dataSourceOptions } from '@parcours/database';
import { profiles, waitFor } from '@parcours/testing';
import { DataSource } from 'typeorm';
import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { type HeardCall, Loopback, type LoopbackAnswer } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

/** By the beginning of the path. */
function answerTo({ path, before }: HeardCall): LoopbackAnswer {
  if (path.startsWith('/score')) return { body: { score: 0.9, deep: { list: [1, 2] } } };
  if (path.startsWith('/busy')) return before === 0 ? { status: 503 } : { body: { score: 1 } };
  if (path.startsWith('/refuses')) return { status: 422, body: { no: true } };
  if (path.startsWith('/moved')) return { status: 302, headers: { location: '/score/moved' } };
  if (path.startsWith('/long')) return { body: { score: 'x'.repeat(70_000) } };
  if (path.startsWith('/hangs')) return 'hang';
  return { body: 'plain words' };
}

describe.each(profiles)('a call to another system on $name (C6)', (profile) => {
  let platform: Platform;
  let other: Loopback;
  beforeAll(async () => {
    other = await Loopback.start(answerTo);
    platform = await startPlatform(profile, { environment: { PARCOURS_OUTGOING_ALLOW: '127.0.0.1' } });
  });
  afterAll(async () => {
    await platform.stop();
    await other.stop();
  });

  /** A journey that calls, and ends for another reason where the call has failed. */
  async function journeyThat(step: object, definition: object = {}): Promise<JourneyUnderTest> {
    return aJourney(platform).publish({
      start: 'call',
      steps: {
        call: { type: 'http', next: 'end', on: { failed: 'without' }, ...step },
        without: { type: 'exit', reason: 'without' },
        end: { type: 'exit', reason: 'completed' },
      },
      ...definition,
    });
  }

  async function rowsOf(enrollmentId: string) {
    const dataSource = new DataSource(
      await dataSourceOptions(new ParcoursConfig(platform.environment).database),
    );
    await dataSource.initialize();
    try {
      return await dataSource.query<Record<string, unknown>[]>(
        `SELECT * FROM outside_calls WHERE enrollment_id = ${enrollmentId}`,
      );
    } finally {
      await dataSource.destroy();
    }
  }

  it('tells what is read from customer, event and step, and keeps a part of the answer', async () => {
    const journey = await journeyThat(
      {},
      {
        steps: {
          call: {
            type: 'http',
            method: 'PUT',
            url: `${other.url}/score/{{customer.id}}?plan={{customer.plan}}`,
            headers: { 'X-Source': 'parcours {{event.order}}' },
            body: { who: '{{customer.id}}', amount: '{{event.amount}}', at: '{{step.key}}' },
            save: 'response.body.score',
            as: 'score',
            next: 'choose',
          },
          choose: {
            type: 'branch',
            cases: [{ when: { context: 'score', gt: 0.5 }, next: 'high' }],
            else: 'low',
          },
          high: { type: 'exit', reason: 'high' },
          low: { type: 'exit', reason: 'low' },
        },
      },
    );
    await journey.enter('ada/1', { traits: { plan: 'a&b' }, properties: { amount: 12, order: 'o-1' } });
    const ended = await journey.ended('ada/1');
    expect(ended).toMatchObject({ endReason: 'high', context: { score: 0.9 } });
    const [call] = other.to('/score/ada%2F1?plan=a%26b');
    expect(call).toMatchObject({
      method: 'PUT',
      headers: { 'x-source': 'parcours o-1', 'content-type': 'application/json', 'user-agent': 'Parcours' },
    });
    expect(JSON.parse(call!.body)).toEqual({ who: 'ada/1', amount: 12, at: 'call' });
    expect(call!.headers['idempotency-key']).toMatch(/^\d+$/);
    expect(await journey.history(ended.id)).toMatchObject([
      { step: 'call', code: 'answered', words: 'The other system answered 200, and it went on to choose.' },
      { step: 'choose' },
      { step: 'high' },
    ]);
    const [row] = await rowsOf(ended.id);
    expect(row).toMatchObject({ status: 2, attempts: 1, maybe_duplicate: 0, request: null, queue_at: null });
  });

  it('tries again with the same key what fails for a while', async () => {
    const journey = await journeyThat({ url: `${other.url}/busy/again`, body: 'words' });
    await journey.enter('patient');
    const ended = await journey.passage('patient', ({ state }) => state === 'ended');
    const calls = other.to('/busy/again');
    expect(calls.map(({ body }) => body)).toEqual(['words', 'words']);
    expect(calls[0]!.headers['idempotency-key']).toBe(calls[1]!.headers['idempotency-key']);
    expect(calls[0]!.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(ended.endReason).toBe('completed');
    expect(await rowsOf(ended.id)).toMatchObject([{ attempts: 2, maybe_duplicate: 1, failure: null }]);
  });

  it.each([
    ['refuses', 'outside.refused'],
    ['moved', 'outside.refused'],
    ['long', 'outside.answer-too-long'],
  ])('takes the way of failures at once where the other system %s it', async (path, reason) => {
    const journey = await journeyThat({
      method: 'GET',
      url: `${other.url}/${path}/once`,
      save: 'response.body.score',
      as: 'score',
    });
    await journey.enter(path);
    const ended = await journey.ended(path);
    expect(ended.endReason).toBe('without');
    const [record] = await journey.history(ended.id);
    expect(record).toMatchObject({ code: 'failed', detail: { reason, next: 'without' } });
    expect(other.to(`/${path}/once`)).toHaveLength(1);
    expect(other.to('/score/moved')).toHaveLength(0);
  });

  it('goes on to next without a way for failures, and says why', async () => {
    const journey = await aJourney(platform).publish({
      start: 'call',
      steps: {
        call: { type: 'http', url: 'https://localhost/inside', next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    await journey.enter('guarded');
    const ended = await journey.ended('guarded');
    expect(ended.endReason).toBe('completed');
    const [record] = await journey.history(ended.id, 'fr');
    expect(record).toMatchObject({
      code: 'failed',
      detail: { reason: 'outgoing.address-refused' },
      words: expect.stringContaining('n’a pas pu être appelé'),
    });
  });

  it('lets no value of a customer lead to another path', async () => {
    const journey = await journeyThat({
      method: 'DELETE',
      url: `${other.url}/people/{{customer.handle}}/tasks`,
    });
    await journey.enter('climber', { traits: { handle: '..' } });
    const ended = await journey.ended('climber');
    const [record] = await journey.history(ended.id);
    expect(record).toMatchObject({ code: 'failed', detail: { reason: 'outside.address-invalid' } });
    expect(other.to('/tasks')).toHaveLength(0);
  });

  it('is taken back when the customer leaves before it is made again', async () => {
    const left = unique('left');
    const journey = await journeyThat(
      { url: `${other.url}/hangs/${left}`, timeout: '1s' },
      { exit: [{ event: left }] },
    );
    await journey.enter('leaver');
    const waiting = await journey.standsAt('leaver', 'call');
    expect(waiting.waitsFor).toEqual({ for: 'call', events: [], messageOutcome: false, answer: true });
    await waitFor(async () => {
      const [row] = await rowsOf(waiting.id);
      return row?.['status'] === 0 && row['attempts'] === 1 ? row : undefined;
    });
    await journey.tell('leaver', left);
    await journey.ended('leaver');
    const [row] = await rowsOf(waiting.id);
    expect(row).toMatchObject({ status: 4, request: null, queue_at: null });
    expect(other.to(`/hangs/${left}`)).toHaveLength(1);
  });
});
