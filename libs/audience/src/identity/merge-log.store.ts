import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import type { Actor, JsonObject } from '@parcours/kernel';

import type { Customer } from '../customers/customer.js';

/** Why two became one. */
export const MERGE_REASONS = ['operator', 'identify', 'alias'] as const;

export type MergeReason = (typeof MERGE_REASONS)[number];

export interface NewMerge {
  readonly id: number;
  readonly winner: Customer;
  readonly loser: Customer;
  readonly reason: MergeReason;
  /** How many rows of what have moved. */
  readonly moved: Readonly<Record<string, number>>;
  readonly by: Actor;
  readonly now: number;
}

/** A merge as people look at it. */
export interface MergeView {
  readonly id: number;
  readonly winner_key: string;
  readonly loser_key: string;
  readonly reason: string;
  readonly loser: string;
  readonly moved: string;
  readonly actor: string;
  readonly merged_at: number;
}

const COLUMNS = 'm.id, m.winner_key, m.loser_key, m.reason, m.loser, m.moved, m.actor, m.merged_at';

export const MERGE_LIST: ListSpec = {
  name: 'customer-merges',
  fields: {
    id: { expression: 'm.id', type: 'id' },
    reason: { expression: 'm.reason', type: 'enum', values: MERGE_REASONS, unsortable: true },
    mergedAt: { expression: 'm.merged_at', type: 'instant' },
  },
  members: ['id', 'from', 'into', 'reason', 'before', 'moved', 'by', 'mergedAt'],
  defaultSort: '-id',
  unique: 'id',
};

/** Who became whom, and what they were before. */
@Injectable()
export class MergeLog {
  constructor(private readonly database: Database) {}

  async add(sql: Sql, { id, winner, loser, reason, moved, by, now }: NewMerge): Promise<void> {
    const before: JsonObject = {
      kind: loser.kind,
      traits: loser.traits,
      profile: { ...loser.profile } as JsonObject,
    };
    const { kind, name } = by;
    await sql.insert({
      table: 'customer_merges',
      columns: [
        'id',
        'winner_id',
        'loser_id',
        'winner_key',
        'loser_key',
        'reason',
        'loser',
        'moved',
        'actor',
        'merged_at',
      ],
      rows: [
        [
          id,
          winner.id,
          loser.id,
          winner.externalId,
          loser.externalId,
          reason,
          JSON.stringify(before),
          JSON.stringify(moved),
          JSON.stringify({ kind, id: by.id, name }),
          now,
        ],
      ],
    });
  }

  /** Everything that ended in this customer, by however many steps. */
  async list(customerId: number, query: ListQuery): Promise<Page<MergeView>> {
    return selectPage<MergeView>(this.database.sql, {
      query,
      columns: COLUMNS,
      from: 'customer_merges m',
      where: 'm.winner_id IN (SELECT id FROM customers WHERE id = ? OR merged_into = ?)',
      parameters: [customerId, customerId],
    });
  }
}
