import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { type Contact, ContactStore, policyBookOf } from '@parcours/messaging';

import type { LaneWork } from '../lanes/lane-work.js';
import { ContactDesk } from './contact-desk.js';
import { LaneFactReader } from './lane-fact-reader.service.js';
import type { LaneFacts } from './lane-facts.js';

/** What lies behind the customers of a batch, as far as journeys and channel policies ask for it. */
export interface Background {
  readonly facts: LaneFacts | undefined;
  readonly contacts: ContactDesk;
}

const NOBODY: ReadonlyMap<number, readonly Contact[]> = new Map();

/** Reads what decisions go by beside the customers themselves: nothing where nothing asks for it. */
@Injectable()
export class LaneBackground {
  constructor(
    private readonly facts: LaneFactReader,
    private readonly contacts: ContactStore,
  ) {}

  async read(sql: Sql, work: LaneWork): Promise<Background> {
    const facts = await this.facts.read(sql, work);
    const { contactWindowMs } = policyBookOf(work.open.content);
    const { customers, now } = work;
    const stored =
      contactWindowMs > 0 && mayDecide(work)
        ? await this.contacts.recent(sql, {
            customerIds: customers.map(({ id }) => id),
            since: now - contactWindowMs,
            now,
          })
        : NOBODY;
    return { facts, contacts: new ContactDesk(customers, stored) };
  }
}

/** Whether a step may be taken in this batch: an enrollment is at hand, or something may let a customer in. */
function mayDecide({ inbox, due, enrollments, dueMembers, open }: LaneWork): boolean {
  if (due.length + enrollments.length + dueMembers.length > 0) return true;
  // What a batch finds out about segments may let customers in too.
  if ([...open.byTriggerEvent.keys()].some((name) => isFoundOut(name))) return inbox.length > 0;
  return inbox.some(({ entry }) => {
    if (['operation', 'answer', 'fallback'].includes(entry.kind)) return true;
    if (entry.kind === 'trigger') return open.byKey.has(entry.journey);
    return entry.kind === 'event' && open.byTriggerEvent.has(entry.name);
  });
}

function isFoundOut(event: string): boolean {
  return event.startsWith('segment.') || event.startsWith('persona.');
}
