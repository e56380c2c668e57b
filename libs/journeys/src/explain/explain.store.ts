import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import type { Enrollment } from '../enrollments/enrollment.js';
import { ENROLLMENT_COLUMNS, type EnrollmentRow, toEnrollment } from '../enrollments/enrollment.store.js';

/** An event of a customer, as it is kept. */
export interface PastEvent {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly occurredAt: number;
  readonly properties: JsonObject;
}

/** Most passages, and most events, that an explanation looks at. */
export const MOST_PASSAGES = 200;
export const MOST_EVENTS = 50;

/** What is on record of one customer, for explanations. */
@Injectable()
export class ExplainStore {
  constructor(private readonly database: Database) {}

  /** Passages of a customer through one journey, or through all of them, the latest first. */
  async passages(customerId: number, journeyId?: number): Promise<Enrollment[]> {
    const { sql } = this.database;
    const confined = journeyId === undefined ? '' : ' AND journey_id = ?';
    const rows = await sql.select<EnrollmentRow>(
      `SELECT ${ENROLLMENT_COLUMNS.join(', ')} FROM enrollments${sql.byIndex('ix_enrollments_customer')}
       WHERE customer_id = ?${confined} ORDER BY entered_at DESC, id DESC LIMIT ?`,
      [customerId, ...(journeyId === undefined ? [] : [journeyId]), MOST_PASSAGES],
    );
    return rows.map(toEnrollment);
  }

  /** The customer's last events of these names, the latest first. */
  async events(customerId: number, names: readonly string[]): Promise<PastEvent[]> {
    if (names.length === 0) return [];
    const { sql } = this.database;
    const rows = await sql.select<{ name: string; occurredAt: number; properties: string }>(
      `SELECT name, occurred_at AS occurredAt, properties FROM events${sql.byIndex('ix_events_customer_name')}
       WHERE customer_id = ? AND name IN (?) ORDER BY occurred_at DESC, id DESC LIMIT ?`,
      [customerId, names, MOST_EVENTS],
    );
    return rows.map(({ properties, ...row }) => ({
      ...row,
      properties: JSON.parse(properties) as JsonObject,
    }));
  }

  /** When each of these was published for the first time, in milliseconds since the epoch. */
  async firstPublished(itemIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (itemIds.length === 0) return new Map();
    const rows = await this.database.sql.select<{ itemId: number; at: number }>(
      'SELECT item_id AS itemId, MIN(published_at) AS at FROM content_versions WHERE item_id IN (?) GROUP BY item_id',
      [itemIds],
    );
    return new Map(rows.map(({ itemId, at }) => [itemId, at]));
  }
}
