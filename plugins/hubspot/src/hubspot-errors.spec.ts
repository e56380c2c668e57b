import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type HttpAnswer, isCrmFailure, type SendError } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, testHost } from '@parcours/sdk/testing';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { call, Desk, request } from '../test/desk.js';
import { TOO_FAST, TOO_MANY_TODAY } from '../test/refusals.js';
import { hubspotConfig } from './hubspot-config.js';
import { isRefusal, refusalOf, untilMidnight } from './hubspot-errors.js';

const NOON = Date.UTC(2026, 5, 1, 12);
const reading = { now: NOON, timeZone: 'Europe/Paris' };

function errorOf({ status, headers = {}, body = '' }: FakeAnswer): SendError {
  const answer: HttpAnswer = {
    status,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
  expect(isRefusal(answer)).toBe(true);
  return refusalOf(answer, reading).error;
}

const said = (category: string, more = {}) => ({ status: 'error', message: 'No.', category, ...more });

describe('what HubSpot refuses with (A7)', () => {
  it.each<[string, FakeAnswer, Partial<SendError>]>([
    ['400', { status: 400, body: said('VALIDATION_ERROR') }, { class: 'permanent', code: 'hubspot.invalid' }],
    [
      '401',
      { status: 401, body: said('INVALID_AUTHENTICATION') },
      { class: 'misconfigured', code: 'hubspot.not-authorised' },
    ],
    [
      '403 without a scope',
      { status: 403, body: said('MISSING_SCOPES') },
      { class: 'misconfigured', code: 'hubspot.scope-missing' },
    ],
    ['403', { status: 403, body: said('BANNED') }, { class: 'misconfigured', code: 'hubspot.forbidden' }],
    [
      '404',
      { status: 404, body: '<html>' },
      { class: 'permanent', code: 'hubspot.not-found', detail: 'It answered 404.' },
    ],
    ['409', { status: 409, body: said('CONFLICT') }, { class: 'permanent', code: 'hubspot.conflict' }],
    ['413', { status: 413 }, { class: 'permanent', code: 'hubspot.refused' }],
    ['423', { status: 423 }, { class: 'temporary', code: 'hubspot.locked', retryAfterMs: 2_000 }],
    ['429 in ten seconds', TOO_FAST, { class: 'throttled', code: 'hubspot.throttled', retryAfterMs: 10_000 }],
    [
      '429 in a second',
      { status: 429, body: said('RATE_LIMITS', { policyName: 'SECONDLY' }) },
      { class: 'throttled', retryAfterMs: 1_000 },
    ],
    [
      '429 with Retry-After',
      { status: 429, headers: { 'retry-after': '3' } },
      { class: 'throttled', retryAfterMs: 3_000 },
    ],
    ['429 with nothing', { status: 429 }, { class: 'throttled', retryAfterMs: 10_000 }],
    [
      '429 of the day',
      TOO_MANY_TODAY,
      { class: 'throttled', code: 'hubspot.daily-limit', retryAfterMs: 10 * 3_600_000 },
    ],
    [
      '477',
      { status: 477, headers: { 'retry-after': '86400' } },
      { class: 'throttled', code: 'hubspot.migrating', retryAfterMs: 86_400_000 },
    ],
    ['477 with nothing', { status: 477 }, { class: 'throttled', retryAfterMs: 600_000 }],
    [
      '500',
      { status: 500, body: said('INTERNAL_ERROR') },
      { class: 'temporary', code: 'hubspot.unavailable', outage: false },
    ],
    ['503', { status: 503 }, { class: 'temporary', outage: true }],
    ['504', { status: 504 }, { class: 'temporary', maybeSent: true }],
    ['521', { status: 521 }, { class: 'temporary', code: 'hubspot.unavailable' }],
    [
      '302',
      { status: 302, headers: { location: 'http://10.0.0.1/' } },
      { class: 'misconfigured', code: 'hubspot.redirected' },
    ],
    [
      '200 with an error',
      { status: 200, body: said('OBJECT_NOT_FOUND') },
      { class: 'permanent', code: 'hubspot.not-found' },
    ],
    [
      '200 with a limit',
      { status: 200, body: said('RATE_LIMITS', { policyName: 'DAILY' }) },
      { class: 'throttled', code: 'hubspot.daily-limit' },
    ],
  ])('takes %s for what it is', (_, answer, error) => {
    expect(errorOf(answer)).toMatchObject(error);
  });

  it('says which property is wrong', () => {
    const body = said('VALIDATION_ERROR', { errors: [{ message: 'x was not a valid number.' }] });
    expect(errorOf({ status: 400, body }).detail).toBe('No. x was not a valid number.');
  });

  it.each([
    ['UTC', 12],
    ['America/New_York', 16],
    ['Asia/Kolkata', 6.5],
  ])('waits for the midnight of %s', (timeZone, hours) => {
    expect(untilMidnight(NOON, timeZone)).toBe(hours * 3_600_000);
  });
});

describe('a way to HubSpot that fails (A7)', () => {
  const desk = new Desk();
  afterEach(() => desk.clear());

  async function failureOf(promise: Promise<unknown>): Promise<SendError> {
    const cause: unknown = await promise.catch((thrown: unknown) => thrown);
    if (!isCrmFailure(cause)) throw new Error('it did not fail as a CRM fails', { cause });
    return cause.error;
  }

  it('renews a token that is not taken any more, once', async () => {
    const fake = await desk.fake();
    const crm = await desk.openByOauth(fake);
    expect(await crm.verify?.(call)).toEqual({ status: 'up' });
    fake.revokeTokens();
    expect(await crm.verify?.(call)).toEqual({ status: 'up' });
    const tokens = fake.http.heard.filter(({ path }) => path === '/oauth/v1/token');
    expect(tokens).toHaveLength(2);
    fake.script(/objects/, { status: 401, body: said('INVALID_AUTHENTICATION') }, 9);
    expect(
      await failureOf(crm.find({ kind: 'person', field: 'email', value: 'a@b.example' }, call)),
    ).toMatchObject({
      class: 'misconfigured',
      code: 'hubspot.not-authorised',
    });
    expect(fake.http.heard.filter(({ path }) => path === '/oauth/v1/token')).toHaveLength(3);
  });

  it.each<[string, FakeAnswer, Partial<SendError>]>([
    [
      'revoked',
      { status: 400, body: { status: 'BAD_REFRESH_TOKEN', message: 'missing' } },
      { class: 'misconfigured', code: 'hubspot.access-refused' },
    ],
    ['slow', TOO_FAST, { class: 'throttled' }],
    ['down', { status: 502 }, { class: 'temporary', outage: true }],
  ])('tells when the way to a token is %s', async (_, answer, error) => {
    const fake = await desk.fake();
    const crm = await desk.openByOauth(fake);
    fake.script(/oauth/, answer);
    expect(await failureOf(crm.fields('person', call))).toMatchObject(error);
    expect((await crm.fields('person', call)).length).toBeGreaterThan(5);
  });

  it('names the scope that is missing, in what it says of its health too', async () => {
    const fake = await desk.fake();
    fake.forbidden.add('contacts');
    const crm = await desk.open(fake);
    expect(await crm.verify?.(call)).toMatchObject({
      status: 'down',
      detail: expect.stringContaining('crm.objects.contacts.read'),
    });
  });

  it('may have been heard where no answer came, or none that can be read', async () => {
    const fake = await desk.fake();
    const crm = await desk.open(fake, { timeoutMs: 2_000 });
    const note = request('add-note', { personId: fake.put({ kind: 'person', fields: {} }), body: 'Hello' });
    fake.script(/notes$/, { status: 201, body: '{"id": "1", "prop' });
    expect(await crm.act?.(note, call)).toMatchObject({
      status: 'failed',
      error: { class: 'temporary', code: 'hubspot.unreadable', maybeSent: true },
    });
    fake.behave('hang');
    expect(await crm.act?.(note, call)).toMatchObject({
      status: 'failed',
      error: { class: 'temporary', code: 'outgoing.timeout', maybeSent: true },
    });
    fake.behave('outage');
    expect(await crm.act?.(note, call)).toMatchObject({
      status: 'failed',
      error: { class: 'temporary', outage: true },
    });
  });

  it('follows no redirect, and takes an answer that is too long for unreadable', async () => {
    const fake = await desk.fake();
    const other = await HttpFake.start({ answer: () => ({ status: 200, body: { results: [] } }) });
    const crm = await desk.open(fake);
    fake.script(/properties/, { status: 307, headers: { location: other.url } });
    expect(await failureOf(crm.fields('person', call))).toMatchObject({ code: 'hubspot.redirected' });
    expect(other.heard).toEqual([]);
    await other.stop();
    fake.script(/properties/, { status: 200, body: { results: ['x'.repeat(34_000_000)] } });
    expect(await failureOf(crm.fields('person', call))).toMatchObject({
      class: 'temporary',
      code: 'hubspot.unreadable',
    });
  });

  it('refuses to open with a time zone that nobody knows', async () => {
    const fake = await desk.fake();
    await expect(desk.open(fake, { timeZone: 'Mars/Olympus' }, testHost())).rejects.toThrow('Mars/Olympus');
  });
});

describe('the page on HubSpot (A7)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/connectors/hubspot.md'), 'utf8');

  it('shows a connector that can be configured so', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const { type, config } = JSON.parse(block) as { type: string; config: object };
    expect([type, ajv.validate(hubspotConfig, config)]).toEqual(['hubspot', true]);
    const both = {
      ...config,
      oauth: { clientId: 'c', clientSecret: 'secret-of-c', refreshToken: 'token-of-c' },
    };
    expect([both, {}].map((each) => ajv.validate(hubspotConfig, each))).toEqual([false, false]);
  });
});
