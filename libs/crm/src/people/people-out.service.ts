import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import type { JsonObject } from '@parcours/kernel';
import type { KeepResult, PersonToKeep, SendError } from '@parcours/sdk';

import { matchFieldOf, type StepOutcome, type SyncTask } from '../running/sync-task.js';
import { type CrmLink, LinkStore } from '../state/link.store.js';
import type { SyncProgress } from '../state/sync.store.js';
import { pushed } from './field-mapping.rules.js';
import { matchValueOf } from './people-directory.service.js';
import { type Kept, KeptPeople } from './kept-people.service.js';
import { OutgoingPages } from './outgoing-pages.service.js';

/** Tells the CRM what has changed of the customers, some hundred at a time. */
@Injectable()
export class PeopleOut {
  constructor(
    private readonly pages: OutgoingPages,
    private readonly customers: CustomerStore,
    private readonly links: LinkStore,
    private readonly kept: KeptPeople,
  ) {}

  async step(task: SyncTask, progress: SyncProgress): Promise<StepOutcome> {
    const { keys, last, isOver } = await this.pages.next(this.kept.sql, task, progress);
    const moved = { ...progress, ...(progress.run && { run: { ...progress.run, after: last } }) };
    const going = await this.goingOut(task, keys);
    if (going.length === 0) return { progress: moved, isOver };
    const people = going.map(({ person }) => person);
    const results = await task.calls.keepPeople(people, task.signal);
    const failure = results.flatMap(stopping)[0];
    // What was kept is written in any case; those who were not are looked at again by the next try.
    const written = await this.kept.write(task, failure ? progress : moved, paired(going, results));
    return { progress: written, isOver: isOver && !failure, ...(failure && { failure }) };
  }

  /** Entries before customers: one that is gone from the inbox shows in the traits that are read after it. */
  private async goingOut(task: SyncTask, keys: readonly string[]): Promise<Going[]> {
    const { sql } = this.kept;
    const { syncId } = task.claim;
    const links = await this.links.byCustomers(sql, syncId, keys);
    const pendingIds = [...links.values()].flatMap(({ pendingId }) => pendingId ?? []);
    const pending = await this.links.stillPending(sql, pendingIds);
    const customers = await this.customers.findByExternalIds(sql, keys);
    return customers.flatMap((customer): Going[] => {
      const link = links.get(customer.externalId);
      const isPending = link?.pendingId != null && pending.has(link.pendingId);
      const person = isPending || customer.mergedInto !== null ? undefined : personOf(task, customer, link);
      return person ? [{ customer, link, person }] : [];
    });
  }
}

interface Going {
  readonly customer: Customer;
  readonly link: CrmLink | undefined;
  readonly person: PersonToKeep;
}

function personOf(task: SyncTask, customer: Customer, link: CrmLink | undefined): PersonToKeep | undefined {
  const { document } = task;
  // A person who was deleted there is not made anew.
  if (link && link.state !== 'linked') return undefined;
  if (!link && document.send?.newPeople === false) return undefined;
  const value = matchValueOf(document.match.trait, customer);
  if (value === undefined) return undefined;
  const fields: JsonObject = pushed(document.fields, customer.traits, link?.agreed);
  if (link && Object.keys(fields).length === 0) return undefined;
  return {
    customerId: customer.externalId,
    personId: link?.recordId,
    match: { field: matchFieldOf(task), value },
    fields,
  };
}

function paired(going: readonly Going[], results: readonly KeepResult[]): Kept[] {
  return going.flatMap((each, at) => {
    const result = results[at];
    return result ? [{ ...each, result }] : [];
  });
}

/** A failure that others would meet as well. */
function stopping(result: KeepResult): SendError[] {
  if (result.status !== 'failed') return [];
  const isOwn = result.error.class === 'permanent' || result.error.class === 'rejected-recipient';
  return isOwn ? [] : [result.error];
}
