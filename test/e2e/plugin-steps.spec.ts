import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, unique } from './support/journeys.js';
import type { EnrollmentSeen, JourneyUnderTest } from './support/journeys.js';
import { type HeardCall, Loopback, type LoopbackAnswer } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

interface Asked {
  readonly attempt: number;
  readonly config: { readonly amount: number };
}

/** By the amount that is asked for. */
function answerTo({ body }: HeardCall): LoopbackAnswer {
  const { config, attempt } = JSON.parse(body) as Asked;
  if (config.amount === 13) return { status: 400, body: {} };
  if (config.amount === 7 && attempt === 1) return { status: 200, body: { way: 'sideways' } };
  const way = config.amount > 1_000 ? 'refused' : 'granted';
  return { status: 200, body: { way, output: { limit: config.amount * 2 } } };
}

describe.each(profiles)('a type of step of a plugin on $name (C6)', (profile) => {
  let platform: Platform;
  let other: Loopback;
  beforeAll(async () => {
    other = await Loopback.start(answerTo);
    platform = await startPlatform(profile, { environment: { PARCOURS_PLUGIN_DIRS: PLUGINS } });
  });
  afterAll(async () => {
    await platform.stop();
    await other.stop();
  });

  function stepsWith(step: object) {
    return {
      start: 'credit',
      steps: {
        credit: {
          type: 'crm.credit',
          config: { url: other.url, amount: '{{event.amount}}' },
          save: 'output.limit',
          as: 'limit',
          ways: { refused: 'sorry' },
          on: { failed: 'later' },
          next: 'end',
          ...step,
        },
        sorry: { type: 'exit', reason: 'sorry' },
        later: { type: 'exit', reason: 'later' },
        end: { type: 'exit', reason: 'completed' },
      },
    };
  }

  async function journeyThat(step: object = {}): Promise<JourneyUnderTest> {
    return aJourney(platform).publish(stepsWith(step));
  }

  async function draft(step: object, more: object = {}): Promise<string> {
    const key = unique('plugin-step');
    const definition = { entry: { triggers: [{ type: 'event', event: 'applied' }] }, ...stepsWith(step) };
    await platform.data('PUT', `/journey-templates/${key}`, { name: key, definition, ...more });
    return key;
  }

  it('is told what is read of the customer, and its answer decides the way', async () => {
    const journey = await journeyThat();
    await journey.enter('rich', { properties: { amount: 400 } });
    const granted = await journey.ended('rich');
    expect(granted).toMatchObject({ endReason: 'completed', context: { limit: 800 } });
    const { headers, body } = await waitFor(async () =>
      other.calls.find(({ body: said }) => said.includes('"amount":400')),
    );
    expect(headers['idempotency-key']).toMatch(/^\d+$/);
    expect(JSON.parse(body)).toMatchObject({
      attempt: 1,
      customer: { id: 'rich' },
      config: { amount: 400, currency: 'EUR' },
      event: { properties: { amount: 400 } },
    });
    expect(await journey.history(granted.id)).toMatchObject([
      { type: 'crm.credit', code: 'answered', words: 'The credit was granted: on to end.' },
      {},
    ]);
  });

  it('goes the other way where that is answered', async () => {
    const journey = await journeyThat();
    await journey.enter('poor', { properties: { amount: 5_000 } });
    const refused = await journey.ended('poor');
    expect(refused.endReason).toBe('sorry');
    const [record] = await journey.history(refused.id);
    expect(record?.['words']).toBe('The plugin answered refused, and it went on to sorry.');
  });

  it('takes the way of failures', async () => {
    const journey = await journeyThat();
    await journey.enter('unlucky', { properties: { amount: 13 } });
    expect((await journey.ended('unlucky')).endReason).toBe('later');
    await journey.enter('unread', { properties: {} });
    const unread = await journey.ended('unread');
    const [record] = await journey.history(unread.id);
    expect(record).toMatchObject({ code: 'failed', detail: { reason: 'plugins.input-invalid' } });
  });

  it('is tried again where the plugin answers no way that it has declared', async () => {
    const journey = await journeyThat();
    await journey.enter('odd', { properties: { amount: 7 } });
    expect((await journey.ended('odd')).endReason).toBe('completed');
    const attempts = other.calls.map(({ body }) => JSON.parse(body) as Asked);
    expect(attempts.filter(({ config }) => config.amount === 7).map(({ attempt }) => attempt)).toEqual([
      1, 2,
    ]);
  });

  it.each([
    ['type', { type: 'crm.credits' }, '/type', 'journeys.unknown-step-type'],
    ['config', { config: { url: 'x', amount: 'much' } }, '/config/amount', 'journeys.invalid-config'],
    ['way', { ways: { refuse: 'sorry' } }, '/ways/refuse', 'journeys.unknown-way'],
  ])('is not published with an unknown or unfit %s', async (_what, step, place, code) => {
    const key = await draft(step);
    const { status, body } = await platform.call('POST', `/journey-templates/${key}/publish`, {});
    expect(status).toBe(422);
    const pointer = `/definition/steps/credit${place}`;
    expect(body.errors).toContainEqual(expect.objectContaining({ code, pointer }));
  });

  it('is in the schema, in drawings and in the list of words', async () => {
    const { body } = await platform.call('GET', '/schemas/journey-definition');
    expect(body).toHaveProperty(['$defs', 'step-crm.credit', 'title'], 'Credit check');
    const key = await draft({});
    const french = await platform.call(
      'GET',
      `/journey-templates/${key}/diagram.txt?version=draft&locale=fr`,
    );
    expect(JSON.stringify(french.body)).toContain('Contrôle de solvabilité');
  });

  it('plays the way that a test of the journey has it answer', async () => {
    const test = {
      name: 'the poor are told',
      timeline: [{ at: '+0m', event: 'applied' }],
      answers: { credit: { way: 'refused' } },
      expect: [{ exits: 'sorry' }],
    };
    const key = await draft({ config: { url: other.url, amount: 5_000 } }, { tests: [test] });
    expect(await platform.data('POST', `/journey-templates/${key}/test`, {})).toMatchObject({
      passed: 1,
      failed: 0,
    });
  });
});

