import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';

import type { JsonObject, RecordKind } from '@parcours/sdk';
import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeCrm,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
  type RecordOfFake,
} from '@parcours/sdk/testing';

import { OBJECTS } from './fake-objects.js';
import { FakeOrganisation, Refused, type Row, type Saved } from './fake-organisation.js';
import { run } from './fake-soql.js';

const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const CLIENT = { id: '3MVG9.consumer', secret: 'the-consumer-secret', refreshToken: '5Aep861.refresh-token' };
const USERNAME = 'integration@example.com';
const KINDS: Readonly<Record<RecordKind, { readonly name: string; readonly personField?: string }>> = {
  person: { name: 'Contact' },
  lead: { name: 'Lead', personField: 'ConvertedContactId' },
  deal: { name: 'Opportunity', personField: 'ContactId' },
  ticket: { name: 'Case', personField: 'ContactId' },
  task: { name: 'Task', personField: 'WhoId' },
  order: { name: 'Order', personField: 'BillToContactId' },
  invoice: { name: 'Invoice__c', personField: 'Contact__c' },
};
const DATA = /^\/services\/data\/v(\d\d)\.0(\/.*)$/;

/** An organisation of Salesforce behind its REST API. */
export class FakeSalesforce implements FakeCrm {
  readonly organisation = new FakeOrganisation();
  readonly user = this.organisation.seed('User', { Name: 'Integration' });
  /** Records in one answer to a query. */
  pageSize = 2_000;
  usage = { used: 25, total: 15_000 };
  /** What it says the time is. */
  clock = () => Date.now();
  /** What the answer to a request for a token says instead. */
  tokenAnswer: Row = {};
  /** Answers so instead of as it should, once each. */
  readonly instead: FakeAnswer[] = [];
  private http!: HttpFake;
  private readonly valid = new Set<string>();
  private readonly locators = new Map<string, Row[]>();
  private issued = 0;

