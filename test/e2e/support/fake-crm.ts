import { createHmac } from 'node:crypto';

import type {
  CallbackRequest,
  CrmField,
  JsonObject,
  KeepResult,
  PersonToKeep,
  RecordKind,
} from '@parcours/sdk';
import {
  type FakeAnswer,
  type FakeBehaviour,
  type FakeCrm as CrmOfKit,
  type HeardRequest,
  HttpFake,
  type ReceivedMessage,
  type RecordOfFake,
} from '@parcours/sdk/testing';

const TOKEN = 'relations-secret-token';

interface Kept {
  readonly kind: RecordKind;
  readonly id: string;
  readonly personId?: string;
  readonly isDeleted: boolean;
  readonly mergedInto?: string;
  readonly changedAt: number;
  readonly fields: JsonObject;
}

const text = (name: string): CrmField => ({ name, label: name, type: 'text', isWritable: true });

/** What a person, and any other record, has. */
const FIELDS: readonly CrmField[] = [
  ...['email', 'phone', 'firstname', 'lastname', 'note', 'plan', 'title', 'stage', 'status'].map(text),
  { name: 'score', label: 'Score', type: 'number', isWritable: true },
  { name: 'amount', label: 'Amount', type: 'number', isWritable: true },
  { name: 'due', label: 'Due', type: 'date', isWritable: true },
];
const NAMES = new Set(FIELDS.map(({ name }) => name));

/** A CRM on loopback: every change has the next number of its kind, and a cursor is the last number that was read. */
export class FakeCrm implements CrmOfKit {
  /** Bodies of the calls of actions, in their order. */
  private readonly acted: ReceivedMessage[] = [];
  private readonly kept = new Map<string, Kept>();
  /** By kind the ids in the order of their changes; an id whose record changed again stands there once more. */
  private readonly log = new Map<RecordKind, string[]>();
  /** Where in its log a record stands last. */
  private readonly places = new Map<string, number>();
  private readonly byEmail = new Map<string, string>();
  /** Whether it can delete nobody at the moment. */
  isBusyDeleting = false;
  /** Ids of people whom it refuses to forget. */
  readonly unforgettable = new Set<string>();
  private clock = 0;
  private count = 0;

  private constructor(private readonly http: HttpFake) {}

  static async start(): Promise<FakeCrm> {
    const started: FakeCrm[] = [];
    const http = await HttpFake.start({
      answer: (request) => started[0]?.answer(request) ?? { status: 503 },
      throttled: { status: 429 },
    });
    const crm = new FakeCrm(http);
    started.push(crm);
    return crm;
  }

  get config() {
    return { url: this.http.url, token: TOKEN };
  }

  get wrongConfig() {
    return { ...this.config, token: 'another-secret-token' };
  }

  /** Every call that was answered. */
  get heard(): readonly HeardRequest[] {
    return this.http.heard;
  }

  received(): readonly ReceivedMessage[] {
    return this.acted;
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  put({ kind, id = this.newId(kind), personId, fields, at }: RecordOfFake): string {
    const before = this.kept.get(`${kind}/${id}`);
    this.write({
      ...(before ?? { kind, id }),
      isDeleted: false,
      ...(personId !== undefined && { personId }),
      changedAt: at ?? this.tick(),
      fields: { ...before?.fields, ...fields },
    });
    return id;
  }

  remove(kind: RecordKind, id: string): void {
    const before = this.kept.get(`${kind}/${id}`);
    if (before) this.write({ ...before, isDeleted: true, fields: {}, changedAt: this.tick() });
  }

  /** One person becomes another; what was about the first is about the second. */
  merge(from: string, into: string): void {
    const before = this.kept.get(`person/${from}`);
    if (!before) return;
    this.write({ ...before, isDeleted: true, mergedInto: into, fields: {}, changedAt: this.tick() });
    for (const record of this.kept.values()) {
      if (record.personId === from) this.write({ ...record, personId: into, changedAt: this.tick() });
    }
  }

  records(kind: RecordKind) {
    return [...this.kept.values()].filter((record) => record.kind === kind && !record.isDeleted);
  }

  /** Events as the CRM sends them. */
  callback(events: readonly object[], id = `call-${String(events.length)}`): CallbackRequest {
    const body = JSON.stringify({ id, events });
    return {
      method: 'POST',
      url: 'https://parcours.example.com/hooks/relations',
      headers: {
        'x-signature': createHmac('sha256', TOKEN).update(body).digest('hex'),
        'content-type': 'application/json',
      },
      query: {},
      rawBody: Buffer.from(body),
    };
  }

  private newId(kind: RecordKind): string {
    return `${kind}-${String(++this.count)}`;
  }

  private tick(): number {
    this.clock = Math.max(this.clock + 1, Date.now());
    return this.clock;
  }

  private write(record: Kept): void {
    const name = `${record.kind}/${record.id}`;
    const log = this.log.get(record.kind) ?? [];
    this.log.set(record.kind, log);
    this.kept.set(name, record);
    this.places.set(name, log.length);
    log.push(record.id);
    const { email } = record.fields;
    if (record.kind === 'person' && typeof email === 'string') this.byEmail.set(email, record.id);
  }

  private answer({ method, path, headers, body }: HeardRequest): FakeAnswer {
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401 };
    const { pathname, searchParams } = new URL(path, 'http://crm');
    const [, what = '', kind] = pathname.split('/');
    if (method === 'GET' && isKind(kind)) {
      if (what === 'fields') return { status: 200, body: FIELDS };
      if (what === 'changes') return this.changes(kind, searchParams);
      if (what === 'find') return this.find(kind, searchParams);
    }
    if (method === 'POST' && what === 'people') return this.keep(JSON.parse(body) as PersonToKeep[]);
    if (method === 'POST' && what === 'forget') return this.forget(JSON.parse(body) as { personId: string });
    if (method === 'POST' && what === 'add-note') {
      this.acted.push({ to: '', content: body, idempotencyKey: headers['idempotency-key'] ?? '' });
      return { status: 201, body: { recordId: this.newId('task') } };
    }
    return { status: 404 };
  }