describe.each(profiles)('a plugin that is removed on $name (C6)', (profile) => {
  let other: Loopback;
  let database: Awaited<ReturnType<typeof profile.prepare>>;
  beforeAll(async () => {
    other = await Loopback.start(answerTo);
    database = await profile.prepare();
  });
  afterAll(async () => {
    await database.dispose();
    await other.stop();
  });

  /** The same installation once more, with these plugins. */
  async function during(environment: Record<string, string>, work: (platform: Platform) => Promise<void>) {
    const same = { ...profile, prepare: async () => ({ ...database, dispose: async () => {} }) };
    const platform = await startPlatform(same, {
      basics: false,
      environment: { ...environment, PARCOURS_SWEEP_MS: '500' },
    });
    try {
      await work(platform);
    } finally {
      await platform.stop();
    }
  }

  it('leaves its customers waiting, others alone, and goes on when it is back', async () => {
    const steps = {
      credit: {
        type: 'crm.credit',
        config: { url: other.url, amount: 5_000 },
        ways: { refused: 'sorry' },
        next: 'end',
      },
      sorry: { type: 'exit', reason: 'sorry' },
      end: { type: 'exit', reason: 'completed' },
    };
    const triggers = [{ type: 'api' }];
    const withPlugin = { name: 'With', definition: { entry: { triggers }, start: 'credit', steps } };
    const { end } = steps;
    const plain = { name: 'Plain', definition: { entry: { triggers }, start: 'end', steps: { end } } };
    // Nobody knows the customer before the lane has.
    const passage = async (platform: Platform, customer: string): Promise<EnrollmentSeen | undefined> =>
      (await platform.call('GET', `/customers/${customer}/enrollments`)).body.data?.[0];

    await during({ PARCOURS_PLUGIN_DIRS: PLUGINS }, async (platform) => {
      await platform.publish('journey-templates', 'with-plugin', withPlugin);
      await platform.publish('journey-templates', 'plain', plain);
    });
    await during({}, async (platform) => {
      for (const journey of ['with-plugin', 'plain']) {
        const body = { customerId: journey, context: {} };
        await platform.data('POST', `/journeys/${journey}/trigger`, body);
      }
      await waitFor(async () => (await passage(platform, 'plain'))?.state === 'ended');
      await waitFor(async () => (await passage(platform, 'with-plugin'))?.step === 'credit');
      const found = await platform.data('POST', '/journey-templates/with-plugin/validate', {});
      expect(JSON.stringify(found)).toContain('journeys.unknown-step-type');
      expect(other.calls).toEqual([]);
    });
    await during({ PARCOURS_PLUGIN_DIRS: PLUGINS }, async (platform) => {
      const ended = await waitFor(async () => {
        const seen = await passage(platform, 'with-plugin');
        return seen?.state === 'ended' ? seen : undefined;
      });
      expect(ended.endReason).toBe('sorry');
    });
  });
});
