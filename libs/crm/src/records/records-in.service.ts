import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import type { EventEntry } from '@parcours/events';
import { Clock, type JsonObject } from '@parcours/kernel';
import type { ChangesPage, CrmRecord } from '@parcours/sdk';

import type { RecordLine } from '../declaration/crm-sync.js';
import { isSame } from '../people/field-mapping.rules.js';
import { SYNCED_EVENT, stableId } from '../people/people-page.js';
import { SyncLedger, type Written } from '../running/sync-ledger.service.js';
import { counted, PAGE_SIZE, type StepOutcome, type SyncTask } from '../running/sync-task.js';
import { LinkStore } from '../state/link.store.js';
import { type KeptRecord, RecordStore, type WaitingEvent } from '../state/record.store.js';
import type { SyncProgress } from '../state/sync.store.js';
import { eventsOf, fieldsNamedBy, propertiesOf } from './record-changes.rules.js';
import { entryOf, sumsOf } from './records-of-people.service.js';

interface PageOfRecords {
  readonly task: SyncTask;
  readonly line: RecordLine;
  readonly page: ChangesPage;
  readonly progress: SyncProgress;
}

/** Takes in deals, tickets, invoices: what happens to them are events, and what they come to are traits. */
@Injectable()
export class RecordsIn {
  constructor(
    private readonly ledger: SyncLedger,
    private readonly links: LinkStore,
    private readonly records: RecordStore,
    private readonly customers: CustomerStore,
    private readonly clock: Clock,
  ) {}

  async step(task: SyncTask, progress: SyncProgress, line: RecordLine): Promise<StepOutcome> {
    const { kind } = line;
    const cursor = progress.kinds[kind]?.cursor;
    const request = { kind, cursor, limit: PAGE_SIZE, fields: fieldsNamedBy(line) };
    const answer = await task.calls.changes(request, task.signal);
    if (answer.status === 'failed') return { progress, isOver: false, failure: answer.error };
    const page = answer.value;
    const written = await this.ledger.commit(task.claim, (sql) =>
      this.work(sql, { task, line, page, progress }),
    );
    return { progress: written, isOver: page.isLast };
  }

  private async work(sql: Sql, { task, line, page, progress }: PageOfRecords): Promise<Written> {
    const { syncId } = task.claim;
    const { kind } = line;
    const records = [...new Map(page.records.map((record) => [record.id, record])).values()];
    const ids = records.map(({ id }) => id);
    const before = await this.records.byIds(sql, syncId, kind, ids);
    const people = [...before.values(), ...records].flatMap(({ personId }) => personId ?? []);
    const customers = await this.links.customersOf(sql, [syncId], [...new Set(people)]);
    const isLoaded = progress.kinds[kind]?.isLoaded === true;
    const kept = records
      .filter(({ isDeleted }) => !isDeleted)
      .map((record) => keptOf(record, { line, syncId, before: before.get(record.id), customers, isLoaded }));
    const deleted = records.filter(({ isDeleted }) => isDeleted).map(({ id }) => id);
    await this.records.save(sql, syncId, kept.map(unlessKnown));
    await this.records.remove(sql, syncId, kind, deleted);
    const sums = await this.sums(sql, task, { people: [...new Set(people)], customers });
    const events = kept.flatMap(({ waiting, customerKey }) =>
      customerKey === null ? [] : waiting.map((event) => entryOf(event, customerKey)),
    );
    const counts = {
      events: events.length,
      unmatched: kept.filter(({ customerKey }) => customerKey === null).length,
      deleted: deleted.filter((id) => before.has(id)).length,
    };
    // The sums first: what an event starts sees them.
    const entries = [...sums, ...events];
    return { progress: moveOn(counted(progress, counts), line, page), entries, links: [] };
  }

  /** What all records of these people come to, where the customers do not have it yet. */
  private async sums(
    sql: Sql,
    task: SyncTask,
    { people, customers }: { people: readonly string[]; customers: ReadonlyMap<string, string> },
  ): Promise<EventEntry[]> {
    const lines = task.document.records ?? [];
    if (lines.every(({ traits = [] }) => traits.length === 0)) return [];
    const all = await this.records.ofPeople(sql, task.claim.syncId, people);
    const sums = sumsOf(task, all);
    for (const key of customers.values()) if (!sums.has(key)) sums.set(key, emptySums(task));
    const known = await this.customers.findCurrentByKeys(sql, [...sums.keys()]);
    const now = this.clock.now();
    return [...sums].flatMap(([customerKey, traits]): EventEntry[] => {
      const has = known.get(customerKey)?.traits ?? {};
      const changed = changesOf(traits, has);
      if (Object.keys(changed).length === 0) return [];
      const messageId = stableId(`${String(task.claim.syncId)} sums ${customerKey} ${String(now)}`);
      const properties = { sync: task.key, personId: null, traits: Object.keys(changed) };
      return [
        {
          kind: 'event',
          customerKey,
          name: SYNCED_EVENT,
          messageId,
          occurredAt: now,
          properties,
          traits: changed,
        },
      ];
    });
  }
}

interface KeepContext {
  readonly line: RecordLine;
  readonly syncId: number;
  readonly before: KeptRecord | undefined;
  readonly customers: ReadonlyMap<string, string>;
  readonly isLoaded: boolean;
}

/** `waiting` are the events of this change, and those before it that nobody could be told. */
function keptOf(record: CrmRecord, { line, syncId, before, customers, isLoaded }: KeepContext): KeptRecord {
  const { kind } = line;
  const personId = record.personId ?? before?.personId ?? null;
  const named = fieldsNamedBy(line);
  const fields: JsonObject = Object.fromEntries(named.map((name) => [name, record.fields[name] ?? null]));
  const names = isLoaded ? eventsOf(line, { before: before?.fields, after: fields }) : [];
  const told = names.map((name): WaitingEvent => {
    const id = `${String(syncId)} ${kind} ${record.id} ${name} ${String(record.changedAt)}`;
    const properties = { ...propertiesOf(line, fields), recordId: record.id };
    return { name, messageId: stableId(id), occurredAt: record.changedAt, properties };
  });
  return {
    kind,
    recordId: record.id,
    personId,
    customerKey: (personId === null ? undefined : customers.get(personId)) ?? null,
    fields,
    waiting: [...(before?.waiting ?? []), ...told],
    changedAt: record.changedAt,
  };
}

/** What can be told waits no longer. */
function unlessKnown(record: KeptRecord): KeptRecord {
  return record.customerKey === null ? record : { ...record, waiting: [] };
}

function changesOf(traits: JsonObject, has: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(traits).filter(([name, value]) => !isSame(value, has[name])));
}

/** Of somebody who has no records any more. */
function emptySums(task: SyncTask): JsonObject {
  const nobody = { recordId: '', personId: null, customerKey: '', fields: {}, waiting: [], changedAt: 0 };
  return sumsOf(task, [{ kind: 'person', ...nobody }]).get('') ?? {};
}

function moveOn(progress: SyncProgress, { kind }: RecordLine, page: ChangesPage): SyncProgress {
  const before = progress.kinds[kind];
  const { cursor, isLast, records, total } = page;
  const moved = {
    cursor,
    isLoaded: before?.isLoaded === true || isLast,
    read: (before?.read ?? 0) + records.length,
    ...(total !== undefined && { total }),
  };
  return { ...progress, kinds: { ...progress.kinds, [kind]: moved } };
}
