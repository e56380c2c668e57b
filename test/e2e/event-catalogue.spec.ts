import { profiles, waitFor } from '@parcours/testing';

import { unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Answer, Platform } from './support/platform.js';

const ORDER = {
  name: 'Order completed',
  layer: 'transactional',
  channel: 'web',
  schema: {
    type: 'object',
    required: ['amount'],
    additionalProperties: false,
    properties: {
      amount: { type: 'number', minimum: 0 },
      code: { type: 'string', pattern: '^(a+)+$' },
      items: { type: 'array', items: { type: 'object', required: ['sku'] } },
    },
  },
};

describe.each(profiles)('the event catalogue (A4, C5) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    await platform.publish('event-definitions', 'order.completed', ORDER);
  });
  afterAll(() => platform.stop());

  const send = (events: object): Promise<Answer> => platform.call('POST', '/events', events);
  const named = async (event: string) => {
    const [entry] = await platform.data(
      'GET',
      `/events/catalogue?filter[event][eq]=${encodeURIComponent(event)}`,
    );
    return entry;
  };
  const violationsOf = (event: string) =>
    platform.data('GET', `/events/violations?filter[event][eq]=${event}`);

  it('lists what is defined and never came', async () => {
    await platform.publish('event-definitions', 'never', { name: 'Never', layer: 'anecdotal' });
    expect(await named('never')).toEqual({
      ...{ event: 'never', definition: 'never', layer: 'anecdotal', touchpoint: null, channel: null },
      ...{ device: null, department: null, received: 0, violating: 0, firstSeenAt: null, lastSeenAt: null },
    });
  });

  it('warns of journeys, segments and personas that listen to what was never seen (B1)', async () => {
    const [come, misspelt, raised] = [unique('came.once'), unique('came.once'), unique('raised')];
    await send({ event: come, customerId: 'c' });
    await waitFor(() => named(come), { describe: 'the name to be listed' });
    const journey = {
      name: 'J',
      definition: {
        entry: {
          triggers: [
            { type: 'event', event: come },
            { type: 'event', event: 'order.completed' },
          ],
        },
        exit: [{ event: 'consent.denied' }, { event: raised }],
        goals: [{ key: 'g', event: `${come}s` }],
        start: 'wait',
        steps: {
          wait: {
            type: 'wait-for',
            any: [{ event: 'survey.answered' }, { event: 'zzzzzzzz' }],
            next: 'tell',
          },
          tell: { type: 'emit', event: raised, next: 'end' },
          end: { type: 'exit' },
        },
      },
    };
    const never = (pointer: string, suggestion: string) =>
      expect.objectContaining({ code: 'events.never-seen', severity: 'warning', pointer, suggestion });
    await platform.call('PUT', `/journey-templates/${raised}`, journey);
    const { findings } = await platform.data('POST', `/journey-templates/${raised}/validate`, {});
    expect(findings).toEqual([
      never('/definition/goals/0/event', `Did you mean '${come}'?`),
      never(
        '/definition/steps/wait/any/1/event',
        'Send it, or publish an event definition for it, so that it is known.',
      ),
    ]);
    const about = (event: string) => ({ all: [{ not: { event } }, { trait: 'plan', is: 'pro' }] });
    for (const [type, member, more] of [
      ['segments', 'condition', { kind: 'dynamic' }],
      ['personas', 'membership', {}],
    ] as const) {
      const check = async (event: string) => {
        const document = { name: 'S', ...more, [member]: about(event) };
        expect((await platform.call('PUT', `/${type}/${misspelt}`, document)).status).toBeLessThan(300);
        return (await platform.data('POST', `/${type}/${misspelt}/validate`, {})).findings.filter(
          ({ code }: { code: string }) => code === 'events.never-seen',
        );
      };
      expect(await check('order.complete')).toEqual([
        never(`/${member}/all/0/not/event`, "Did you mean 'order.completed'?"),
      ]);
      expect(await check('order.completed')).toEqual([]);
      // What a journey raises is known once the journey is published.
      expect(await check(raised)).toHaveLength(1);
      await platform.publish('journey-templates', raised, journey);
      expect(await check(raised)).toEqual([]);
      await platform.data('POST', `/journey-templates/${raised}/unpublish`, {});
    }
  });

  it('takes and lists events that nobody has defined', async () => {
    const name = unique('Produit ajouté 🛒');
    const before = Date.now();
    await send([
      { event: name, customerId: 'c' },
      { event: name, customerId: 'd' },
    ]);
    const entry = await waitFor(() => named(name), { describe: 'the name to be listed' });
    expect(entry).toMatchObject({
      event: name,
      definition: null,
      layer: 'behavioural',
      received: 2,
      violating: 0,
    });
    expect(Date.parse(entry.firstSeenAt)).toBeGreaterThanOrEqual(before);
    const unknown = await platform.data('GET', '/events/catalogue?filter[definition][null]=true&limit=200');
    expect(unknown.map(({ event }: { event: string }) => event)).toContain(name);
    expect(unknown.map(({ event }: { event: string }) => event)).not.toContain('order.completed');
  });

  it('adds up what comes later', async () => {
    const name = unique('again');
    await send({ event: name, customerId: 'c' });
    const first = await waitFor(() => named(name));
    await send([...Array(7)].map(() => ({ event: name, customerId: 'c' })));
    const later = await waitFor(async () => {
      const entry = await named(name);
      return entry.received > 1 && entry;
    });
    expect(later.received).toBe(8);
    expect(later.firstSeenAt).toBe(first.firstSeenAt);
    expect(later.lastSeenAt > first.lastSeenAt).toBe(true);
  });

  it('keeps events that break their schema, tells their sender at once, and reports them', async () => {
    const { status, body } = await send([
      { event: 'order.completed', customerId: 'v', properties: { amount: 12 } },
      { event: 'order.completed', customerId: 'v', properties: { amount: '12' }, messageId: 'shop-1' },
      { event: 'order.completed', customerId: 'v', properties: {} },
      { event: 'order.completed', customerId: 'v', properties: { amount: 1, items: [{ sku: 1 }, {}] } },
      { event: 'order.completed', customerId: 'v', properties: { amount: 1, items: [{}] } },
      { event: 'order.completed', customerId: 'v', properties: { amount: 1, colour: 'red' } },
      { event: 'order.completed', customerId: 'v', properties: { amount: 1, shade: 'red' } },
    ]);
    expect({ status, accepted: body.data.accepted, rejected: body.data.rejected }).toEqual({
      ...{ status: 202, accepted: 7, rejected: [] },
    });
    expect(
      body.data.violations.map(({ index, errors }: { index: number; errors: { pointer: string }[] }) => [
        index,
        errors[0]?.pointer,
      ]),
    ).toEqual([
      [1, '/1/properties/amount'],
      [2, '/2/properties/amount'],
      [3, '/3/properties/items/1/sku'],
      [4, '/4/properties/items/0/sku'],
      [5, '/5/properties/colour'],
      [6, '/6/properties/shade'],
    ]);
    const reported = await waitFor(async () => {
      const found = await violationsOf('order.completed');
      return found.length >= 4 && found;
    });
    const seen = reported.map(({ pointer, code, occurrences, lastMessageId }: Record<string, unknown>) => ({
      ...{ pointer, code, occurrences, lastMessageId },
    }));
    expect(seen).toEqual(
      expect.arrayContaining([
        { pointer: '/amount', code: 'schema.wrong-type', occurrences: 1, lastMessageId: 'shop-1' },
        { pointer: '/amount', code: 'schema.missing-member', occurrences: 1, lastMessageId: null },
        { pointer: '/items/*/sku', code: 'schema.missing-member', occurrences: 2, lastMessageId: null },
        { pointer: '/*', code: 'schema.unknown-member', occurrences: 2, lastMessageId: null },
      ]),
    );
    expect(await named('order.completed')).toMatchObject({ received: 7, violating: 6 });
  });

  it('follows a new version at once, and forgets a definition that is withdrawn', async () => {
    const key = unique('moved');
    await platform.publish('event-definitions', key, { name: 'M', layer: 'behavioural' });
    const event = { event: key, customerId: 'm', properties: { a: 'x' } };
    expect((await send(event)).body.data.violations).toBeUndefined();
    const schema = { properties: { a: { type: 'number' } } };
    await platform.publish('event-definitions', key, { name: 'M', layer: 'demographic', schema });
    expect((await send(event)).body.data.violations).toHaveLength(1);
    expect(await named(key)).toMatchObject({ definition: key, layer: 'demographic' });
    await platform.data('POST', `/event-definitions/${key}/unpublish`, {});
    expect((await send(event)).body.data.violations).toBeUndefined();
    expect(await waitFor(() => named(key))).toMatchObject({ definition: null, layer: 'behavioural' });
  });

  it('runs patterns in a time that grows with the text alone', async () => {
    const code = `${'a'.repeat(50_000)}!`;
    const started = performance.now();
    const { body } = await send({
      event: 'order.completed',
      customerId: 'p',
      properties: { amount: 1, code },
    });
    expect(body.data.violations[0].errors[0]).toMatchObject({ code: 'schema.pattern' });
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('knows where an event comes from by the touchpoint that names it', async () => {
    await platform.publish('touchpoints', 'app', {
      ...{ name: 'App', kind: 'digital', direction: 'inbound', channel: 'app', department: 'Product' },
      data: [{ event: 'screen.opened', schema: { required: ['screen'] } }],
    });
    const { body } = await send({ event: 'screen.opened', customerId: 'p' });
    expect(body.data.violations).toHaveLength(1);
    expect(await waitFor(() => named('screen.opened'))).toMatchObject({
      ...{ definition: null, touchpoint: 'app', channel: 'app', department: 'Product' },
    });
  });

  it.each<[string, object, string, string]>([
    ['a schema that is none', { schema: { type: 'moose' } }, '/schema/type', 'catalog.event-schema'],
    [
      'a schema with a reference to elsewhere',
      { schema: { $ref: 'https://example.com/s' } },
      '/schema/$ref',
      'catalog.event-schema',
    ],
    [
      'a reference that leads nowhere',
      { schema: { $ref: '#/$defs/none' } },
      '/schema',
      'events.schema-not-runnable',
    ],
    [
      'a pattern that RE2 cannot run',
      { schema: { properties: { a: { pattern: '(?=x)' } } } },
      '/schema',
      'events.schema-not-runnable',
    ],
    ['the event of another definition', { event: 'order.completed' }, '/event', 'events.defined-twice'],
    ['a touchpoint that there is not', { touchpoint: 'nowhere' }, '/touchpoint', 'content.unknown-reference'],
  ])('does not publish a definition with %s', async (_what, change, pointer, code) => {
    const key = unique('wrong');
    await platform.data('PUT', `/event-definitions/${key}`, { name: 'W', layer: 'behavioural', ...change });
    const { status, body } = await platform.call('POST', `/event-definitions/${key}/publish`, {});
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});
