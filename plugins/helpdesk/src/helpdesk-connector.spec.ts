import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CallbackRequest, CallbackResult, HandOver, JsonObject } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { FakeHelpdesk, HOOK, SECRET, TICKET, webhook } from '../test/fake-helpdesk.js';
import { type Sample, SAMPLES, sent, SIGNED_AT } from '../test/samples.js';
import { helpdeskConfig } from './helpdesk-config.js';
import plugin from './index.js';
import { OpenedTickets } from './opened-tickets.js';

const ajv = new Ajv2020({ strict: false, useDefaults: true });
addFormats.default(ajv);
const isConfig = ajv.compile<Parameters<typeof plugin.connectors.helpdesk.open>[0]>(helpdeskConfig);
const call = { signal: new AbortController().signal };

/** With defaults filled in, as the host does it. */
async function open(config: JsonObject, host = testHost()) {
  const filled: unknown = structuredClone(config);
  if (!isConfig(filled)) throw new Error(JSON.stringify(isConfig.errors));
  return plugin.connectors.helpdesk.open(filled, host);
}

async function read(
  config: JsonObject,
  request: CallbackRequest,
  host = testHost(),
): Promise<CallbackResult> {
  const { callbacks } = await open(config, host);
  if (!callbacks) throw new Error('it reads nothing');
  return callbacks.parse(request, call);
}

async function accepted(config: JsonObject, request: CallbackRequest, host = testHost()) {
  const result = await read(config, request, host);
  if (result.status !== 'accepted') throw new Error(`it is ${JSON.stringify(result)}`);
  const { events = [], completions = [] } = result;
  expect(Object.keys(plugin.connectors.helpdesk.events ?? {})).toEqual(
    expect.arrayContaining(events.map(({ name }) => name)),
  );
  return { ...result, events, completions };
}

/** A host whose connector has opened this ticket. */
async function remembering(ticketId: string) {
  const host = testHost();
  await new OpenedTickets(host.store).remember(ticketId);
  return host;
}

describe('tickets of help desks (A7, D9)', () => {
  const RESOLVED = Date.parse('2026-06-01T10:30:00Z');
  const times = {
    openedAt: '2026-06-01T08:00:00.000Z',
    resolvedAt: '2026-06-01T10:30:00.000Z',
    timeToResolutionMs: 9_000_000,
  };

  it.each<[keyof typeof SAMPLES, JsonObject, JsonObject]>([
    [
      'zendesk',
      { email: 'zoe@example.com' },
      { priority: 'HIGH', source: 'web_service', group: '360006965034' },
    ],
    ['freshdesk', { email: 'zoe@example.com' }, { priority: 'High', source: 'Portal' }],
    ['intercom', { customerId: 'customer-7' }, { status: 'resolved' }],
  ])('come in the form of %s', async (name, customer, properties) => {
    const host = await remembering('5158');
    const { events, completions } = await accepted(SAMPLES[name].config, sent(SAMPLES[name]), host);
    expect(events).toMatchObject([
      {
        name: 'ticket.resolved',
        customer,
        at: RESOLVED,
        properties: { ticketId: '5158', subject: 'Where is it?', ...times, ...properties },
      },
    ]);
    expect(completions).toEqual([{ recordId: '5158', outcome: 'resolved', at: RESOLVED }]);
  });

  it('are known by the delivery and the event of the help desk', async () => {
    const result = await accepted(SAMPLES.zendesk.config, sent(SAMPLES.zendesk));
    expect(result).toMatchObject({ id: '01JTESTDELIVERY', signedAt: Date.parse(SIGNED_AT) });
    const body = SAMPLES.zendesk.body as JsonObject;
    const other = await accepted(SAMPLES.zendesk.config, sent(SAMPLES.zendesk, { ...body, id: '01JOTHER' }));
    expect(other.events[0]?.id).not.toBe(result.events[0]?.id);
  });

  it.each<[Sample, JsonObject, string | undefined]>([
    [SAMPLES.intercom, { topic: 'ticket.created' }, 'ticket.opened'],
    [SAMPLES.intercom, { topic: 'ticket.closed' }, 'ticket.resolved'],
    [SAMPLES.intercom, { topic: 'ping', data: {} }, undefined],
    [SAMPLES.zendesk, { type: 'zen:event-type:ticket.tags_changed' }, undefined],
  ])('go by what the help desk calls it, before the status (%#)', async (sample, change, name) => {
    const request = sent(sample, { ...(sample.body as JsonObject), ...change });
    const { events } = await accepted(sample.config, request);
    expect(events.map((event) => event.name)).toEqual(name === undefined ? [] : [name]);
  });
});

