import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';

import { MESSAGE_STATUSES, type MessageFailure, type MessageStatus } from './message.js';

/** What became of a message of an enrollment. */
export interface EnrollmentMessage {
  readonly id: number;
  readonly step: string;
  readonly visit: number;
  readonly channel: string;
  /** Null where the template was deleted since. */
  readonly template: string | null;
  readonly status: MessageStatus;
  readonly failure: MessageFailure | undefined;
  /** Milliseconds since the epoch, like the next. */
  readonly createdAt: number;
  /** When it was sent, or given up. */
  readonly finishedAt: number | null;
}

interface Row {
  id: number;
  step: string;
  visit: number;
  channel: string;
  template: string | null;
  status: number;
  failure: string | null;
  createdAt: number;
  finishedAt: number | null;
}

/** The messages of one enrollment, for its history. */
@Injectable()
export class EnrollmentMessages {
  constructor(private readonly database: Database) {}

  /** In the order in which they were decided. */
  async of(enrollmentId: number): Promise<EnrollmentMessage[]> {
    const rows = await this.database.sql.select<Row>(
      `SELECT m.id AS id, m.step AS step, m.visit AS visit, m.channel AS channel, t.item_key AS template,
         m.status AS status, m.failure AS failure, m.created_at AS createdAt, m.finished_at AS finishedAt
       FROM messages m
         LEFT JOIN content_versions v ON v.id = m.template_version_id
         LEFT JOIN content_items t ON t.id = v.item_id
       WHERE m.enrollment_id = ? ORDER BY m.visit`,
      [enrollmentId],
    );
    return rows.map(({ status, failure, ...row }) => ({
      ...row,
      status: MESSAGE_STATUSES[status] ?? 'queued',
      failure: failure === null ? undefined : (JSON.parse(failure) as MessageFailure),
    }));
  }
}
