import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { ListQuery, Page } from '@parcours/http';

import type { Customer } from '../customers/customer.js';
import { CustomerService } from '../customers/customer.service.js';
import { CUSTOMER_KINDS } from '../customers/customer.js';
import { MergeLog, type MergeView } from './merge-log.store.js';

/** An id that leads to a customer. */
export interface Identity {
  readonly id: string;
  readonly kind: (typeof CUSTOMER_KINDS)[number];
  readonly isOwn: boolean;
  readonly since: number;
}

/** Most ids that are shown: a customer with more has gone through a machine. */
const MOST = 1_000;

/** Which ids a customer has, and how that came about. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerService,
    private readonly log: MergeLog,
  ) {}

  /** The customer's own id first, then the others in the order of time. @throws audience.customer-not-found */
  async identities(externalId: string): Promise<{ customer: Customer; identities: readonly Identity[] }> {
    const customer = await this.customers.get(externalId);
    const rows = await this.database.sql.select<{ external_id: string; kind: number; updated_at: number }>(
      `SELECT external_id, kind, updated_at FROM customers WHERE merged_into = ?
       ORDER BY updated_at, external_id LIMIT ?`,
      [customer.id, MOST],
    );
    const own = { id: customer.externalId, kind: customer.kind, isOwn: true, since: customer.createdAt };
    const others = rows.map(({ external_id: id, kind, updated_at: since }) => ({
      id,
      kind: CUSTOMER_KINDS[kind] ?? 'known',
      isOwn: false,
      since,
    }));
    return { customer, identities: [own, ...others] };
  }

  /** @throws audience.customer-not-found */
  async merges(externalId: string, query: ListQuery): Promise<Page<MergeView>> {
    const { id } = await this.customers.get(externalId);
    return this.log.list(id, query);
  }
}
