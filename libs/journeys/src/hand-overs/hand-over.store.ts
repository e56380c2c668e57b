import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { StepRecord } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';
import { type SpokenMessage, statusNumber } from '@parcours/messaging';

const SENT = statusNumber('sent');

/** What is asked of the past of a customer: no later than `until`, the last `limit` of it. */
export interface PastRequest {
  readonly customerId: number;
  readonly until: number;
  readonly limit: number;
}

export interface PassageSoFar {
  /** Null where the journey was deleted since. */
  readonly journey: string | null;
  readonly enteredAt: number;
  readonly context: JsonObject;
}

export interface PastEvent {
  readonly name: string;
  readonly at: number;
  readonly channel: string | null;
  readonly properties: JsonObject;
}

export interface PastMessage extends SpokenMessage {
  readonly at: number;
}

/** Reads what a person who takes over has to know, the latest first. One statement each. */
@Injectable()
export class HandOverStore {
  constructor(private readonly database: Database) {}

  async passage(enrollmentId: number): Promise<PassageSoFar | undefined> {
    const [row] = await this.database.sql.select<{
      journey: string | null;
      enteredAt: number;
      context: string;
    }>(
      `SELECT j.item_key AS journey, e.entered_at AS enteredAt, e.context FROM enrollments e
       LEFT JOIN content_items j ON j.id = e.journey_id WHERE e.id = ?`,
      [enrollmentId],
    );
    return row && { ...row, context: JSON.parse(row.context) as JsonObject };
  }

  /** The steps that were left before a visit. */
  async path(enrollmentId: number, beforeVisit: number, limit: number): Promise<StepRecord[]> {
    const rows = await this.database.sql.select<Omit<StepRecord, 'detail'> & { detail: string | null }>(
      `SELECT visit, step, type, at, code, detail FROM enrollment_steps
       WHERE enrollment_id = ? AND visit < ? ORDER BY visit DESC LIMIT ?`,
      [enrollmentId, beforeVisit, limit],
    );
    return rows.map(({ detail, ...row }) => ({
      ...row,
      detail: detail === null ? undefined : (JSON.parse(detail) as JsonObject),
    }));
  }

  async events({ customerId, until, limit }: PastRequest): Promise<PastEvent[]> {
    const { sql } = this.database;
    const rows = await sql.select<Omit<PastEvent, 'properties'> & { properties: string }>(
      `SELECT name, occurred_at AS at, channel, properties FROM events${sql.byIndex('ix_events_customer')}
       WHERE customer_id = ? AND occurred_at <= ? ORDER BY occurred_at DESC, id DESC LIMIT ?`,
      [customerId, until, limit],
    );
    return rows.map((row) => ({ ...row, properties: JSON.parse(row.properties) as JsonObject }));
  }

  async messages({ customerId, until, limit }: PastRequest): Promise<PastMessage[]> {
    const { sql } = this.database;
    return sql.select<PastMessage>(
      `SELECT customer_id AS customerId, enrollment_id AS enrollmentId, step, channel,
         template_version_id AS templateVersionId, created_at AS at
       FROM messages${sql.byIndex('ix_messages_customer')}
       WHERE customer_id = ? AND status = ? AND created_at <= ? ORDER BY id DESC LIMIT ?`,
      [customerId, SENT, until, limit],
    );
  }
}
