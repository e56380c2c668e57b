import { type CrmFailure, isCrmFailure } from '@parcours/sdk';
import { type FakeAnswer, testHost } from '@parcours/sdk/testing';

import { answering, aPerson, call, Desk, openCrm } from '../test/desk.js';
import { answersIn, batchOf } from './batch.js';
import { equals, guidOf, quoted } from './odata.js';

const FIND = { kind: 'person', field: 'lastname', value: 'Reader' } as const;

async function failureOf(promise: Promise<unknown>): Promise<CrmFailure['error'] | undefined> {
  const cause: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isCrmFailure(cause) ? cause.error : undefined;
}

describe('calls of Dynamics 365 (D9)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function start(config: object = {}): Promise<Desk> {
    const desk = await Desk.start(config);
    stops.push(() => desk.stop());
    return desk;
  }

  async function answeringSo(answer: FakeAnswer, config: object = {}) {
    const http = await answering(answer);
    stops.push(() => http.stop());
    const { url } = http;
    const settings = {
      environmentUrl: url,
      authorityUrl: url,
      tenantId: 'example.com',
      clientId: 'i',
      clientSecret: 's',
    };
    return { http, crm: await openCrm({ ...settings, ...config }, testHost({ now: 0 })) };
  }

  it.each([
    ['a secret that has expired', { clientSecret: 'other' }, /invalid_client, AADSTS7000215/],
    ['an application that is not there', { clientId: 'other' }, /unauthorized_client/],
  ])('wait for a person with %s', async (_, change, detail) => {
    const { fake } = await start();
    const crm = await openCrm({ ...fake.config, ...change });
    expect(await failureOf(crm.find(FIND, call))).toMatchObject({
      class: 'misconfigured',
      code: 'dynamics.access-refused',
      detail: expect.stringMatching(detail),
    });
    expect(await crm.verify?.(call)).toMatchObject({ status: 'down' });
  });

  it('begin anew where a token has come to its end before its time', async () => {
    const { fake, crm } = await start();
    expect(await crm.verify?.(call)).toEqual({ status: 'up' });
    fake.revokeTokens();
    expect(await crm.find(FIND, call)).toBeUndefined();
    expect(await crm.keepPeople([aPerson()], call)).toMatchObject([{ status: 'kept' }]);
    expect(fake.heard.filter(({ path }) => path.includes('/oauth2/'))).toHaveLength(2);
  });

  it.each([
    [503, 'temporarily_unavailable', { class: 'temporary', outage: true }],
    [400, 'temporarily_unavailable', { class: 'throttled' }],
    [429, 'slow_down', { class: 'throttled', retryAfterMs: 3_000 }],
  ])('are put off where the directory answers %d %s', async (status, error, expected) => {
    const { fake, crm } = await start();
    fake.instead.push({ status, headers: { 'retry-after': '3' }, body: { error } });
    expect(await failureOf(crm.find(FIND, call))).toMatchObject(expected);
  });

  it.each([
    [302, '', 'Moved.', { class: 'misconfigured', code: 'dynamics.redirected' }],
    [401, '', 'Expired.', { class: 'misconfigured', code: 'dynamics.not-authorised' }],
    [403, '0x80040220', 'Missing prvReadContact.', { class: 'misconfigured', code: 'dynamics.not-allowed' }],
    [
      403,
      '0x80072560',
      'The user is not a member of the organization.',
      { class: 'misconfigured', code: 'dynamics.not-allowed' },
    ],
    [
      404,
      '0x8006088a',
      "Resource not found for the segment 'contacts'.",
      { class: 'misconfigured', code: 'dynamics.unknown-table' },
    ],
    [404, '', 'contact With Id = 1 Does Not Exist', { class: 'permanent', code: 'dynamics.not-found' }],
    [
      400,
      '0x80060888',
      "Could not find a property named 'x'",
      { class: 'misconfigured', code: 'dynamics.unknown-field' },
    ],
    [400, '0x80040265', 'A plug-in says no.', { class: 'permanent', code: 'dynamics.automation-failed' }],
    [
      400,
      '0x80040999',
      'Something new.',
      { class: 'permanent', code: 'dynamics.refused', detail: 'Something new. (0x80040999)' },
    ],
    [412, '', 'The version does not match.', { class: 'temporary', code: 'dynamics.changed-meanwhile' }],
    [413, '', 'Too large.', { class: 'permanent', code: 'dynamics.refused' }],
    [500, '0x80044151', 'Sql timeout.', { class: 'temporary', code: 'dynamics.unavailable' }],
    [500, '', 'Invalid value.', { class: 'temporary', code: 'dynamics.unavailable' }],
    [501, '', 'Not implemented.', { class: 'temporary', code: 'dynamics.unavailable' }],
    [
      503,
      '',
      'Unavailable.',
      { class: 'temporary', code: 'dynamics.unavailable', outage: true, retryAfterMs: 30_000 },
    ],
    [504, '', 'Time out.', { class: 'temporary', outage: true, maybeSent: true }],
    [200, '0x80040265', 'An error all the same.', { class: 'permanent', code: 'dynamics.automation-failed' }],
  ])('take %d %s %s for what it is', async (status, code, message, error) => {
    const headers = { 'retry-after': '30', location: 'http://169.254.169.254/' };
    const { crm } = await answeringSo({ status, headers, body: { error: { code, message } } });
    expect(await failureOf(crm.find(FIND, call))).toMatchObject(error);
  });

  it.each([
    ['0x80072322', { 'retry-after': '35' }, 35_000],
    ['0x80072321', { 'retry-after': '12' }, 12_000],
    ['0x80072326', {}, 10_000],
    ['', { 'retry-after': '5' }, 5_000],
  ])('wait as long as the limit %s of the service says', async (code, headers, retryAfterMs) => {
    const { crm } = await answeringSo({
      status: 429,
      headers,
      body: { error: { code, message: 'Too many.' } },
    });
    expect(await failureOf(crm.find(FIND, call))).toMatchObject({
      class: 'throttled',
      code: 'dynamics.throttled',
      retryAfterMs,
    });
  });

  it.each([
    ['a page of HTML', '<html>Sign in</html>'],
    ['an answer that is cut off', `{"value":["${'x'.repeat(17 * 1_024 * 1_024)}"]}`],
    ['JSON of another form', { hello: 'world' }],
  ])('ask again after %s with a good status', async (_, body) => {
    const { crm } = await answeringSo({ status: 200, body });
    const unreadable = { class: 'temporary', code: 'dynamics.unreadable-answer' };
    expect(await failureOf(crm.find(FIND, call))).toMatchObject(unreadable);
    const known = aPerson({ personId: guidOf('somebody') });
    expect(await crm.keepPeople([known], call)).toMatchObject([
      { error: { ...unreadable, maybeSent: true } },
    ]);
  });

  it('say that it was perhaps done where no answer comes in time', async () => {
    const { fake, crm } = await start({ timeoutMs: 200 });
    await crm.verify?.(call);
    fake.behave('hang');
    const known = aPerson({ personId: guidOf('somebody') });
    expect(await crm.keepPeople([known], call)).toMatchObject([
      { error: { class: 'temporary', maybeSent: true } },
    ]);
  });

  it('name the columns that a mapping may use', async () => {
    const { crm } = await start();
    const fields = new Map((await crm.fields('person', call)).map((field) => [field.name, field]));
    expect(fields.get('preferredcontactmethodcode')).toEqual({
      name: 'preferredcontactmethodcode',
      label: 'The preferredcontactmethodcode',
      type: 'choice',
      isWritable: true,
      choices: ['1', '2', '3', '4', '5'],
    });
    expect(fields.get('birthdate')).toMatchObject({ type: 'date' });
    expect(fields.get('modifiedon')).toMatchObject({ type: 'date-time', isWritable: false });
    expect(fields.get('_parentcustomerid_value')).toMatchObject({ type: 'text', isWritable: false });
    expect(fields.get('parcours_points')).toMatchObject({ type: 'number' });
  });

  it('find a record whose value would break out of a filter', async () => {
    const { fake, crm } = await start();
    const lastname = "O'Reilly' or lastname ne '";
    const id = fake.environment.seed('contact', { lastname, description: 'x'.repeat(5_000) });
    const record = await crm.find({ ...FIND, value: lastname }, call);
    expect(record).toMatchObject({ kind: 'person', id, fields: { lastname } });
    expect(record?.fields).not.toHaveProperty('description');
    expect(await crm.find({ kind: 'person', field: 'contactid', value: id }, call)).toMatchObject({ id });
    await expect(crm.find({ kind: 'person', field: 'a eq 1 or b', value: '1' }, call)).rejects.toMatchObject({
      error: { code: 'dynamics.bad-field-name' },
    });
  });
});