  private forget({ personId }: { readonly personId: string }): FakeAnswer {
    if (this.isBusyDeleting) return { status: 503 };
    if (this.unforgettable.has(personId)) return { status: 409 };
    this.remove('person', personId);
    return { status: 200, body: {} };
  }

  private changes(kind: RecordKind, query: URLSearchParams): FakeAnswer {
    const log = this.log.get(kind) ?? [];
    const limit = Number(query.get('limit'));
    if (!(limit >= 1 && limit <= 1_000)) return { status: 400 };
    const records: Kept[] = [];
    let at = Number(query.get('cursor') ?? '0');
    for (; at < log.length && records.length < limit; at += 1) {
      const name = `${kind}/${log[at] ?? ''}`;
      const record = this.kept.get(name);
      if (record && this.places.get(name) === at) records.push(record);
    }
    const total = this.kept.size;
    return { status: 200, body: { records, cursor: String(at), isLast: at >= log.length, total } };
  }

  private find(kind: RecordKind, query: URLSearchParams): FakeAnswer {
    const field = query.get('field') ?? '';
    return {
      status: 200,
      body: { record: this.records(kind).find((each) => each.fields[field] === query.get('value')) },
    };
  }

  private keep(people: readonly PersonToKeep[]): FakeAnswer {
    if (people.length > 50) return { status: 400 };
    return { status: 200, body: people.map((person) => this.keepOne(person)) };
  }

  private keepOne({ personId, match, fields }: PersonToKeep): KeepResult {
    const unknown = Object.keys(fields).find((name) => !NAMES.has(name));
    if (unknown !== undefined) {
      const detail = `There is no field ${unknown}.`;
      return { status: 'failed', error: { class: 'permanent', code: 'relations.no-such-field', detail } };
    }
    const known = personId ?? this.foundBy(match);
    const before = known === undefined ? undefined : this.kept.get(`person/${known}`);
    if (personId !== undefined && before?.isDeleted !== false) return { status: 'gone' };
    const id = this.put({
      kind: 'person',
      ...(known !== undefined && { id: known }),
      fields: known === undefined ? { [match.field]: match.value, ...fields } : fields,
    });
    const { changedAt = 0 } = this.kept.get(`person/${id}`) ?? {};
    return { status: 'kept', personId: id, isNew: known === undefined, changedAt };
  }

  private foundBy({ field, value }: PersonToKeep['match']): string | undefined {
    const id = field === 'email' ? this.byEmail.get(value) : undefined;
    const quick = id === undefined ? undefined : this.kept.get(`person/${id}`);
    if (quick && !quick.isDeleted && quick.fields[field] === value) return id;
    return this.records('person').find(({ fields }) => fields[field] === value)?.id;
  }
}

function isKind(kind: string | undefined): kind is RecordKind {
  return kind !== undefined && ['person', 'ticket', 'deal', 'invoice'].includes(kind);
}
