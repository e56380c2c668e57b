import { ParcoursConfig } from '@parcours/config';
import { dataSourceOptions } from '@parcours/database';
import type { Schemas } from '@parcours/client';
import { profiles, waitFor } from '@parcours/testing';
import { DataSource } from 'typeorm';
import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { type HeardCall, Loopback, type LoopbackAnswer } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

/** What was put right, by the end of the path. */
const mended = new Set<string>();

/** By the beginning of the path. */
function answerTo({ path, before, headers }: HeardCall): LoopbackAnswer {
  const isMended = mended.has(path.split('/').at(-1) ?? '');
  if (path.startsWith('/echo')) return { body: { told: headers } };
  if (path.startsWith('/mended')) return { status: isMended ? 200 : 422 };
  // So long that the test would end before the next attempt.
  if (path.startsWith('/late')) return isMended ? {} : { status: 503, headers: { 'retry-after': '600' } };
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

  describe('in the hands of people', () => {
    type Call = Schemas['OutsideCall'];
    const callsOf = (filter: string): Promise<readonly Call[]> =>
      platform.data('GET', `/outside-calls?${filter}`);
    const waiting = (customerId: string) =>
      waitFor(async () => {
        const [call] = await callsOf(`filter[customerId][eq]=${customerId}&filter[status][eq]=queued`);
        return call?.failure && call;
      });

    it('is listed with what came of it, and stands on the timeline', async () => {
      const journey = await journeyThat({
        method: 'GET',
        url: `${other.url}/score/seen?who={{customer.id}}`,
      });
      const id = unique('seen');
      await journey.enter(id);
      const ended = await journey.ended(id);
      const system = new URL(other.url).host.replace(':', '_');
      const filters = [
        `filter[journey][eq]=${journey.key}`,
        `filter[customerId][eq]=${id}`,
        `filter[system][eq]=${system}&filter[status][eq]=succeeded&filter[step][eq]=call&filter[enrollmentId][eq]=${ended.id}`,
      ];
      for (const filter of filters) {
        const [call, ...others] = await callsOf(filter);
        expect(others).toEqual([]);
        expect(call).toMatchObject({
          ...{ customerId: id, enrollmentId: ended.id, journey: journey.key, step: 'call', visit: 1 },
          ...{ kind: 'host', system, request: null, status: 'succeeded', attempts: 1, failure: null },
        });
        expect(await platform.data('GET', `/outside-calls/${call!.id}`)).toEqual(call);
      }
      expect(await callsOf(`filter[journey][eq]=${journey.key}&filter[kind][eq]=connector`)).toEqual([]);
      const [entry] = await platform.data('GET', `/customers/${id}/timeline?filter[kind][eq]=call`);
      expect(entry).toMatchObject({
        name: 'call.succeeded',
        details: { journey: journey.key, step: 'call', kind: 'host', system, status: 'succeeded' },
      });
      expect((await platform.call('GET', '/outside-calls/12')).status).toBe(404);
    });

    it('is given up while it waits: its customer goes on by the way of failures, once', async () => {
      const id = unique('given-up');
      const journey = await journeyThat({ url: `${other.url}/hangs/${id}`, timeout: '1s' });
      await journey.enter(id);
      const call = await waiting(id);
      expect(call.request).toEqual({ method: 'POST', url: `${other.url}/hangs/${id}` });
      const { status } = await platform.call('POST', `/outside-calls/${call.id}/give-up`, { reason: 'Gone' });
      expect(status).toBe(202);
      const ended = await journey.ended(id);
      expect(await journey.history(ended.id)).toMatchObject([
        { code: 'failed', detail: { reason: 'outside.given-up' } },
        { step: 'without' },
      ]);
      const again = await platform.call('POST', `/outside-calls/${call.id}/give-up`, { reason: 'Gone' });
      expect([again.status, again.body.code]).toEqual([409, 'journeys.outside-call-over']);
      expect(await platform.data('GET', `/outside-calls/${call.id}`)).toMatchObject({
        status: 'failed',
        failure: { code: 'outside.given-up', detail: expect.stringContaining('Gone') },
      });
      const log = await platform.data('GET', '/audit-log?filter[action][eq]=outside-calls.given-up&limit=1');
      expect(log).toMatchObject([{ subject: { type: 'outside-calls', key: call.id } }]);
    });

    it('is made once more after it has failed, with the same key; its customer stays where they went', async () => {
      const id = unique('mended');
      const journey = await journeyThat({ url: `${other.url}/mended/${id}`, body: 'words' });
      await journey.enter(id);
      const ended = await journey.ended(id);
      expect(ended.endReason).toBe('without');
      const [failed] = await callsOf(`filter[customerId][eq]=${id}`);
      expect(failed).toMatchObject({ status: 'failed', failure: { code: 'outside.refused', status: 422 } });
      mended.add(id);
      await platform.data('POST', `/outside-calls/${failed!.id}/retry`, { reason: 'Mended' });
      await waitFor(async () => {
        const { status } = await platform.data('GET', `/outside-calls/${failed!.id}`);
        return status === 'succeeded';
      });
      const heard = other.to(`/mended/${id}`);
      expect(heard.map(({ body }) => body)).toEqual(['words', 'words']);
      expect(heard[0]!.headers['idempotency-key']).toBe(heard[1]!.headers['idempotency-key']);
      expect(await journey.trail(ended.id)).toEqual(['call:failed', 'without:ended']);
      const again = await platform.call('POST', `/outside-calls/${failed!.id}/retry`, { reason: 'Twice' });
      expect(again.status).toBe(409);
    });

    it('is made at once where it waits for its next attempt', async () => {
      const id = unique('hurried');
      const journey = await journeyThat({ url: `${other.url}/late/${id}` });
      await journey.enter(id);
      const { id: call, nextAttemptAt } = await waiting(id);
      mended.add(id);
      await platform.data('POST', `/outside-calls/${call}/retry`, { reason: 'It is up again' });
      expect((await journey.ended(id)).endReason).toBe('completed');
      const { finishedAt, maybeDuplicate } = await platform.data('GET', `/outside-calls/${call}`);
      expect(finishedAt < nextAttemptAt!).toBe(true);
      expect(maybeDuplicate).toBe(true);
    });
  });

  describe('with a secret', () => {
    const VALUE = 'Bearer s3cret-t0ken';
    const host = () => new URL(other.url).host;
    const set = (name: string, body: object = {}) =>
      platform.call('PUT', `/secrets/${name}`, { value: VALUE, hosts: [host()], ...body });
    const findingsOf = async (headers: object) => {
      const key = unique('checked');
      await platform.data('PUT', `/journey-templates/${key}`, {
        name: key,
        definition: {
          entry: { triggers: [{ type: 'api' }] },
          start: 'call',
          steps: {
            call: { type: 'http', url: `${other.url}/score`, headers, next: 'end' },
            end: { type: 'exit' },
          },
        },
      });
      const { findings } = await platform.data('POST', `/journey-templates/${key}/validate`, {});
      return findings.filter(({ severity }: { severity: string }) => severity === 'error');
    };

    it('sends it, and shows it nowhere: not in answers, exports, errors, and not in what is kept', async () => {
      expect((await set('echo-token')).status).toBe(200);
      const id = unique('secretive');
      const journey = await journeyThat({
        url: `${other.url}/echo/${id}`,
        headers: { Authorization: { secret: 'echo-token' }, 'x-plain': 'plain' },
        save: 'response.body',
        as: 'echo',
      });
      await journey.enter(id);
      const { context } = await journey.ended(id);
      expect(other.to(`/echo/${id}`)[0]?.headers).toMatchObject({ authorization: VALUE, 'x-plain': 'plain' });
      expect(context).toMatchObject({ echo: { told: { authorization: '•••' } } });
      const seen = await Promise.all([
        platform.data('GET', '/secrets'),
        platform.data('GET', `/journey-templates/${journey.key}`),
        platform.data('GET', `/outside-calls?filter[customerId][eq]=${id}`),
        platform.data('GET', '/audit-log?filter[action][eq]=secrets.set'),
        platform.call('GET', '/export').then(({ body }) => body),
      ]);
      const text = JSON.stringify(seen);
      expect(text).toContain('echo-token');
      expect(text).not.toContain('s3cret');
      expect(seen[0]).toMatchObject([{ name: 'echo-token', hosts: [host()] }]);
    });

    it('is not published with a secret that there is not, or that is for another host', async () => {
      await set('elsewhere', { hosts: ['api.crm.example'] });
      expect(await findingsOf({ authorization: { secret: 'elsewhere' } })).toMatchObject([
        { code: 'journeys.secret-elsewhere', pointer: '/definition/steps/call/headers/authorization/secret' },
      ]);
      expect(await findingsOf({ authorization: { secret: 'elsewhare' } })).toMatchObject([
        { code: 'journeys.unknown-secret', suggestion: "Did you mean 'elsewhere'?" },
      ]);
      expect(await findingsOf({ 'x-a': { secret: 'elsewhere', more: 1 } })).not.toEqual([]);
    });

    it('keeps a secret that a journey names, and waits for one that may go there no more', async () => {
      await set('kept-token');
      const id = unique('waits');
      const journey = await journeyThat({
        url: `${other.url}/echo/${id}`,
        headers: { authorization: { secret: 'kept-token' } },
      });
      expect((await platform.call('DELETE', '/secrets/kept-token')).body.code).toBe('journeys.secret-in-use');
      await set('kept-token', { hosts: ['api.crm.example'] });
      await journey.enter(id);
      const call = await waitFor(async () => {
        const [found] = await platform.data('GET', `/outside-calls?filter[customerId][eq]=${id}`);
        return found?.failure && found;
      });
      expect(call).toMatchObject({ status: 'queued', failure: { code: 'outside.secret-elsewhere' } });
      expect(other.to(`/echo/${id}`)).toEqual([]);
      await set('kept-token');
      await platform.data('POST', `/outside-calls/${call.id}/retry`, { reason: 'The host is back' });
      await journey.ended(id);
      await platform.data('POST', `/journey-templates/${journey.key}/unpublish`, {});
      expect((await platform.call('DELETE', '/secrets/kept-token')).status).toBe(204);
      expect((await platform.call('DELETE', '/secrets/kept-token')).status).toBe(404);
    });

    it.each([
      ['a line break', { value: 'a\r\nx-evil: 1' }, '/value'],
      ['no value', { value: '' }, '/value'],
      ['an address in place of a host', { hosts: ['https://api.crm.example/x'] }, '/hosts/0'],
      ['no host', { hosts: [] }, '/hosts'],
    ])('takes no secret with %s', async (_what, body, pointer) => {
      const { status, body: problem } = await set(unique('wrong'), body);
      expect([status, problem.errors]).toMatchObject([400, [{ pointer }]]);
    });
  });
});
