import { Injectable } from '@nestjs/common';
import {
  comparableEmail,
  type Customer,
  CUSTOMER_ID_MAX,
  CustomerLookup,
  CustomerStore,
  isEmailAddress,
  quicklyToE164,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import type { CrmRecord } from '@parcours/sdk';

import { matchFieldOf, type SyncTask } from '../running/sync-task.js';
import { type CrmLink, LinkStore } from '../state/link.store.js';

/** Who is known of the people of a page. */
export interface KnownPeople {
  /** By record. */
  readonly links: Map<string, CrmLink>;
  /** Whom the match value of a record leads to, by record; several where an address is shared. */
  readonly candidates: ReadonlyMap<string, readonly string[]>;
  /** Links of the candidates, by customer. */
  readonly taken: Map<string, CrmLink>;
  readonly customers: ReadonlyMap<string, Customer>;
  /** Entries that have not reached their customers. */
  readonly pending: ReadonlySet<number>;
}

/** Looks up people of a CRM by the page: so many statements whatever the page holds. */
@Injectable()
export class PeopleDirectory {
  constructor(
    private readonly links: LinkStore,
    private readonly lookup: CustomerLookup,
    private readonly customers: CustomerStore,
  ) {}

  async known(sql: Sql, task: SyncTask, records: readonly CrmRecord[]): Promise<KnownPeople> {
    const { syncId } = task.claim;
    const ids = records.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [id] : [id, mergedInto]));
    const links = await this.links.byRecords(sql, syncId, [...new Set(ids)]);
    const field = matchFieldOf(task);
    const { trait } = task.document.match;
    const values = new Map<string, string>();
    for (const record of records) {
      const link = links.get(record.id);
      if ((link && link.state !== 'gone') || record.isDeleted) continue;
      const value = comparable(trait, record.fields[field]);
      if (value !== undefined) values.set(record.id, value);
    }
    const keysByValue = await this.lookup.keysBy(sql, trait, [...values.values()]);
    const candidates = new Map([...values].map(([id, value]) => [id, keysByValue.get(value) ?? []] as const));
    const matched = [...new Set([...candidates.values()].flat())];
    const taken = await this.links.byCustomers(sql, syncId, matched);
    // Entries first: one that is gone from the inbox shows in the traits that are read after it.
    const pendingIds = [...links.values()].flatMap(({ pendingId }) => pendingId ?? []);
    const pending = await this.links.stillPending(sql, pendingIds);
    const linkedKeys = [...links.values()].flatMap(({ customerKey }) => customerKey ?? []);
    const customers = await this.customers.findCurrentByKeys(sql, [...new Set([...linkedKeys, ...matched])]);
    return { links, candidates, taken, customers, pending };
  }
}

/** A match value in the form in which customers are looked up; `undefined` where it is none. */
export function comparable(
  trait: 'email' | 'phone' | 'id',
  value: JsonValue | undefined,
): string | undefined {
  if (typeof value === 'number' && trait === 'id') return String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  if (trait === 'email') return isEmailAddress(value) ? comparableEmail(value) : undefined;
  if (trait === 'phone') return quicklyToE164(value);
  return value.length <= CUSTOMER_ID_MAX ? value : undefined;
}

/** The same of a customer. */
export function matchValueOf(
  trait: 'email' | 'phone' | 'id',
  { externalId, traits }: { externalId: string; traits: JsonObject },
): string | undefined {
  return trait === 'id' ? externalId : comparable(trait, traits[trait]);
}
