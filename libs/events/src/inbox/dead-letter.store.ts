import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { IdGenerator } from '@parcours/kernel';

import { INBOX_KINDS } from './inbox-entry.js';

/** An inbox entry that could not be worked, and why. */
export interface DeadLetter {
  readonly id: number;
  readonly lane: number;
  readonly kind: number;
  readonly customer_key: string;
  readonly body: string;
  readonly failure: string;
  readonly failed_at: number;
}

const COLUMNS = 'id, lane, kind, customer_key, body, failure, failed_at';

const KIND_NAME = `CASE kind ${INBOX_KINDS.map((name, at) => `WHEN ${String(at)} THEN '${name}'`).join(' ')} END`;

export const DEAD_LETTER_LIST: ListSpec = {
  name: 'dead-letters',
  fields: {
    id: { expression: 'id', type: 'id' },
    kind: { expression: KIND_NAME, type: 'enum', values: INBOX_KINDS, unsortable: true },
    customerId: { expression: 'customer_key', type: 'text' },
    failedAt: { expression: 'failed_at', type: 'instant' },
  },
  members: ['id', 'kind', 'customerId', 'body', 'failure', 'failedAt'],
  defaultSort: '-failedAt',
  unique: 'id',
};

/** What lanes have put aside, until a person has looked at it. */
@Injectable()
export class DeadLetterStore {
  constructor(
    private readonly database: Database,
    private readonly ids: IdGenerator,
  ) {}

  async list(query: ListQuery): Promise<Page<DeadLetter>> {
    return selectPage<DeadLetter>(this.database.sql, { query, columns: COLUMNS, from: 'event_dead_letters' });
  }

  /**
   * Puts an entry back into its lane, with its old id and so in its old place, and notes that it comes late for those who
   * read events in the order of their ids. Answers the lane to wake.
   */
  async replay(id: number): Promise<number | undefined> {
    return this.database.transaction(async ({ sql }) => {
      const [letter] = await sql.select<DeadLetter>(
        `SELECT ${COLUMNS} FROM event_dead_letters WHERE id = ?${sql.forUpdate}`,
        [id],
      );
      if (!letter) return undefined;
      const { lane, kind, customer_key: customerKey, body } = letter;
      await sql.insert({
        table: 'event_inbox',
        columns: ['lane', 'id', 'kind', 'customer_key', 'body'],
        rows: [[lane, id, kind, customerKey, body]],
      });
      await sql.insert({
        table: 'events_put_back',
        columns: ['id', 'event_id'],
        rows: [[this.ids.next(), id]],
      });
      await sql.run('DELETE FROM event_dead_letters WHERE id = ?', [id]);
      return lane;
    });
  }
}
