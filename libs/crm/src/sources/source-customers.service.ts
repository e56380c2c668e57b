import { Injectable } from '@nestjs/common';
import { comparableEmail, CustomerLookup, quicklyToE164 } from '@parcours/audience';
import { PublishedContent } from '@parcours/content';
import type { Sql } from '@parcours/database';
import type { SourceEvent } from '@parcours/sdk';

import { CRM_SYNC_TYPE } from '../declaration/crm-sync.type.js';
import { LinkStore } from '../state/link.store.js';

/** Whom the events of one callback are about, by what they say. */
export interface Known {
  readonly people: ReadonlyMap<string, string>;
  readonly emails: ReadonlyMap<string, readonly string[]>;
  readonly phones: ReadonlyMap<string, readonly string[]>;
}

/** Finds customers by what another system knows of them. */
@Injectable()
export class SourceCustomers {
  constructor(
    private readonly content: PublishedContent,
    private readonly links: LinkStore,
    private readonly lookup: CustomerLookup,
  ) {}

  async known(
    sql: Sql,
    { syncIds, events }: { syncIds: readonly number[]; events: readonly SourceEvent[] },
  ): Promise<Known> {
    const named = (member: 'personId' | 'email' | 'phone') =>
      events.flatMap(({ customer }) => (member in customer ? [String(Reflect.get(customer, member))] : []));
    const phones = named('phone').flatMap((phone) => quicklyToE164(phone) ?? []);
    return {
      people: await this.links.customersOf(sql, syncIds, named('personId')),
      emails: await this.lookup.keysBy(sql, 'email', named('email').map(comparableEmail)),
      phones: await this.lookup.keysBy(sql, 'phone', phones),
    };
  }

  /** Syncs by which people of the connector are known. */
  async syncsOf(connector: string): Promise<number[]> {
    const snapshot = await this.content.snapshot();
    return snapshot
      .all(CRM_SYNC_TYPE)
      .flatMap(({ itemId, document }) => (document.connector === connector ? [itemId] : []));
  }
}

/** An address that several customers share is nobody's. */
export function customerOf({ customer }: SourceEvent, { people, emails, phones }: Known): string | undefined {
  if ('customerId' in customer) return customer.customerId;
  if ('personId' in customer) return people.get(customer.personId);
  const keys =
    'email' in customer
      ? emails.get(comparableEmail(customer.email))
      : phones.get(quicklyToE164(customer.phone) ?? '');
  return keys?.length === 1 ? keys[0] : undefined;
}
