import { isJsonObject, type JsonObject } from '@parcours/kernel';

import {
  type ChangesPage,
  type CrmConnector,
  type CrmRecord,
  isCrmFailure,
  type KeepResult,
  type OpenCrm,
  type PersonToKeep,
  type RecordKind,
} from '../../crm-connector.js';
import type { SendError } from '../../outgoing-message.js';
import { Breach, must, mustEqual, never, type OpenedConnector, shown, type Trial } from './check.js';
import type { CrmSample, FakeCrm, FakeProvider } from './conformance-subject.js';

/** More pages than any check can fill. */
const ENDLESS = 200;
const LONGEST_CURSOR = 2_000;

type Crm = OpenedConnector & Pick<OpenCrm, 'fields' | 'changes' | 'keepPeople' | 'find' | 'forget'>;

function keepsRecords(opened: OpenedConnector): opened is Crm {
  return (['fields', 'changes', 'keepPeople', 'find'] as const).every(
    (name) => typeof opened[name] === 'function',
  );
}

function isCrm(fake: FakeProvider): fake is FakeCrm {
  return 'put' in fake && 'remove' in fake && 'records' in fake;
}

/** A CRM connector under test, with what it is tried with. */
export class CrmDesk {
  private constructor(
    private readonly trial: Trial,
    readonly fake: FakeCrm,
    readonly sample: CrmSample,
    readonly about: CrmConnector['records'],
  ) {}

  static of(trial: Trial): CrmDesk {
    const { connector, subject, fake } = trial;
    if (!('records' in connector)) throw new Breach('it keeps no records');
    must(subject.crm !== undefined, 'conformance.js says nothing of crm: which people it is tried with');
    must(isCrm(fake), 'the fake has no put, remove and records');
    return new CrmDesk(trial, fake, subject.crm, connector.records);
  }

  async open(config?: JsonObject): Promise<Crm> {
    const opened = await this.trial.open(config);
    must(keepsRecords(opened), 'an open connector lacks one of fields, changes, keepPeople and find');
    return opened;
  }

  /** Puts the n-th person in; answers the id. */
  put(n: number, at?: number): string {
    const fields = this.sample.person(n);
    return this.fake.put({ kind: 'person', fields, ...(at !== undefined && { at }) });
  }

  putMany(count: number): string[] {
    return Array.from({ length: count }, (_, n) => this.put(n));
  }

  /** Changes the note of somebody, on the other side. */
  note(id: string, text: string): void {
    this.fake.put({ kind: 'person', id, fields: { [this.sample.note]: text } });
  }

  matchOf(n: number): string {
    const value = this.sample.person(n)[this.about.match];
    must(typeof value === 'string', `person(${String(n)}) has no text '${this.about.match}'`);
    return value;
  }

  /** The n-th person on the way into the CRM. */
  person(n: number, changes: Partial<PersonToKeep> = {}): PersonToKeep {
    return {
      customerId: `c-${String(n)}`,
      match: { field: this.about.match, value: this.matchOf(n) },
      fields: this.sample.person(n),
      ...changes,
    };
  }

  async page(
    crm: Crm,
    request: { readonly cursor?: string | undefined; readonly limit?: number; readonly kind?: RecordKind },
  ): Promise<ChangesPage> {
    const { kind = 'person', limit = 3, cursor } = request;
    const fields = kind === 'person' ? [this.about.match, this.sample.note] : [];
    const page = await crm.changes({ kind, limit, fields, cursor }, { signal: never() });
    must(
      page.records.length <= limit,
      `a page has ${String(page.records.length)} records; the limit was ${String(limit)}`,
    );
    must(
      typeof page.cursor === 'string' && page.cursor.length <= LONGEST_CURSOR,
      'a page has no cursor of at most 2,000 characters',
    );
    for (const record of page.records) mustBeRecord(record, kind);
    return page;
  }

  /** Every page from a cursor to the last one. */
  async pages(
    crm: Crm,
    from: { readonly cursor?: string; readonly limit?: number; readonly kind?: RecordKind } = {},
  ): Promise<ChangesPage[]> {
    const pages: ChangesPage[] = [];
    for (let cursor = from.cursor; pages.length < ENDLESS;) {
      const page = await this.page(crm, { ...from, cursor });
      pages.push(page);
      if (page.isLast) return pages;
      cursor = page.cursor;
    }
    throw new Breach(`there is no last page: ${String(ENDLESS)} were read`);
  }

  async keep(crm: Crm, people: readonly PersonToKeep[]): Promise<readonly KeepResult[]> {
    const results = await crm.keepPeople(people, { signal: never() });
    mustEqual(results.length, people.length, 'the number of results');
    return results;
  }

  /** How many people of a match value there are. */
  countOf(n: number): number {
    const value = this.matchOf(n);
    return this.fake.records('person').filter(({ fields }) => fields[this.about.match] === value).length;
  }
}

function mustBeRecord(record: CrmRecord, kind: RecordKind): void {
  mustEqual(record.kind, kind, 'the kind of a record');
  must(typeof record.id === 'string' && record.id !== '', 'a record has no id');
  must(
    Number.isFinite(record.changedAt),
    `changedAt of a record is ${shown(record.changedAt)}; expected milliseconds`,
  );
  must(isJsonObject(record.fields), `the fields of a record are ${shown(record.fields)}`);
}

/** What is known after some pages: of each record what was said last. */
export function lastOf(pages: readonly ChangesPage[]): Map<string, CrmRecord> {
  return new Map(pages.flatMap(({ records }) => records).map((record) => [record.id, record]));
}

/** @throws Breach where some of these are in no page */
export function mustHoldAll(pages: readonly ChangesPage[], ids: readonly string[], when: string): void {
  const found = lastOf(pages);
  const lost = ids.filter((id) => !found.has(id));
  must(
    lost.length === 0,
    `${String(lost.length)} of ${String(ids.length)} records were passed over ${when}: ${shown(lost)}`,
  );
}

export function mustBeKept(result: KeepResult | undefined): Extract<KeepResult, { status: 'kept' }> {
  must(result?.status === 'kept', `somebody was not kept: ${shown(result)}`);
  must(typeof result.personId === 'string' && result.personId !== '', 'a result has no personId');
  return result;
}

/** The failure of a call that answers no results. @throws Breach where it did not fail, or with something else */
export async function failureOf(call: Promise<unknown>): Promise<SendError> {
  const ended = await call.then(
    (value) => ({ value }),
    (cause: unknown) => ({ cause }),
  );
  must('cause' in ended, `it answers ${shown(Reflect.get(ended, 'value'))}; expected a CrmFailure`);
  must(isCrmFailure(ended.cause), `it threw ${shown(ended.cause)}; expected a CrmFailure`);
  return ended.cause.error;
}
