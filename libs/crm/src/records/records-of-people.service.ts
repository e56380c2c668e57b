import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { EventEntry } from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';

import type { SyncTask } from '../running/sync-task.js';
import { type KeptRecord, RecordStore } from '../state/record.store.js';
import { traitsOf } from './record-changes.rules.js';

export interface CaughtUp {
  /** Events that have waited for their customer. */
  readonly entries: readonly EventEntry[];
  /** By customer: what the records come to. */
  readonly traits: ReadonlyMap<string, JsonObject>;
}

export interface LinkedPerson {
  readonly recordId: string;
  readonly customerKey: string;
}

/** Brings records to people who are known only now. */
@Injectable()
export class RecordsOfPeople {
  constructor(private readonly records: RecordStore) {}

  async catchUp(sql: Sql, task: SyncTask, people: readonly LinkedPerson[]): Promise<CaughtUp> {
    const { syncId } = task.claim;
    if ((task.document.records ?? []).length === 0) return { entries: [], traits: new Map() };
    const ids = people.map(({ recordId }) => recordId);
    const records = await this.records.ofPeople(sql, syncId, ids);
    const keys = new Map(people.map(({ recordId, customerKey }) => [recordId, customerKey]));
    const entries: EventEntry[] = [];
    const matched: KeptRecord[] = [];
    for (const record of records) {
      const customerKey = keys.get(record.personId ?? '');
      if (customerKey === undefined) continue;
      entries.push(...record.waiting.map((event) => entryOf(event, customerKey)));
      matched.push({ ...record, customerKey, waiting: [] });
    }
    await this.records.save(sql, syncId, matched);
    return { entries, traits: sumsOf(task, matched) };
  }
}

export function entryOf(event: KeptRecord['waiting'][number], customerKey: string): EventEntry {
  return { kind: 'event', customerKey, ...event, traits: undefined };
}

/** By customer: what all these records come to. */
export function sumsOf({ document }: SyncTask, records: readonly KeptRecord[]): Map<string, JsonObject> {
  const byCustomer = new Map<string, KeptRecord[]>();
  for (const record of records) {
    if (record.customerKey === null) continue;
    const those = byCustomer.get(record.customerKey) ?? [];
    byCustomer.set(record.customerKey, those);
    those.push(record);
  }
  const sums = new Map<string, JsonObject>();
  for (const [key, those] of byCustomer) {
    const all: JsonObject = {};
    for (const line of document.records ?? []) {
      const fields = those.flatMap((record) => (record.kind === line.kind ? [record.fields] : []));
      for (const [trait, value] of Object.entries(traitsOf(line, fields))) all[trait] = value;
    }
    if (Object.keys(all).length > 0) sums.set(key, all);
  }
  return sums;
}
