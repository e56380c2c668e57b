import type { JsonObject, RecordKind } from '@parcours/sdk';
import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeCrm,
  type HeardRequest,
  HttpFake,
  type HttpExchange,
  type ReceivedMessage,
  type RecordOfFake,
} from '@parcours/sdk/testing';

import { FakeEnvironment, Refused, type Row } from './fake-environment.js';
import { metadataOf } from './fake-metadata.js';
import { pageOf, shown } from './fake-queries.js';
import { tableNamed, tableOfSet } from './fake-tables.js';

const TENANT = '11111111-2222-4333-8444-555555555555';
const CLIENT = { id: '66666666-7777-4888-8999-000000000000', secret: 'the~client~secret' };
const ROOT = '/api/data/v9.2';

const KINDS: Readonly<Record<RecordKind, readonly [table: string, lookup: string]>> = {
  person: ['contact', ''],
  lead: ['lead', 'parentcontactid'],
  deal: ['opportunity', 'parentcontactid'],
  ticket: ['incident', 'customerid'],
  task: ['task', 'regardingobjectid'],
  order: ['salesorder', 'customerid'],
  invoice: ['invoice', 'customerid'],
};

/** An environment of Dynamics 365 behind its Web API, and the directory that gives tokens for it. */
export class FakeDataverse implements FakeCrm {
  readonly environment = new FakeEnvironment();
  readonly user = this.environment.seed('systemuser', { fullname: 'Integration' });
  /** Every request of a batch by itself, and those that came by themselves. */
  readonly exchanges: HttpExchange[] = [];
  /** Answers so instead of as it should, once each. */
  readonly instead: FakeAnswer[] = [];
  private http!: HttpFake;
  private readonly valid = new Set<string>();
  private issued = 0;
  private guest = '';

  static async start(): Promise<FakeDataverse> {
    const fake = new FakeDataverse();
    fake.http = await HttpFake.start({
      answer: (request) => fake.answer(request),
      throttled: {
        status: 429,
        headers: { 'retry-after': '35' },
        body: new Refused(
          429,
          '0x80072322',
          'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
        ).body,
      },
      down: { status: 503, body: new Refused(503, '', 'Service Unavailable').body },
    });
    return fake;
  }

  get url(): string {
    return this.http.url;
  }

  get config() {
    const { url } = this;
    return {
      environmentUrl: url,
      authorityUrl: url,
      tenantId: TENANT,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
    };
  }

  get wrongConfig() {
    return { ...this.config, clientSecret: 'an~expired~secret' };
  }

  get heard(): readonly HeardRequest[] {
    return this.http.heard;
  }

  /** Tasks, cases, leads and notes; their ids are what drops a second one. */
  received(): readonly ReceivedMessage[] {
    const rows = ['task', 'incident', 'lead', 'annotation'].flatMap((table) =>
      this.environment.living(table),
    );
    return rows.map(({ id, values }) => ({ to: '', content: JSON.stringify(values), idempotencyKey: id }));
  }

  put({ kind, id, personId, fields, at }: RecordOfFake): string {
    const [table, lookup] = KINDS[kind];
    this.environment.now = at ?? Math.max(this.environment.now, Date.now());
    const values = { ...fields, ...(personId !== undefined && { [lookup]: ['contact', personId] }) };
    if (id === undefined) return this.environment.seed(table, values);
    this.environment.change(id, values);
    return id;
  }

  /** Somebody who is there and is not counted: a case is always somebody's. */
  receiveGuest(id: string): void {
    this.guest = this.environment.seed('contact', { lastname: 'Guest' }, id);
  }

  remove(_kind: RecordKind, id: string): void {
    this.environment.remove(id);
  }