describe('a help desk by its configuration (A7, D9)', () => {
  let fake: FakeHelpdesk;
  beforeEach(async () => {
    fake = await FakeHelpdesk.start();
  });
  afterEach(() => fake.stop());

  const about = (change: JsonObject) => webhook({ ticket: { ...TICKET, ...change } });

  it('tells one thing once: an opened ticket by its id, a change by its time', async () => {
    const { config } = fake;
    const idOf = async (change: JsonObject) => (await accepted(config, about(change))).events[0]?.id;
    const opened = await idOf({ status: 'new' });
    expect(await idOf({ status: 'New', subject: 'Other', updated_at: '2026-06-01T11:00:00Z' })).toBe(opened);
    const solved = await idOf({ status: 'solved' });
    expect(await idOf({ status: 'solved', tags: [] })).toBe(solved);
    expect(await idOf({ status: 'solved', updated_at: '2026-06-02T11:00:00Z' })).not.toBe(solved);
    expect(await idOf({ status: 'open' })).not.toBe(solved);
    expect(await idOf({ id: 7, status: 'solved' })).not.toBe(solved);
  });

  it('carries what else is asked for, the outcome and the note', async () => {
    const done = {
      status: 'closed',
      resolution: 'refunded',
      resolution_note: 'Sent it back',
      group: { name: ['A', null, {}] },
    };
    const { events, completions } = await accepted(fake.config, about(done), await remembering('35436'));
    expect(events[0]?.properties).toMatchObject({ tags: ['order', 'late'], group: ['A', null] });
    // The step that has opened the ticket hears of it by the completion alone.
    expect(events[0]?.hasCompletion).toBe(true);
    expect(completions).toMatchObject([{ recordId: '35436', outcome: 'refunded', note: 'Sent it back' }]);
  });

  it.each<[string, JsonObject, unknown]>([
    ['the id before the address', { external_id: 'c-7', email: 'a@b.example' }, { customerId: 'c-7' }],
    [
      'the address before the number',
      { email: 'a@b.example', phone: '+33612345678' },
      { email: 'a@b.example' },
    ],
    [
      'the number, as it may be written',
      { email: 'none', phone: '+33 (6) 12-34.56' },
      { phone: '+336123456' },
    ],
  ])('knows a customer by %s', async (_, requester, customer) => {
    const { events } = await accepted(fake.config, about({ requester }));
    expect(events).toMatchObject([{ customer }]);
  });

  it('still ends what it has opened where a ticket names nobody', async () => {
    const { events, completions } = await accepted(
      fake.config,
      about({ requester: { phone: '0612' }, status: 'solved' }),
      await remembering('35436'),
    );
    expect([events, completions]).toMatchObject([[], [{ recordId: '35436' }]]);
  });

  it('reads several tickets in one webhook', async () => {
    const { config } = fake;
    const body = { events: [1, 2].map((id) => ({ ticket: { ...TICKET, id } })) };
    const { events } = await accepted({ ...config, items: '/events' }, webhook(body));
    expect(events.map(({ properties }) => properties?.['ticketId'])).toEqual(['1', '2']);
    expect((await accepted(config, webhook(body.events))).events).toHaveLength(2);
    expect(await read({ ...config, items: '/nowhere' }, webhook(body))).toMatchObject({
      status: 'malformed',
    });
  });

  it('never measures less than nothing, and no time where one is missing', async () => {
    const early = await accepted(fake.config, about({ status: 'solved', solved_at: '2026-05-01T00:00:00Z' }));
    expect(early.events[0]?.properties).toMatchObject({ timeToResolutionMs: 0 });
    const never = await accepted(fake.config, about({ status: 'solved', created_at: 'yesterday' }));
    expect(never.events[0]?.properties).not.toHaveProperty('timeToResolutionMs');
  });

  it.each([
    ['no JSON', 'nothing'],
    ['a text', '"ticket"'],
    ['a ticket without an id', { ticket: { status: 'open' } }],
    ['a trap', `{"__proto__": ${JSON.stringify({ ticket: TICKET })}}`],
  ])('takes %s for malformed', async (_, body) => {
    expect(await read(fake.config, webhook(body))).toMatchObject({ status: 'malformed' });
  });

  it('refuses another key, a changed body, a changed time, and a missing header', async () => {
    const genuine = webhook({ ticket: TICKET });
    const { 'x-desk-timestamp': _, ...timeless } = genuine.headers;
    const bad: readonly CallbackRequest[] = [
      webhook({ ticket: TICKET }, { secret: 'another-key-of-a-desk' }),
      { ...genuine, rawBody: Buffer.from(JSON.stringify({ ticket: { ...TICKET, id: 1 } })) },
      { ...genuine, headers: { ...genuine.headers, 'x-desk-timestamp': '2020-01-01T00:00:00Z' } },
      { ...genuine, headers: timeless },
      { ...genuine, headers: {} },
    ];
    for (const each of bad) expect(await read(fake.config, each)).toEqual({ status: 'bad-signature' });
  });

  it('says when a webhook was signed, so that the host refuses old ones', async () => {
    const at = '1780309800';
    const result = await accepted(fake.config, webhook({ ticket: TICKET }, { at }));
    expect(result).toMatchObject({ signedAt: 1_780_309_800_000, id: expect.any(String) });
  });

  const plain = (headers: Record<string, string>): CallbackRequest => {
    const rawBody = Buffer.from(JSON.stringify({ ticket: TICKET }));
    return { method: 'POST', url: HOOK, headers, query: {}, rawBody };
  };
  const hex = createHmac('sha256', SECRET)
    .update(JSON.stringify({ ticket: TICKET }))
    .digest('hex');

  it.each<[string, JsonObject, Record<string, string>, Record<string, string>]>([
    ['a token', { scheme: 'token', header: 'X-Token' }, { 'x-token': SECRET }, { 'x-token': `${SECRET}1` }],
    [
      'a bearer token',
      { scheme: 'token', header: 'Authorization', prefix: 'Bearer ' },
      { authorization: `Bearer ${SECRET}` },
      { authorization: SECRET },
    ],
    [
      'basic credentials',
      { scheme: 'basic', user: 'desk' },
      { authorization: `Basic ${Buffer.from(`desk:${SECRET}`).toString('base64')}` },
      { authorization: `Basic ${Buffer.from(`other:${SECRET}`).toString('base64')}` },
    ],
    [
      'a signature in hex',
      { scheme: 'hmac', header: 'X-Sig', prefix: 'sha256=' },
      { 'x-sig': `sha256=${hex.toUpperCase()}` },
      { 'x-sig': hex },
    ],
  ])('knows the help desk by %s', async (_, signature, good, bad) => {
    const config = { ...fake.config, signature: { secret: SECRET, ...signature } };
    expect(await accepted(config, plain(good))).toMatchObject({ events: [{ name: 'ticket.updated' }] });
    expect(await read(config, plain(bad))).toEqual({ status: 'bad-signature' });
    expect(await read(config, plain({}))).toEqual({ status: 'bad-signature' });
  });

  it.each<[string, JsonObject]>([
    ['/ticket without a customer', { ticket: { id: '/id', status: '/status' } }],
    ['/ticket/id that is no pointer', { ticket: { id: 'id', status: '/status', email: '/email' } }],
    ['/signature without a header', { signature: { scheme: 'hmac', secret: SECRET } }],
    [
      '/signature that signs a time without its header',
      { signature: { scheme: 'hmac', secret: SECRET, header: 'x-s', signed: '{timestamp}{body}' } },
    ],
    ['/signature without a user', { signature: { scheme: 'basic', secret: SECRET } }],
    [
      '/create/fields with what is not known',
      { create: { url: 'https://desk.example', idAt: '/id', fields: { '/a': 'soul' } } },
    ],
  ])('is refused: %s', async (_, change) => {
    await expect(open({ ...fake.config, ...change })).rejects.toThrow('schemaPath');
  });

  it('is documented as it can be configured', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/connectors/helpdesk.md'), 'utf8');
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const { type, config } = JSON.parse(block) as { type: string; config: unknown };
    expect([type, isConfig(config)]).toEqual(['helpdesk', true]);
  });
});

