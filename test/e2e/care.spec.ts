import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';

import { aJourney, type JourneyUnderTest, settled, unique } from './support/journeys.js';
import { type HeardCall, Loopback } from './support/loopback.js';
import { type Platform, startPlatform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');
const CHANNELS = [{ channel: 'email', connector: 'mailbox' }];

const GUIDE = { title: { en: 'Your guide', fr: 'Votre guide' }, url: 'https://belvedere.example/guide' };
const RETURNS = { title: 'Returns', url: 'https://belvedere.example/returns' };
const PERSON = {
  when: { event: 'contract.cancelled', within: '7d' },
  connector: 'desk',
  action: 'create-task',
  input: { subject: '{{customer.first_name}} leaves: {{context.event.properties.why}}' },
};

describe.each(profiles)('self-service first, and a person where it counts (D5, E2) on $name', (profile) => {
  let platform: Platform;
  let desk: Loopback;

  beforeAll(async () => {
    desk = await Loopback.start(() => ({ status: 201, body: { id: 't-1' } }));
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
    });
    await platform.publish('connectors', 'desk', {
      name: 'Desk',
      type: 'crm',
      config: { url: desk.url, token: 'a-secret-token' },
    });
    await platform.publish('message-templates', 'helped', {
      name: 'Helped',
      channels: { email: { subject: '{{help.title}}', html: '<p>{{help.url}}</p>' } },
    });
    await platform.publish('segments', 'digital-first', {
      name: 'Digital first',
      kind: 'dynamic',
      condition: { trait: 'style', is: 'digital' },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await desk.stop();
  });

  async function policy(rules: object): Promise<string> {
    const key = unique('policy');
    await platform.publish('channel-policies', key, { name: key, channels: CHANNELS, ...rules });
    return key;
  }

  const mailBy = (policyKey: string, { template = 'hello', ...definition }: Record<string, unknown> = {}) =>
    aJourney(platform).publish({
      start: 'mail',
      steps: {
        mail: { type: 'message', template, policy: policyKey, on: { skipped: 'kept' }, next: 'got' },
        got: { type: 'exit', reason: 'got' },
        kept: { type: 'exit', reason: 'kept' },
      },
      ...definition,
    });

  const enter = (journey: JourneyUnderTest, id: string, traits: object = {}, properties: object = {}) =>
    journey.enter(id, {
      traits: { email: `${id}@example.com`, first_name: `Ada ${id}`, ...traits },
      properties,
    } as Parameters<JourneyUnderTest['enter']>[1]);

  const mailTo = (id: string) =>
    waitFor(() => platform.smtp.mails.find(({ to }) => to.includes(`${id}@example.com`)));

  const taskOf = (id: string): Promise<HeardCall> =>
    waitFor(() => desk.calls.find(({ body }) => body.includes(`Ada ${id} `)));

  it('gives the template the first help that holds, in the language of the reader', async () => {
    const selfService = [{ when: { trait: 'returns', is: true }, ...RETURNS }, GUIDE];
    const journey = await mailBy(await policy({ care: { selfService } }), { template: 'helped' });
    const [returning, reader] = [unique('h'), unique('h')];
    await enter(journey, returning, { returns: true });
    await enter(journey, reader, { locale: 'fr' });
    expect(await mailTo(returning)).toMatchObject({ subject: 'Returns' });
    const { subject, html } = await mailTo(reader);
    expect([subject, html.includes(GUIDE.url)]).toEqual(['Votre guide', true]);
  });

  it('is asked for by a template, and given by the policy, or the journey is not published', async () => {
    const without = await policy({});
    const key = unique('unhelped');
    await platform.data('PUT', `/journey-templates/${key}`, {
      name: key,
      definition: {
        entry: { triggers: [{ type: 'api' }] },
        start: 'mail',
        steps: {
          mail: { type: 'message', template: 'helped', policy: without, next: 'end' },
          end: { type: 'exit' },
        },
      },
    });
    const { findings } = await platform.data('POST', `/journey-templates/${key}/validate`, {});
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toMatchObject([
      { code: 'journeys.variable-not-provided', message: expect.stringContaining('help.title') },
      { code: 'journeys.variable-not-provided', message: expect.stringContaining('help.url') },
    ]);
  });

  it('hands a critical request to a person in place of the message, in one step, and says so', async () => {
    const key = await policy({ care: { person: PERSON } });
    const journey = await mailBy(key);
    const [leaving, staying] = [unique('p'), unique('p')];
    await journey.tell(leaving, 'contract.cancelled');
    await settled(platform, leaving);
    await enter(journey, leaving, {}, { why: 'price' });
    await enter(journey, staying);
    const { id, endReason } = await journey.ended(leaving);
    expect(endReason).toBe('kept');
    const [en] = await journey.history(id);
    const [fr] = await journey.history(id, 'fr');
    expect(en).toMatchObject({
      code: 'skipped',
      detail: { reason: 'escalated', why: { policy: key, connector: 'desk', action: 'create-task' } },
    });
    expect(en?.words).toContain('It was handed to a person (create-task of desk).');
    expect(fr?.words).toContain('La demande a été confiée à une personne (create-task de desk).');
    const { body } = await taskOf(leaving);
    expect(JSON.parse(body)).toMatchObject({
      customerId: leaving,
      input: { subject: `Ada ${leaving} leaves: price` },
    });
    await waitFor(async () => {
      const [call] = await platform.data('GET', `/outside-calls?filter[customerId][eq]=${leaving}`);
      return call?.status === 'succeeded';
    });
    await mailTo(staying);
    expect(platform.smtp.mails.some(({ to }) => to.includes(`${leaving}@example.com`))).toBe(false);
    expect(desk.calls.filter(({ body: each }) => each.includes(`Ada ${staying} `))).toEqual([]);
    const timeline = await platform.data('GET', `/customers/${leaving}/timeline?filter[kind][eq]=call`);
    expect(timeline).toMatchObject([{ name: 'call.succeeded', details: { system: 'desk', step: 'mail' } }]);
  });

  it('keeps what was handed over when the customer leaves the journey, and hears of it once', async () => {
    const key = await policy({ care: { person: { ...PERSON, when: { trait: 'critical', is: true } } } });
    const journey = await mailBy(key, {
      exit: [{ event: 'gone' }],
      steps: {
        mail: { type: 'message', template: 'hello', policy: key, on: { skipped: 'rest' }, next: 'rest' },
        rest: { type: 'wait-for', any: [{ event: 'go' }], next: 'end' },
        end: { type: 'exit' },
      },
    });
    const id = unique('p');
    await enter(journey, id, { critical: true });
    await journey.tell(id, 'gone');
    await journey.ended(id);
    await taskOf(id);
    await settled(platform, id);
    expect(desk.calls.filter(({ body }) => body.includes(`Ada ${id} `))).toHaveLength(1);
  });

  it('says something else to customers of a segment', async () => {
    const key = await policy({
      care: { person: { ...PERSON, when: { trait: 'critical', is: true } } },
      overrides: [{ segment: 'digital-first', care: { selfService: [GUIDE] } }],
    });
    const journey = await mailBy(key);
    const [digital, other] = [unique('s'), unique('s')];
    await enter(journey, digital, { critical: true, style: 'digital' });
    await enter(journey, other, { critical: true });
    expect((await journey.ended(digital)).endReason).toBe('got');
    expect((await journey.ended(other)).endReason).toBe('kept');
    await taskOf(other);
    expect(desk.calls.filter(({ body }) => body.includes(`Ada ${digital} `))).toEqual([]);
  });

  it('is played by simulations, with the help and the task', async () => {
    const key = await policy({
      care: { selfService: [GUIDE], person: { ...PERSON, when: { trait: 'critical', is: true } } },
    });
    const journey = await mailBy(key, { template: 'helped' });
    const happenings = async (traits: object) => {
      const played = await platform.data('POST', `/journey-templates/${journey.key}/simulate`, {
        customer: { traits },
        timeline: [{ at: '+0m', event: journey.event }],
      });
      return played.happenings;
    };
    expect(await happenings({ locale: 'fr' })).toContainEqual(
      expect.objectContaining({
        type: 'sends',
        content: expect.objectContaining({ subject: 'Votre guide' }),
      }),
    );
    expect(await happenings({ critical: true, first_name: 'Ada' })).toContainEqual(
      expect.objectContaining({
        type: 'calls',
        call: expect.objectContaining({ connector: 'desk', action: 'create-task' }),
      }),
    );
  });

  it.each([
    ['an action that there is not', { ...PERSON, action: 'sing' }, '/care/person/action'],
    ['what the action does not take', { ...PERSON, input: { subject: 7 } }, '/care/person/input/subject'],
    ['a value that nothing gives', { ...PERSON, input: { subject: '{{nobody.x}}' } }, '/care/person/input'],
    ['a connector that there is not', { ...PERSON, connector: 'none' }, '/care/person/connector'],
    ['a condition that is none', { ...PERSON, when: { trait: 'x' } }, '/care/person/when'],
  ])('hands nothing over by %s', async (_what, person, pointer) => {
    const key = unique('wrong');
    await platform.data('PUT', `/channel-policies/${key}`, {
      name: key,
      channels: CHANNELS,
      care: { person },
    });
    const { findings } = await platform.data('POST', `/channel-policies/${key}/validate`, {});
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toEqual([expect.objectContaining({ pointer: expect.stringContaining(pointer) })]);
  });
});
