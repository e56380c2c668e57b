import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import { Database } from '@parcours/database';
import type { Stimulus } from '@parcours/engine';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { byCustomer, MadeOfferStore } from '../trials/made-offers.store.js';
import { TRIGGER_EVENT } from '../lanes/lane-words.js';

/** Where the reading of customers goes on. */
export interface SampleCursor {
  readonly lane: number;
  readonly afterId: number;
}

/** From when to when, in milliseconds since the epoch. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Events of one customer, the earliest first. */
export interface CustomerEvents {
  readonly stimuli: readonly Stimulus[];
  /** False where there are more than are read at once. */
  readonly isWhole: boolean;
}

interface EventRow {
  customerId: number;
  name: string;
  occurredAt: number;
  properties: string;
}

/** Reads what a replay plays: customers lane by lane, for a lane is a fair sample of them, and their events. */
@Injectable()
export class ReplayStore {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly offers: MadeOfferStore,
  ) {}

  /** The first lane after this one that has customers. */
  async laneAfter(lane: number): Promise<number | undefined> {
    const [row] = await this.database.sql.select<{ lane: number | null }>(
      'SELECT MIN(lane) AS lane FROM customers WHERE lane > ?',
      [lane],
    );
    return row?.lane ?? undefined;
  }

  /** Customers of a lane after an id, in the order of their ids. */
  async customersAfter({ lane, afterId }: SampleCursor, limit: number): Promise<Customer[]> {
    const { sql } = this.database;
    const rows = await sql.select<{ id: number }>(
      `SELECT id FROM customers${sql.byIndex('ix_customers_lane')} WHERE lane = ? AND id > ? ORDER BY id LIMIT ?`,
      [lane, afterId, limit],
    );
    const found = await this.customers.findByIds(
      sql,
      rows.map(({ id }) => id),
    );
    return found.sort((a, b) => a.id - b.id);
  }

  /** How often customers were made which offers before a time. */
  async offersBefore(
    some: readonly { readonly customer: Customer }[],
    time: number,
  ): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
    const ids = some.map(({ customer }) => customer.id);
    return byCustomer(await this.offers.of(this.database.sql, ids, time));
  }

  /**
   * The events of some customers in a window, at most `limit` of them all. Whoever is not in the answer has not been
   * reached; the last one in it may have more.
   */
  async eventsOf(
    customers: readonly Customer[],
    { window: { from, to }, journey, limit }: { window: Window; journey: string; limit: number },
  ): Promise<ReadonlyMap<number, CustomerEvents>> {
    const ids = customers.map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const { sql } = this.database;
    const rows = await sql.select<EventRow>(
      `SELECT customer_id AS customerId, name, occurred_at AS occurredAt, properties
       FROM events${sql.byIndex('ix_events_customer')}
       WHERE customer_id IN (?) AND occurred_at >= ? AND occurred_at <= ?
       ORDER BY customer_id, occurred_at, id LIMIT ?`,
      [ids, from, to, limit],
    );
    const isWhole = rows.length < limit;
    const last = rows.at(-1)?.customerId;
    const events = new Map<number, { stimuli: Stimulus[]; isWhole: boolean }>();
    for (const id of ids) {
      if (!isWhole && last !== undefined && id > last) break;
      events.set(id, { stimuli: [], isWhole: isWhole || id !== last });
    }
    for (const row of rows) events.get(row.customerId)?.stimuli.push(...stimuliOf(row, journey));
    return events;
  }
}

/** An event as it was kept; a trigger of the journey through the API is brought as one. */
function stimuliOf({ name, occurredAt: at, properties: text }: EventRow, journey: string): Stimulus[] {
  const properties = JSON.parse(text) as JsonObject;
  if (name !== TRIGGER_EVENT) return [{ type: 'event', at, event: name, properties }];
  const { journey: key, context } = properties;
  return key === journey && isJsonObject(context) ? [{ type: 'trigger', at, context }] : [];
}