describe('a ticket that a journey opens (A7, E2)', () => {
  let fake: FakeHelpdesk;
  beforeEach(async () => {
    fake = await FakeHelpdesk.start();
  });
  afterEach(() => fake.stop());

  const input: JsonObject = {
    subject: 'Late',
    email: 'zoe@example.com',
    body: 'Look at it.',
  };
  const SPEECH = { at: Date.parse('2026-06-01T08:00:00Z'), direction: 'inbound', channel: 'email' } as const;
  const handOver: HandOver = {
    at: SPEECH.at,
    traits: { plan: 'pro' },
    conversation: [{ ...SPEECH, text: 'Where is it?' }],
  };
  const request = (more = {}) => ({
    action: 'create-ticket',
    id: 'a-1',
    customerId: 'c-1',
    attempt: 1,
    input,
    handOver,
    ...more,
  });

  it('goes where the configuration says, once, and ends when the ticket is resolved', async () => {
    const host = testHost();
    const desk = await open(fake.config, host);
    const first = await desk.act(request(), call);
    expect(first).toEqual({ status: 'done', output: { recordId: '35436' } });
    expect(await desk.act(request({ attempt: 2 }), call)).toEqual(first);
    expect(fake.received()).toHaveLength(1);
    expect(JSON.parse(fake.received()[0]?.content ?? '')).toEqual({
      ticket: {
        subject: 'Late',
        comment: {
          body: 'Look at it.\n\nAbout the customer\n- plan: pro\n\nConversation\n- 2026-06-01 08:00 Customer (email): Where is it?',
        },
        requester: { email: 'zoe@example.com' },
        external_id: 'a-1',
        tags: ['journey'],
      },
    });
    const solved = webhook({ ticket: { ...TICKET, status: 'solved' } });
    const { completions } = await accepted(fake.config, solved, host);
    expect((await accepted(fake.config, solved)).completions).toEqual([]);
    expect(completions).toMatchObject([{ recordId: '35436', outcome: 'resolved' }]);
  });

  it.each([
    [{ status: 401 }, { class: 'misconfigured', code: 'helpdesk.not-authorised' }],
    [
      { status: 302, headers: { location: 'http://10.0.0.1/' } },
      { class: 'misconfigured', code: 'helpdesk.redirected' },
    ],
    [{ status: 422 }, { class: 'permanent', code: 'helpdesk.refused' }],
    [
      { status: 429, headers: { 'retry-after': '9' } },
      { class: 'throttled', retryAfterMs: 9_000 },
    ],
    [{ status: 503 }, { class: 'temporary', outage: true }],
    [{ status: 504 }, { class: 'temporary', maybeSent: true }],
    [
      { status: 200, body: { error: 'no seat' } },
      { class: 'permanent', code: 'helpdesk.no-id', maybeSent: true },
    ],
    [
      { status: 200, body: '<html>' },
      { class: 'permanent', code: 'helpdesk.no-id' },
    ],
  ])('fails as the help desk says: %j', async (answer, error) => {
    fake.next = answer;
    expect(await (await open(fake.config)).act(request(), call)).toMatchObject({ status: 'failed', error });
  });

  it('may have come about where no answer came', async () => {
    fake.behave('hang');
    const desk = await open({ ...fake.config, timeoutMs: 100 });
    expect(await desk.act(request(), call)).toMatchObject({ error: { class: 'temporary', maybeSent: true } });
  });

  it('cannot come about where nothing says how', async () => {
    const { create: _, ...config } = fake.config;
    const result = await (await open(config)).act(request(), call);
    expect(result).toMatchObject({ error: { class: 'misconfigured', code: 'helpdesk.no-create' } });
  });

  it('keeps the latest words where there are too many', async () => {
    const words = (n: number) => `number ${String(n)} ${'x'.repeat(1_000)}`;
    const conversation = Array.from({ length: 200 }, (_, n) => ({ ...SPEECH, text: words(n) }));
    const events = [{ at: SPEECH.at, name: 'much' }];
    await (await open(fake.config)).act(request({ handOver: { ...handOver, conversation, events } }), call);
    const content = fake.received()[0]?.content ?? '';
    expect(content.length).toBeLessThan(62_000);
    expect(content).toContain('number 199 ');
    expect(content).not.toContain('number 0 ');
  });
});