  records(kind: RecordKind) {
    const [table] = KINDS[kind];
    const rows = this.environment.living(table).filter(({ id }) => id !== this.guest);
    return rows.map(({ id, values }) => ({ id, fields: values as JsonObject }));
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
    if (request.path === `/${TENANT}/oauth2/v2.0/token`) return this.token(request);
    if (!this.valid.has((request.headers['authorization'] ?? '').replace(/^Bearer /, ''))) {
      return { status: 401, body: new Refused(401, '0x80072560', 'The token is expired or invalid.').body };
    }
    if (request.path === `${ROOT}/$batch` && request.method === 'POST') return this.batch(request);
    return this.exchange(request);
  }

  private exchange(request: HeardRequest): FakeAnswer {
    const answer = this.refusing(() => this.data(request));
    this.exchanges.push({ request, answer });
    return answer;
  }

  private refusing(work: () => FakeAnswer): FakeAnswer {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof Refused) return { status: cause.status, body: cause.body };
      throw cause;
    }
  }

  private token({ method, headers, body }: HeardRequest): FakeAnswer {
    const form = new URLSearchParams(body);
    const refused = (status: number, error: string, words: string): FakeAnswer => ({
      status,
      body: { error, error_description: words },
    });
    if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded') {
      return refused(400, 'invalid_request', 'AADSTS900144: The request body is wrong.');
    }
    if (form.get('grant_type') !== 'client_credentials') {
      return refused(400, 'unsupported_grant_type', 'AADSTS70003: Unsupported grant type.');
    }
    if (form.get('client_id') !== CLIENT.id)
      return refused(400, 'unauthorized_client', 'AADSTS700016: Not found.');
    if (form.get('client_secret') !== CLIENT.secret) {
      return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 1');
    }
    if (form.get('scope') !== `${this.url}/.default`)
      return refused(400, 'invalid_scope', 'AADSTS70011: Invalid scope.');
    this.issued += 1;
    const token = `eyJ0.token.${String(this.issued)}`;
    this.valid.add(token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3_599, access_token: token } };
  }

  private batch({ headers, body }: HeardRequest): FakeAnswer {
    const boundary = /^multipart\/mixed; ?boundary="?([^";]+)"?$/.exec(headers['content-type'] ?? '')?.[1];
    if (boundary === undefined)
      return { status: 400, body: new Refused(400, '', 'The boundary is missing.').body };
    const parts = body.split(`--${boundary}\r\n`).slice(1);
    if (parts.length > 1_000 || !body.trimEnd().endsWith(`--${boundary}--`)) {
      return { status: 400, body: new Refused(400, '0x80048d06', 'The batch is wrong.').body };
    }
    const answers = parts.map((part) => this.part(part.split(`\r\n--${boundary}--`)[0] ?? ''));
    const reply = 'batchresponse_1';
    const text = answers.map(
      (answer) =>
        `--${reply}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n${answer}\r\n`,
    );
    return {
      status: 200,
      headers: { 'content-type': `multipart/mixed; boundary=${reply}` },
      body: `${text.join('')}--${reply}--\r\n`,
    };
  }

  private part(part: string): string {
    const [own = '', head = '', ...body] = part.split('\r\n\r\n');
    const [line = '', ...lines] = head.split('\r\n');
    const [, method = '', path = ''] = /^([A-Z]+) (\/\S+) HTTP\/1\.1$/.exec(line) ?? [];
    if (!/^Content-Type: application\/http$/im.test(own) || path === '')
      return 'HTTP/1.1 400 Bad Request\r\n\r\n{}';
    const headers: Record<string, string> = {};
    for (const each of lines) {
      const [name = '', ...value] = each.split(': ');
      headers[name.toLowerCase()] = value.join(': ');
    }
    const inner = body.join('\r\n\r\n').trimEnd();
    const asked = { method, path, headers, body: inner, rawBody: Buffer.from(inner) };
    const { status, body: answer } = this.exchange(asked);
    const text = answer === undefined ? '' : JSON.stringify(answer);
    return `HTTP/1.1 ${String(status)} Said\r\nContent-Type: application/json; odata.metadata=minimal\r\nOData-Version: 4.0\r\n\r\n${text}`;
  }

  private data(request: HeardRequest): FakeAnswer {
    const url = new URL(request.path, this.url);
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(`${ROOT}/`))
      throw new Refused(404, '0x8006088a', 'Resource not found for the segment.');
    const rest = path.slice(ROOT.length + 1);
    if (request.method === 'GET' && rest.startsWith('EntityDefinitions('))
      return { status: 200, body: metadataOf(rest) };
    const counted = /^RetrieveTotalRecordCount\(EntityNames=\['([a-z]+)'\]\)$/.exec(rest)?.[1];
    if (counted !== undefined) {
      const Values = [this.environment.living(counted).length];
      return { status: 200, body: { EntityRecordCountCollection: { Count: 1, Keys: [counted], Values } } };
    }
    const [, set = '', key] = /^([a-z]+)(?:\((.*)\))?$/.exec(rest) ?? [];
    const table = tableOfSet(set);
    if (table === undefined)
      throw new Refused(404, '0x8006088a', `Resource not found for the segment '${set}'.`);
    if (key === undefined && request.method === 'GET') {
      return pageOf(this.environment, { table, url, prefer: request.headers['prefer'] ?? '' });
    }
    if (key !== undefined && request.method === 'DELETE') return this.delete(table, key);
    if (key === undefined || request.method !== 'PATCH')
      throw new Refused(405, '0x0', 'The method is not allowed.');
    return this.patch({ table, key, url, request });
  }

  private delete(table: string, key: string): FakeAnswer {
    const { row } = this.target(table, key);
    if (!row) throw new Refused(404, '0x80040217', `${table} With Id = ${key} Does Not Exist`);
    this.environment.remove(row.id);
    return { status: 204 };
  }

  private patch(about: { table: string; key: string; url: URL; request: HeardRequest }): FakeAnswer {
    const { table, key, request, url } = about;
    if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
      throw new Refused(400, '0x0', 'A content type must be given.');
    }
    const body = jsonIn(request.body);
    const { row, id, values } = this.target(table, key);
    if (!row && request.headers['if-match'] === '*') {
      throw new Refused(404, '0x80040217', `${table} With Id = ${key} Does Not Exist`);
    }
    if (row && request.headers['if-none-match'] === '*') {
      throw new Refused(412, '0x80040237', 'A record with matching key values already exists.');
    }
    const checksDuplicates = request.headers['mscrm.suppressduplicatedetection'] === 'false';
    const saved = row
      ? this.environment.update(row, body)
      : this.environment.create(
          table,
          { ...values, ...body },
          { checksDuplicates, ...(id !== undefined && { id }) },
        );
    if (!request.headers['prefer']?.includes('return=representation')) return { status: 204 };
    const names = url.searchParams.get('$select')?.split(',');
    return { status: row ? 200 : 201, body: shown(saved, { ...(names && { names }), annotates: false }) };
  }

  private target(table: string, key: string) {
    const [, column, quoted] = /^([a-z_0-9]+)='(.*)'$/.exec(key) ?? [];
    if (column === undefined || quoted === undefined) {
      if (!/^[0-9a-fA-F-]{36}$/.test(key)) throw new Refused(400, '0x0', 'Unrecognized Guid format.');
      return { row: this.environment.find(table, key), id: key.toLowerCase(), values: {} };
    }
    if (!tableNamed(table).keys.includes(column)) {
      throw new Refused(400, '0x80060888', 'The specified key properties are not a valid alternate key.');
    }
    const value = quoted.replaceAll("''", "'");
    const row = this.environment.living(table).find(({ values }) => values[column] === value);
    return { row, id: undefined, values: { [column]: value } };
  }
}

function jsonIn(body: string): Row {
  try {
    return JSON.parse(body) as Row;
  } catch {
    throw new Refused(400, '0x80048d19', 'Error identified in Payload: it is no JSON.');
  }
}