  static async start(): Promise<FakeSalesforce> {
    const fake = new FakeSalesforce();
    fake.http = await HttpFake.start({
      answer: (request) => fake.answer(request),
      throttled: {
        status: 403,
        body: [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
      },
      down: { status: 503, body: [{ message: 'Server unavailable', errorCode: 'SERVER_UNAVAILABLE' }] },
    });
    return fake;
  }

  get url(): string {
    return this.http.url;
  }

  get config() {
    return {
      grant: 'refresh_token',
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      refreshToken: CLIENT.refreshToken,
      loginUrl: this.url,
      objects: { invoice: { name: 'Invoice__c', personField: 'Contact__c' } },
    };
  }

  /** The same by an assertion that is signed. */
  get signingConfig() {
    const { clientSecret: _, refreshToken: _none, ...config } = this.config;
    return { ...config, grant: 'jwt_bearer', username: USERNAME, privateKey: KEYS.privateKey };
  }

  get wrongConfig() {
    return { ...this.config, refreshToken: '5Aep861.revoked-token' };
  }

  get exchanges() {
    return this.http.exchanges;
  }

  get heard(): readonly HeardRequest[] {
    return this.http.heard;
  }

  /** Tasks, cases and leads. */
  received(): readonly ReceivedMessage[] {
    const rows = ['Task', 'Case', 'Lead'].flatMap((object) => this.organisation.rowsOf(object));
    return rows.map((row) => ({
      to: [row['WhoId'], row['ContactId']].find((id) => typeof id === 'string') ?? '',
      content: JSON.stringify(row),
    }));
  }

  put({ kind, id, personId, fields, at }: RecordOfFake): string {
    const { name, personField } = KINDS[kind];
    const values = { ...fields, ...(personField && personId !== undefined && { [personField]: personId }) };
    this.organisation.now = at ?? Math.max(this.organisation.now, Date.now());
    if (id === undefined) return this.organisation.seed(name, values);
    this.organisation.change(id, values);
    return id;
  }

  remove(_kind: RecordKind, id: string): void {
    this.organisation.now = Math.max(this.organisation.now, Date.now());
    this.organisation.remove(id);
  }

  records(kind: RecordKind) {
    const rows = this.organisation.rowsOf(KINDS[kind].name).filter((row) => row['IsDeleted'] !== true);
    return rows.map((row) => ({ id: String(row['Id']), fields: row as JsonObject }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  /** Every token so far is worth nothing any more. */
  revokeTokens(): void {
    this.valid.clear();
  }

  private answer(request: HeardRequest): FakeAnswer {
    const other = this.instead.shift();
    if (other) return other;
    if (request.path === '/services/oauth2/token') return this.token(request);
    const headers = {
      date: new Date(this.clock()).toUTCString(),
      'sforce-limit-info': `api-usage=${String(this.usage.used)}/${String(this.usage.total)}`,
    };
    try {
      return { headers, ...this.data(request) };
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      return { status: cause.status, headers, body: cause.body };
    }
  }

  private token({ method, body, headers }: HeardRequest): FakeAnswer {
    const form = new URLSearchParams(body);
    const refused = (error: string, words: string): FakeAnswer => ({
      status: 400,
      body: { error, error_description: words },
    });
    if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded') {
      return refused('invalid_request', 'must use HTTP POST');
    }
    const grant = form.get('grant_type');
    if (grant === 'refresh_token' || grant === 'client_credentials') {
      if (form.get('client_id') !== CLIENT.id)
        return refused('invalid_client_id', 'client identifier invalid');
      if (form.get('client_secret') !== CLIENT.secret)
        return refused('invalid_client', 'invalid client credentials');
      if (grant === 'refresh_token' && form.get('refresh_token') !== CLIENT.refreshToken) {
        return refused('invalid_grant', 'expired access/refresh token');
      }
    } else if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
      if (!this.isAssertion(form.get('assertion') ?? ''))
        return refused('invalid_grant', 'invalid assertion');
    } else return refused('unsupported_grant_type', 'grant type not supported');
    this.issued += 1;
    const token = `00Dxx!token-${String(this.issued)}`;
    this.valid.add(token);
    const said = {
      access_token: token,
      instance_url: this.url,
      token_type: 'Bearer',
      issued_at: '1700000000000',
    };
    return { status: 200, body: { ...said, ...this.tokenAnswer } };
  }

  private isAssertion(assertion: string): boolean {
    const [header = '', claims = '', signature = ''] = assertion.split('.');
    const verify = createVerify('RSA-SHA256').update(`${header}.${claims}`);
    if (!verify.verify(createPublicKey(KEYS.publicKey), signature, 'base64url')) return false;
    const { iss, sub, aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Row;
    const isInTime = Number(exp) * 1_000 > Date.now() - 60_000 && Number(exp) * 1_000 < Date.now() + 300_000;
    return iss === CLIENT.id && sub === USERNAME && aud === 'https://login.salesforce.com' && isInTime;
  }

  private data(request: HeardRequest): FakeAnswer {
    const { method, headers } = request;
    if (!this.valid.has((headers['authorization'] ?? '').replace(/^Bearer /, ''))) {
      throw new Refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    const url = new URL(request.path, this.url);
    const [, version, path = ''] = DATA.exec(url.pathname) ?? [];
    if (Number(version) < 20 || Number(version) > 62) throw notFound();
    const [, area = '', ...rest] = path.split('/').map(decodeURIComponent);
    if (method === 'GET') return this.read(area, rest, url.searchParams);
    if (method === 'DELETE' && path === '/composite/sobjects') return this.deletion(url.searchParams);
    if (headers['content-type']?.split(';')[0] !== 'application/json') {
      throw new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type not supported');
    }
    const body = jsonIn(request.body);
    if (area === 'composite' && rest[0] === 'sobjects') return this.collection(method, rest.slice(1), body);
    if (area === 'sobjects') return this.single(method, rest, body);
    throw notFound();
  }

  private read(area: string, rest: readonly string[], query: URLSearchParams): FakeAnswer {
    const [object = '', what] = rest;
    if (area === 'sobjects' && what === 'describe') return { status: 200, body: descriptionOf(object) };
    if (area !== 'query' && area !== 'queryAll') throw notFound();
    if (rest.length > 0) return this.page(this.locators.get(object) ?? [], area);
    const soql = query.get('q') ?? '';
    const rows = run(this.organisation, soql, { isAll: area === 'queryAll' });
    if (soql.startsWith('SELECT COUNT()'))
      return { status: 200, body: { totalSize: rows.length, done: true, records: [] } };
    return this.page(rows, area);
  }

  private page(rows: readonly Row[], area: string): FakeAnswer {
    const records = rows.slice(0, this.pageSize);
    const left = rows.slice(this.pageSize);
    if (left.length === 0) return { status: 200, body: { totalSize: rows.length, done: true, records } };
    const locator = `01gRM${String(this.locators.size)}-${String(this.pageSize)}`;
    this.locators.set(locator, left);
    const nextRecordsUrl = `/services/data/v62.0/${area}/${locator}`;
    return { status: 200, body: { totalSize: rows.length, done: false, nextRecordsUrl, records } };
  }

  private deletion(query: URLSearchParams): FakeAnswer {
    const ids = query.get('ids')?.split(',') ?? [];
    if (ids.length === 0 || ids.length > 200 || query.get('allOrNone') !== 'false') {
      throw new Refused(400, 'INVALID_QUERY_FILTER', 'ids and allOrNone expected');
    }
    const results = ids.map((id) => {
      const { created: _, ...saved } = this.organisation.delete(id);
      return saved;
    });
    return { status: 200, body: results };
  }

  private collection(method: string, [object, field]: readonly string[], body: Row): FakeAnswer {
    const { records, allOrNone } = body;
    if (!Array.isArray(records) || typeof allOrNone !== 'boolean') {
      throw new Refused(400, 'JSON_PARSER_ERROR', 'records expected');
    }
    if (records.length > 200) {
      throw new Refused(400, 'TOO_MANY_RECORDS', 'record limit reached. cannot submit more than 200 records');
    }
    const parsed = (records as Row[]).map((record) => {
      const { type } = (record['attributes'] ?? {}) as Row;
      if (typeof type !== 'string') throw new Refused(400, 'INVALID_INPUT', 'attributes.type is missing');
      const { attributes: _, id, ...values } = this.organisation.parse(type, record);
      return { type, id, values };
    });
    const key = field ?? 'id';
    const keys = parsed.map(({ id, values }) => (field === undefined ? id : values[field]));
    if (method === 'PATCH' && keys.includes(undefined))
      throw new Refused(400, 'MISSING_ARGUMENT', `${key} is missing`);
    if (method === 'PATCH' && new Set(keys).size < keys.length) {
      throw new Refused(400, 'INVALID_INPUT', 'duplicate records in one call');
    }
    if (object !== undefined) mustBeExternal(object, field ?? '');
    const results = parsed.map(({ type, id, values }): Saved => {
      if (field !== undefined) return this.organisation.upsert(type, field, values);
      const { created: _, ...saved } =
        method === 'POST'
          ? this.organisation.create(type, values)
          : this.organisation.update(type, String(id), values);
      return saved;
    });
    return { status: 200, body: results };
  }

  private single(method: string, [object = '', field, value]: readonly string[], body: Row): FakeAnswer {
    const values = this.organisation.parse(object, body);
    if (method === 'POST' && field === undefined)
      return savedAnswer(this.organisation.create(object, values));
    if (method !== 'PATCH' || field === undefined || value === undefined) throw notFound();
    mustBeExternal(object, field);
    if (field in values)
      throw new Refused(400, 'INVALID_FIELD', `The ${field} field should not be specified in the body`);
    const rows = this.organisation.rowsOf(object).filter((row) => row[field] === value);
    if (rows.length > 1) {
      return {
        status: 300,
        body: rows.map((row) => `/services/data/v62.0/sobjects/${object}/${String(row['Id'])}`),
      };
    }
    return savedAnswer(this.organisation.upsert(object, field, { ...values, [field]: value }));
  }
}

/** A record by itself is refused as a whole, with the code under its other name. */
function savedAnswer(saved: Saved): FakeAnswer {
  if (saved.success) return { status: saved.created ? 201 : 200, body: saved };
  const [{ statusCode, message, fields }] = saved.errors as [Row];
  return { status: 400, body: [{ message, errorCode: statusCode, fields }] };
}

function mustBeExternal(object: string, field: string): void {
  if (OBJECTS[object]?.fields[field]?.isExternalId) return;
  const message = `Provided external ID field does not exist or is not accessible: ${field}`;
  throw new Refused(404, 'NOT_FOUND', message);
}

function descriptionOf(object: string): unknown {
  const found = OBJECTS[object];
  if (!found) throw notFound();
  const fields = Object.entries(found.fields).map(([name, field]) => ({
    name,
    label: name.replace('__c', ''),
    type: field.type,
    createable: !field.isReadOnly,
    updateable: !field.isReadOnly,
    picklistValues: (field.choices ?? []).map((value) => ({ value, label: value, active: true })),
  }));
  const address = {
    name: 'MailingAddress',
    label: 'Address',
    type: 'address',
    createable: false,
    updateable: false,
  };
  return { name: object, keyPrefix: found.prefix, fields: [...fields, address] };
}

function jsonIn(body: string): Row {
  try {
    return JSON.parse(body) as Row;
  } catch {
    throw new Refused(400, 'JSON_PARSER_ERROR', 'Unexpected character');
  }
}

function notFound(): Refused {
  return new Refused(404, 'NOT_FOUND', 'The requested resource does not exist');
}