describe('the language of Dynamics 365', () => {
  it('has texts that nothing breaks out of, and ids that are no texts', () => {
    expect(quoted("a'b")).toBe("'a''b'");
    const id = guidOf('a');
    expect(equals('contactid', id)).toBe(`contactid eq ${id}`);
    expect(equals('lastname', id)).toBe(`lastname eq '${id}'`);
  });

  it('has ids that follow from a text', () => {
    expect(guidOf('a')).toBe(guidOf('a'));
    expect(guidOf('a')).not.toBe(guidOf('b'));
    expect(guidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has batches whose parts stand by themselves, whatever their texts hold', () => {
    const text = 'a\r\n--batch_x\r\n\r\nHTTP/1.1 200 OK';
    const { type, body } = batchOf([{ method: 'PATCH', path: '/contacts(1)', body: { text } }], {
      root: '/api',
    });
    expect(type).toMatch(/^multipart\/mixed; boundary=batch_/);
    expect(body.match(/HTTP\/1\.1/g)).toHaveLength(2);
    expect(body.match(/^PATCH \/api\/contacts\(1\) HTTP\/1\.1\r$/m)).not.toBeNull();
    const reply = [
      '--r',
      'Content-Type: application/http',
      '',
      'HTTP/1.1 204 No Content',
      'OData-Version: 4.0',
      '',
      '',
      '--r',
      'Content-Type: application/http',
      '',
      'HTTP/1.1 429 Unknown Error',
      'Retry-After: 7',
      '',
      '{"error":{"code":"1","message":"a: b"}}',
      '--r--',
      '',
    ].join('\r\n');
    expect(
      answersIn({ status: 200, headers: { 'content-type': 'multipart/mixed; boundary="r"' }, body: reply }),
    ).toEqual([
      { status: 204, headers: { 'odata-version': '4.0' }, body: '' },
      { status: 429, headers: { 'retry-after': '7' }, body: '{"error":{"code":"1","message":"a: b"}}' },
    ]);
    expect(answersIn({ status: 200, headers: { 'content-type': 'text/html' }, body: reply })).toBeUndefined();
  });
});
