import { profiles, waitFor } from '@parcours/testing';
import { LaneSessions } from '../../libs/journeys/src/lanes/lane-batch.service.js';
import { aJourney, settled, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const REST = { type: 'wait', for: '30d', next: 'mail' };
const STEPS = {
  rest: REST,
  mail: { type: 'message', template: 'hello', next: 'hope' },
  hope: { type: 'wait-for', any: [{ event: 'hoped-for', next: 'end' }] },
  end: { type: 'exit', reason: 'completed' },
};
const why = { reason: 'as the test wants it' };

describe.each(profiles)('operations on running journeys on $name (C4, F8)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const customers = (stem: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${unique(stem)}-${at}`);

  async function journeyWith(definition: object, ids: readonly string[], step: string) {
    const journey = await aJourney(platform).publish(definition);
    for (const id of ids) await journey.enter(id);
    for (const id of ids) await journey.standsAt(id, step);
    return journey;
  }

  const finished = (id: string) =>
    waitFor(
      async () => {
        const operation = await platform.data('GET', `/operations/${id}`);
        return operation.state === 'finished' ? operation : undefined;
      },
      { describe: () => `operation ${id} to finish` },
    );

  async function done(path: string, body: object) {
    const { id } = await platform.data('POST', path, body);
    return finished(id);
  }

  const lastRecord = async (journey: JourneyUnderTest, id: string, step: string) =>
    (await journey.history(id)).find((record) => record.step === step);

  describe('one enrollment', () => {
    it('leaves when told to, and a message that waits with it', async () => {
      const journey = await journeyWith({ start: 'rest', steps: STEPS }, ['one-exit'], 'rest');
      const { id } = await journey.standsAt('one-exit', 'rest');
      expect(await done(`/enrollments/${id}/exit`, why)).toMatchObject({ selected: 1, done: 1, missed: 0 });
      expect((await journey.ended('one-exit')).endReason).toBe('exited-by-operator');
      expect(await lastRecord(journey, id, 'rest')).toMatchObject({
        code: 'exited-by-operator',
        detail: { reason: why.reason },
        words: expect.stringContaining(why.reason),
      });
      const again = await platform.call('POST', `/enrollments/${id}/exit`, why);
      expect(again).toMatchObject({ status: 409, body: { code: 'journeys.enrollment-ended' } });
      const { body } = await platform.call('GET', `/audit-log?filter[subject][eq]=${id}`);
      expect(body.data[0]).toMatchObject({ action: 'enrollments.exit', details: { reason: why.reason } });
    });

    it('is moved to a step, and goes on from there', async () => {
      const journey = await aJourney(platform).publish({ start: 'rest', steps: STEPS });
      await journey.enter('one-move', { traits: { email: 'one-move@example.com' } });
      const { id } = await journey.standsAt('one-move', 'rest');
      const wrong = await platform.call('POST', `/enrollments/${id}/move`, { step: 'nowhere', ...why });
      expect(wrong).toMatchObject({ status: 422, body: { code: 'journeys.step-unknown' } });
      await done(`/enrollments/${id}/move`, { step: 'mail', ...why });
      await journey.standsAt('one-move', 'hope');
      await journey.message('one-move', ({ status }) => status === 'sent');
      expect(await journey.trail(id)).toEqual(['rest:moved-by-operator', 'mail:queued']);
    });

    it('has its wait cut short, but not one that time does not end', async () => {
      const journey = await journeyWith({ start: 'rest', steps: STEPS }, ['one-skip'], 'rest');
      const { id } = await journey.standsAt('one-skip', 'rest');
      await done(`/enrollments/${id}/skip`, why);
      await journey.standsAt('one-skip', 'hope');
      expect((await journey.trail(id))[0]).toBe('rest:skipped-by-operator');
      expect(await done(`/enrollments/${id}/skip`, why)).toMatchObject({ done: 0, missed: 1 });
    });

    it('has its failed message sent after all', async () => {
      const broken = unique('broken');
      const document = (subject: string) => ({
        name: broken,
        channels: { email: { subject, html: '<p>Hello</p>' } },
      });
      await platform.publish('message-templates', broken, document('{{customer.nickname}}'));
      const steps = { mail: { type: 'message', template: broken, next: 'end' }, end: STEPS.end };
      const journey = await aJourney(platform).publish({ start: 'mail', steps });
      await journey.enter('one-retry', { traits: { email: 'one-retry@example.com' } });
      const { id } = await journey.ended('one-retry');
      await journey.message('one-retry', ({ status }) => status === 'failed');
      await journey.tell('one-retry', 'named', { traits: { nickname: 'Lou' } });
      await settled(platform, 'one-retry');
      await done(`/enrollments/${id}/retry`, why);
      expect(await journey.message('one-retry', ({ status }) => status === 'sent')).toMatchObject({
        attempts: 1,
      });
    });
  });

  it('lists by step, by what is waited for and since when', async () => {
    const journey = await journeyWith({ start: 'rest', steps: STEPS }, ['list-1'], 'rest');
    const base = `/enrollments?filter[journey][eq]=${journey.key}&filter[state][eq]=active&filter[step][eq]=rest`;
    const found = async (more: string) => (await platform.data('GET', base + more)).length;
    expect(await found('&filter[waitsFor][eq]=time')).toBe(1);
    expect(await found('&filter[waitsFor][eq]=events')).toBe(0);
    expect(await found('&filter[waitingSince][lt]=2020-01-01T00:00:00Z')).toBe(0);
    expect(await found('&filter[waitingSince][gt]=2020-01-01T00:00:00Z')).toBe(1);
    expect(await found('&filter[held][eq]=true')).toBe(0);
    expect(await found('&filter[failure][null]=true')).toBe(1);
    expect(await found('&filter[version][eq]=1&filter[customerId][eq]=list-1')).toBe(1);
  });

  it('works many at once, by filter, counted first', async () => {
    const ids = customers('bulk', 12);
    const journey = await journeyWith({ start: 'rest', steps: STEPS }, ids, 'rest');
    const some = ids.slice(0, 5);
    const filter = { steps: ['rest'], customerIds: some };
    const preview = await platform.data('POST', '/enrollments/bulk/preview', {
      journey: journey.key,
      filter,
    });
    expect(preview).toEqual({ matching: 5 });
    const order = { journey: journey.key, filter, action: 'move', step: 'hope', ...why };
    expect(await done('/enrollments/bulk', order)).toMatchObject({ selected: 5, done: 5, missed: 0 });
    expect(await done('/enrollments/bulk', order)).toMatchObject({ selected: 0, done: 0 });
    for (const id of some) await journey.standsAt(id, 'hope');
    const all = { journey: journey.key, filter: { versions: [1] }, action: 'exit', ...why };
    expect(await done('/enrollments/bulk', all)).toMatchObject({ selected: 12, done: 12 });
    const reasons = new Set((await journey.enrollments()).map(({ endReason }) => endReason));
    expect([...reasons]).toEqual(['exited-by-operator']);
    const wrong = await platform.call('POST', '/enrollments/bulk', { ...all, journey: 'nowhere' });
    expect(wrong).toMatchObject({ status: 404, body: { code: 'journeys.not-found' } });
  });

  describe('a paused journey', () => {
    const paused = (key: string) => platform.data('GET', `/journeys/${key}/pause`);

    it('lets nobody in and holds those under way, with what comes for them, until it resumes', async () => {
      const [first, second] = [unique('first'), unique('second')];
      const steps = {
        short: { type: 'wait', for: '8s', next: 'one' },
        one: { type: 'wait-for', any: [{ event: first, next: 'two' }] },
        two: { type: 'wait-for', any: [{ event: second, next: 'end' }] },
        end: STEPS.end,
      };
      const journey = await aJourney(platform).publish({ start: 'short', steps });
      await journey.enter('held-1');
      const { id } = await journey.standsAt('held-1', 'short');
      const pause = await platform.data('POST', `/journeys/${journey.key}/pause`, why);
      expect(pause).toMatchObject({ paused: true, inFlight: 'hold', operation: null });
      await journey.enter('held-2');
      await settled(platform, 'held-2');
      expect(await journey.enrollments('held-2')).toEqual([]);
      const { data } = (await platform.call('GET', '/customers/held-2/timeline')).body;
      expect(JSON.stringify(data)).toContain('journey.not-entered');
      await waitFor(async () => (await paused(journey.key)).held.enrollments === 1);
      await journey.tell('held-1', first);
      await journey.tell('held-1', second);
      await settled(platform, 'held-1');
      expect(await journey.standsAt('held-1', 'short')).toMatchObject({ held: true });
      expect((await paused(journey.key)).held).toEqual({ enrollments: 1, entries: 2 });
      const skipped = await platform.call('POST', `/enrollments/${id}/skip`, why);
      expect(skipped).toMatchObject({ status: 409, body: { code: 'journeys.paused' } });
      await platform.data('POST', `/journeys/${journey.key}/resume`, why);
      await waitFor(async () => !(await paused(journey.key)).paused);
      // As if there had been no pause: first the end of the wait, which came first, and then the events.
      await journey.ended('held-1');
      expect(await journey.trail(id)).toEqual(['short:elapsed', 'one:event', 'two:event', 'end:ended']);
      expect((await paused(journey.key)).held).toEqual({ enrollments: 0, entries: 0 });
      await journey.enter('held-2');
      await journey.passage('held-2');
    });

    it('brings what came for a wait in its order when it resumes', async () => {
      const [first, second] = [unique('first'), unique('second')];
      const steps = {
        one: { type: 'wait-for', any: [{ event: first, next: 'two' }] },
        two: { type: 'wait-for', any: [{ event: second, next: 'end' }] },
        end: STEPS.end,
      };
      const journey = await journeyWith({ start: 'one', steps }, ['ordered'], 'one');
      await platform.data('POST', `/journeys/${journey.key}/pause`, why);
      await journey.tell('ordered', first);
      await journey.tell('ordered', second);
      await settled(platform, 'ordered');
      await journey.standsAt('ordered', 'one');
      await platform.data('POST', `/journeys/${journey.key}/resume`, why);
      const { id } = await journey.ended('ordered');
      expect(await journey.trail(id)).toEqual(['one:event', 'two:event', 'end:ended']);
      const again = await platform.call('POST', `/journeys/${journey.key}/resume`, why);
      await waitFor(async () => !(await paused(journey.key)).paused);
      expect([200, 409]).toContain(again.status);
      const late = await platform.call('POST', `/journeys/${journey.key}/resume`, why);
      expect(late).toMatchObject({ status: 409, body: { code: 'journeys.not-paused' } });
    });

    it('takes those under way out where it drops them', async () => {
      const ids = customers('dropped', 3);
      const journey = await journeyWith({ start: 'rest', steps: STEPS }, ids, 'rest');
      const { operation } = await platform.data('POST', `/journeys/${journey.key}/pause`, {
        inFlight: 'drop',
        ...why,
      });
      expect(await finished(operation)).toMatchObject({ action: 'exit', done: 3 });
      for (const id of ids) expect((await journey.ended(id)).endReason).toBe('paused');
    });
  });

  describe('versions in flight', () => {
    const versionTwo = (journey: JourneyUnderTest, steps: object) => ({
      name: journey.key,
      definition: {
        entry: { triggers: [{ type: 'event', event: journey.event }], reentry: { mode: 'always' } },
        start: Object.keys(steps)[0],
        steps,
      },
    });

    it('go over where the new version has the step, and the preview says how many', async () => {
      const [old, fresh] = [unique('old'), unique('fresh')];
      const hope = (event: string) => ({ type: 'wait-for', any: [{ event, next: 'end' }] });
      const steps = {
        fork: {
          type: 'branch',
          cases: [
            { when: { trait: 'at', is: 'rest' }, next: 'rest' },
            { when: { trait: 'at', is: 'hope' }, next: 'hope' },
          ],
          else: 'gone',
        },
        rest: { type: 'wait', for: '30d', next: 'end' },
        hope: hope(old),
        gone: { type: 'wait', for: '30d', next: 'end' },
        end: STEPS.end,
      };
      const journey = await aJourney(platform).publish({ start: 'fork', steps });
      for (const at of ['rest', 'hope', 'gone']) await journey.enter(`go-${at}`, { traits: { at } });
      for (const at of ['rest', 'hope', 'gone']) await journey.standsAt(`go-${at}`, at);
      const before = await journey.standsAt('go-rest', 'rest');
      const { gone: _gone, ...kept } = steps;
      const changed = {
        ...kept,
        fork: { ...steps.fork, else: 'rest' },
        rest: { type: 'wait', for: '60d', next: 'end' },
        hope: hope(fresh),
      };
      await platform.client.send({
        method: 'PUT',
        path: `/journey-templates/${journey.key}`,
        body: versionTwo(journey, changed),
      });
      const preview = await platform.data('POST', `/journey-templates/${journey.key}/migration-preview`, {});
      expect(preview).toEqual({
        moves: 2,
        stays: 1,
        steps: [
          { version: 1, step: 'gone', enrollments: 1, moves: false, why: 'step-gone', waitChanges: false },
          { version: 1, step: 'hope', enrollments: 1, moves: true, why: null, waitChanges: true },
          { version: 1, step: 'rest', enrollments: 1, moves: true, why: null, waitChanges: false },
        ],
      });
      await platform.data('POST', `/journey-templates/${journey.key}/publish`, { enrollments: 'migrate' });
      const { body } = await platform.call('GET', `/operations?filter[journey][eq]=${journey.key}`);
      expect(await finished(body.data[0].id)).toMatchObject({ selected: 3, done: 2, missed: 1 });
      const versions = await Promise.all(
        ['rest', 'hope', 'gone'].map(async (at) => (await journey.standsAt(`go-${at}`, at)).version),
      );
      expect(versions).toEqual([2, 2, 1]);
      expect((await journey.standsAt('go-rest', 'rest')).dueAt).toBe(before.dueAt);
      await journey.tell('go-hope', old);
      await settled(platform, 'go-hope');
      await journey.standsAt('go-hope', 'hope');
      await journey.tell('go-hope', fresh);
      await journey.ended('go-hope');
    });

    it('stay by default, and go over when asked later, or at a planned publish', async () => {
      const journey = await journeyWith({ start: 'rest', steps: STEPS }, ['later'], 'rest');
      await platform.publish(
        'journey-templates',
        journey.key,
        versionTwo(journey, { ...STEPS, rest: { ...REST, for: '5d' } }),
      );
      expect((await journey.standsAt('later', 'rest')).version).toBe(1);
      expect(await done(`/journeys/${journey.key}/migrate`, why)).toMatchObject({ done: 1 });
      expect((await journey.standsAt('later', 'rest')).version).toBe(2);
      await platform.client.send({
        method: 'PUT',
        path: `/journey-templates/${journey.key}`,
        body: versionTwo(journey, { ...STEPS, rest: { ...REST, for: '6d' } }),
      });
      const at = new Date(Date.now() + 3_000).toISOString();
      await platform.data('POST', `/journey-templates/${journey.key}/publish`, {
        at,
        enrollments: 'migrate',
      });
      await journey.passage('later', ({ version }) => version === 3);
    });

    it('end or drain when the journey is taken out of use', async () => {
      const draining = await journeyWith({ start: 'rest', steps: STEPS }, ['drain'], 'rest');
      await platform.data('POST', `/journey-templates/${draining.key}/unpublish`, { enrollments: 'drain' });
      const stopping = await journeyWith({ start: 'rest', steps: STEPS }, ['stop'], 'rest');
      await platform.data('POST', `/journey-templates/${stopping.key}/unpublish`, { enrollments: 'stop' });
      expect((await stopping.ended('stop')).endReason).toBe('unpublished');
      expect((await draining.standsAt('drain', 'rest')).state).toBe('active');
    });

    describe('leave nobody behind who is being let in at that moment:', () => {
      /** Holds batches at `method`; resolves once one is there. */
      function holdBatches(method: 'openJourneys' | 'isOutdated') {
        const release = deferred();
        const reached = deferred();
        const { prototype } = LaneSessions;
        const original: (...args: never[]) => Promise<unknown> = prototype[method];
        async function held(this: LaneSessions, ...args: never[]) {
          const answer = await original.apply(this, args);
          reached.resolve();
          await release.promise;
          return answer;
        }
        Object.defineProperty(prototype, method, { configurable: true, writable: true, value: held });
        return {
          reached: reached.promise,
          letGo() {
            Object.defineProperty(prototype, method, { configurable: true, writable: true, value: original });
            release.resolve();
          },
        };
      }

      const exitOf = (journey: JourneyUnderTest) =>
        waitFor(async () => {
          const { body } = await platform.call('GET', `/operations?filter[journey][eq]=${journey.key}`);
          return body.data[0];
        });

      const active = async (journey: JourneyUnderTest) =>
        (await journey.enrollments()).filter(({ state }) => state === 'active');

      it.each(['unpublish', 'pause'])('a batch that read the journeys before %s', async (how) => {
        const journey = await aJourney(platform).publish({ start: 'rest', steps: STEPS });
        const batches = holdBatches('openJourneys');
        try {
          await journey.enter(`behind-${how}`);
          await batches.reached;
          await close(journey, how);
          await finished((await exitOf(journey)).id);
        } finally {
          batches.letGo();
        }
        await settled(platform, `behind-${how}`);
        expect(await active(journey)).toEqual([]);
      });

      // An embedded installation has one transaction at a time: nothing is closed during a batch.
      if (profile.name === 'server') {
        it.each(['unpublish', 'pause'])('a batch that is at work during %s', async (how) => {
          const journey = await aJourney(platform).publish({ start: 'rest', steps: STEPS });
          const batches = holdBatches('isOutdated');
          try {
            await journey.enter(`during-${how}`);
            await batches.reached;
            await close(journey, how);
            await exitOf(journey);
          } finally {
            batches.letGo();
          }
          await finished((await exitOf(journey)).id);
          expect(await journey.ended(`during-${how}`)).toMatchObject({ state: 'ended' });
        });
      }

      const close = (journey: JourneyUnderTest, how: string) =>
        how === 'pause'
          ? platform.data('POST', `/journeys/${journey.key}/pause`, { inFlight: 'drop', ...why })
          : platform.data('POST', `/journey-templates/${journey.key}/unpublish`, { enrollments: 'stop' });
    });
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
