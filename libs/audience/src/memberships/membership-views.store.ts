import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { CURRENT_CUSTOMER } from '../customers/customer.store.js';

/** A member of a segment or persona, as people look at it. */
export interface MemberView {
  readonly number: number;
  readonly customer_key: string;
  readonly entered_at: number;
}

/** A segment or persona that a customer is in. */
export interface GroupView {
  readonly type: string;
  readonly item_key: string;
  readonly entered_at: number;
}

/** Always in the order of an index, however many there are. */
export const MEMBER_LIST: ListSpec = {
  name: 'segment-members',
  fields: {
    enteredAt: { expression: 'm.entered_at', type: 'instant', operators: ['gt', 'gte', 'lt', 'lte'] },
    number: { expression: 'm.customer_id', type: 'id', operators: ['eq'] },
  },
  members: ['customerId', 'enteredAt', 'number'],
  defaultSort: '-enteredAt,-number',
  unique: 'number',
  description: 'Those who came last come first. `number` is Parcours’ own number of a customer.',
};

export const GROUP_LIST: ListSpec = {
  name: 'customer-segments',
  fields: {
    type: { expression: 'i.type', type: 'enum', values: ['segments', 'personas'] },
    key: { expression: 'i.item_key', type: 'text' },
    enteredAt: { expression: 'm.entered_at', type: 'instant' },
  },
  members: ['type', 'key', 'enteredAt'],
  defaultSort: '-enteredAt,key,type',
  unique: 'key',
};

/** How far a segment or persona has been filled. */
export interface FillView {
  readonly lanes: number;
  readonly done: number;
  readonly updatedAt: number | null;
}

/** Who is where, for people to look at. */
@Injectable()
export class MembershipViews {
  constructor(private readonly database: Database) {}

  async membersOf(segmentId: number, query: ListQuery): Promise<Page<MemberView>> {
    return selectPage<MemberView>(this.database.sql, {
      query,
      columns: 'm.customer_id AS number, c.external_id AS customer_key, m.entered_at',
      from: 'segment_members m JOIN customers c ON c.id = m.customer_id',
      where: 'm.segment_id = ?',
      parameters: [segmentId],
    });
  }

  async groupsOf(customerKey: string, query: ListQuery): Promise<Page<GroupView>> {
    return selectPage<GroupView>(this.database.sql, {
      query,
      columns: 'i.type, i.item_key, m.entered_at',
      from: 'segment_members m JOIN customers c ON c.id = m.customer_id JOIN content_items i ON i.id = m.segment_id',
      where: `${CURRENT_CUSTOMER} AND i.published_version_id IS NOT NULL`,
      parameters: [customerKey],
    });
  }

  async count(segmentId: number): Promise<number> {
    const [row] = await this.database.sql.select<{ members: number }>(
      'SELECT COUNT(*) AS members FROM segment_members WHERE segment_id = ?',
      [segmentId],
    );
    return row?.members ?? 0;
  }

  /** The lanes that have been filled by the rule with this fingerprint. */
  async fillOf(segmentId: number, fingerprint: string): Promise<FillView> {
    const [row] = await this.database.sql.select<Record<keyof FillView, number | string | null>>(
      `SELECT (SELECT COUNT(*) FROM lanes) AS lanes, COUNT(*) AS done, MAX(updated_at) AS updatedAt
       FROM segment_fills WHERE segment_id = ? AND fingerprint = ? AND is_done = 1`,
      [segmentId, fingerprint],
    );
    const { lanes = 0, done = 0, updatedAt = null } = row ?? {};
    return {
      lanes: Number(lanes),
      done: Number(done),
      updatedAt: updatedAt === null ? null : Number(updatedAt),
    };
  }
}
