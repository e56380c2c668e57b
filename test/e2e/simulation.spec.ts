import { profiles } from '@parcours/testing';

import { unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };
const START = '2026-03-02T08:00:00Z';
const DEFINITION = {
  entry: { triggers: [{ type: 'event', event: 'account.created' }] },
  exit: [{ event: 'account.closed' }],
  goals: [{ key: 'active', event: 'project.created', exits: true }],
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'hello', next: 'rest' },
    rest: { type: 'wait', for: '3d', next: 'end' },
    end: END,
  },
};
const TEST = {
  name: 'is greeted',
  at: START,
  timeline: [{ at: '+0m', event: 'account.created' }],
  expect: [
    { at: '+0m', sends: 'hello', channel: 'email' },
    { exits: 'completed', at: '+3d' },
  ],
};

describe.each(profiles)('simulations on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  async function draft(document: object = {}): Promise<string> {
    const key = unique('simulated');
    await platform.data('PUT', `/journey-templates/${key}`, {
      name: key,
      definition: DEFINITION,
      ...document,
    });
    return key;
  }

  const simulate = (key: string, order: object) =>
    platform.call('POST', `/journey-templates/${key}/simulate`, { at: START, ...order });
  const created = { at: '+0m', event: 'account.created' };

  it('lead a customer made up through a draft, with times, reasons and texts (F5)', async () => {
    const { status, body } = await simulate(await draft(), {
      customer: { traits: { first_name: 'Ada' } },
      timeline: [created, { at: '+1d', event: 'project.created' }],
    });
    expect(status).toBe(200);
    const { happenings, enrollments, complete } = body.data;
    expect(happenings.map(({ after, type }: { after: string; type: string }) => `${after} ${type}`)).toEqual([
      '+0m event',
      '+0m enters',
      '+0m sends',
      '+0m step',
      '+1d event',
      '+1d goal',
      '+1d step',
      '+1d ends',
    ]);
    expect(happenings[2]).toMatchObject({
      template: 'hello',
      channel: 'email',
      content: { subject: expect.any(String), html: expect.any(String) },
    });
    expect(happenings[3].words).toBe('The message was queued on email, and it went on to rest.');
    expect(enrollments).toMatchObject([{ state: 'ended', endReason: 'goal', goals: ['active'] }]);
    expect(complete).toBe(true);
  });

  it('show messages that link to pages of the customer', async () => {
    await platform.publish('message-templates', 'linked', {
      name: 'Linked',
      channels: { email: { subject: 'Linked', html: '<a href="{{links.unsubscribe}}">No more</a>' } },
    });
    const steps = { hello: { type: 'message', template: 'linked', next: 'end' }, end: END };
    const key = await draft({ definition: { ...DEFINITION, steps } });
    const { body } = await simulate(key, { timeline: [created] });
    expect(body.data.happenings.find(({ type }: { type: string }) => type === 'sends')).toMatchObject({
      content: { html: expect.stringContaining('href="#unsubscribe"') },
    });
  });

  it('wait for the outcome of a message until its quiet hours are over', async () => {
    await platform.publish('channel-policies', 'by-day', {
      name: 'By day',
      channels: [{ channel: 'email', connector: 'mailbox' }],
      quietHours: [{ from: '21:00', to: '08:00', timezone: 'UTC' }],
    });
    const hello = { ...DEFINITION.steps.hello, policy: 'by-day', on: { failed: 'end' } };
    const steps = { ...DEFINITION.steps, hello };
    const tests = [
      {
        ...{ name: 'is greeted in the morning', at: '2026-03-02T22:00:00Z', timeline: TEST.timeline },
        expect: [
          { passes: 'hello', code: 'sent', at: '+10h' },
          { exits: 'completed', at: '+82h' },
        ],
      },
    ];
    const key = await draft({ definition: { ...DEFINITION, steps }, tests });
    const { tests: results } = await platform.data('POST', `/journey-templates/${key}/test`, {});
    expect(results).toMatchObject([{ passed: true, failures: [] }]);
  });

  it('write nothing and send nothing', async () => {
    const key = await draft();
    await simulate(key, { customerId: undefined, timeline: [created] });
    expect(await platform.data('GET', `/enrollments?filter[journey][eq]=${key}`)).toEqual([]);
    expect((await platform.call('GET', '/customers/customer')).status).toBe(404);
  });

  it('lead a customer who exists, as they are now, with traits laid over', async () => {
    const who = unique('who');
    await platform.data('PUT', `/customers/${who}`, { traits: { country: 'BE', plan: 'pro' } });
    const definition = {
      ...DEFINITION,
      entry: { ...DEFINITION.entry, condition: { trait: 'country', is: 'FR' } },
    };
    const key = await draft({ definition });
    const refused = await simulate(key, { customerId: who, timeline: [created] });
    expect(refused.body.data.happenings[1]).toMatchObject({ type: 'refused', code: 'condition-failed' });
    const entered = await simulate(key, {
      customerId: who,
      customer: { traits: { country: 'FR' } },
      timeline: [created],
    });
    expect(entered.body.data.enrollments).toHaveLength(1);
    expect(entered.body.data.traits).toMatchObject({ country: 'FR', plan: 'pro' });
  });

  it('take a year of a customer in no time that anybody notices', async () => {
    const definition = {
      ...DEFINITION,
      steps: { hello: DEFINITION.steps.hello, rest: { type: 'wait', for: '1d', next: 'hello' } },
    };
    const { body } = await simulate(await draft({ definition }), { timeline: [created] });
    expect(body.data.happenings.filter(({ type }: { type: string }) => type === 'sends')).toHaveLength(366);
  });

  it.each([
    [{}, 400, 'http.invalid-request', '/timeline'],
    [{ timeline: [{ at: 'tomorrow', event: 'x' }] }, 400, 'http.invalid-request', '/timeline/0/at'],
    [{ timeline: [{ at: '+1d' }] }, 400, 'http.invalid-request', '/timeline/0'],
    [{ timeline: [], at: 'noon' }, 400, 'http.invalid-request', '/at'],
    [{ timeline: [], when: 1 }, 400, 'http.invalid-request', '/when'],
  ])('refuse %j', async (order, status, code, pointer) => {
    const answer = await simulate(await draft(), order);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('need a customer who is there, and a draft that can run', async () => {
    const key = await draft();
    expect(await simulate(key, { customerId: 'nobody-there', timeline: [] })).toMatchObject({
      status: 422,
      body: { code: 'journeys.simulated-customer-unknown' },
    });
    const broken = await draft({ definition: { ...DEFINITION, start: 'nowhere' } });
    const answer = await simulate(broken, { timeline: [created] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'engine.definition-invalid' } });
    expect(answer.body.errors[0]).toMatchObject({ pointer: '/start' });
  });

  describe('kept with a journey as tests (F5)', () => {
    it('run on demand, and tell what was expected and what happened instead', async () => {
      const wrong = { ...TEST, name: 'is never greeted', expect: [{ never: { sends: 'hello' } }] };
      const key = await draft({ tests: [TEST, wrong] });
      const { passed, failed, tests } = await platform.data('POST', `/journey-templates/${key}/test`, {});
      expect([passed, failed]).toEqual([1, 1]);
      expect(tests[1]).toMatchObject({
        passed: false,
        failures: [
          { pointer: '/tests/1/expect/0', message: 'Expected never: sends hello; it happened +0m.' },
        ],
      });
      expect(tests[0].transcript).toContain('+0m sends hello (email)');
    });

    it('stop a publish that they contradict', async () => {
      const key = await draft({ tests: [{ ...TEST, expect: [{ sends: 'hello', at: '+1d' }] }] });
      const refused = await platform.call('POST', `/journey-templates/${key}/publish`, {});
      expect(refused).toMatchObject({ status: 422, body: { code: 'content.not-publishable' } });
      expect(refused.body.errors).toEqual([
        {
          pointer: '/tests/0/expect/0',
          code: 'journeys.test-failed',
          detail: 'is greeted: Expected sends hello at +1d; it happened +0m.',
        },
      ]);
      await platform.data('PATCH', `/journey-templates/${key}`, { tests: [TEST] });
      const published = await platform.call('POST', `/journey-templates/${key}/publish`, {});
      expect(published.status).toBe(200);
    });

    it('are checked like the rest of the document', async () => {
      const answer = await platform.call('PUT', `/journey-templates/${unique('bad')}`, {
        name: 'x',
        definition: DEFINITION,
        tests: [{ name: 'x', expect: [{ send: 'hello' }] }],
      });
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toMatch(/^\/tests\/0\/expect\/0/);
    });
  });
});
