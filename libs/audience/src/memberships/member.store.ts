import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** Somebody in a segment or persona. */
export interface Member {
  readonly customerId: number;
  readonly segmentId: number;
  readonly lane: number;
  readonly enteredAt: number;
}

/** What the tables say of one customer: the groups that they are in, and when they are looked at next. */
export interface Standing {
  readonly groups: readonly number[];
  /** By group, when they came in. */
  readonly enteredAt: ReadonlyMap<number, number>;
  readonly dueAt: number | undefined;
}

interface Gathered {
  readonly groups: number[];
  readonly enteredAt: Map<number, number>;
  dueAt: number | undefined;
}

const COLUMNS = ['customer_id', 'segment_id', 'lane', 'entered_at'] as const;

/** Who is in which segment or persona. */
@Injectable()
export class MemberStore {
  /** The groups and due times of customers, in one statement. */
  async standings(sql: Sql, customerIds: readonly number[]): Promise<ReadonlyMap<number, Standing>> {
    if (customerIds.length === 0) return new Map();
    const rows = await sql.select<{ customer_id: number; segment_id: number | null; at: number }>(
      `SELECT customer_id, segment_id, entered_at AS at FROM segment_members WHERE customer_id IN (?)
       UNION ALL SELECT id, NULL, due_at FROM segment_due WHERE id IN (?)`,
      [customerIds, customerIds],
    );
    const standings = new Map<number, Gathered>();
    for (const { customer_id, segment_id, at } of rows) {
      const standing: Gathered = standings.get(customer_id) ?? {
        groups: [],
        enteredAt: new Map<number, number>(),
        dueAt: undefined,
      };
      standings.set(customer_id, standing);
      if (segment_id === null) standing.dueAt = at;
      else {
        standing.groups.push(segment_id);
        standing.enteredAt.set(segment_id, at);
      }
    }
    return standings;
  }

  async add(sql: Sql, members: readonly Member[]): Promise<void> {
    if (members.length === 0) return;
    const rows = members.map(({ customerId, segmentId, lane, enteredAt }) => [
      customerId,
      segmentId,
      lane,
      enteredAt,
    ]);
    await sql.insert({ table: 'segment_members', columns: COLUMNS, rows, onDuplicate: 'ignore' });
  }

  /** Sets anew when members came in. */
  async renew(sql: Sql, members: readonly Member[]): Promise<void> {
    if (members.length === 0) return;
    const rows = members.map(({ customerId, segmentId, lane, enteredAt }) => [
      customerId,
      segmentId,
      lane,
      enteredAt,
    ]);
    await sql.insert({
      table: 'segment_members',
      columns: COLUMNS,
      rows,
      onDuplicate: { update: ['entered_at'] },
    });
  }

  /** A statement for each segment that somebody leaves. */
  async remove(sql: Sql, leavers: ReadonlyMap<number, readonly number[]>): Promise<void> {
    for (const [segmentId, customerIds] of leavers) {
      if (customerIds.length === 0) continue;
      await sql.run('DELETE FROM segment_members WHERE customer_id IN (?) AND segment_id = ?', [
        customerIds,
        segmentId,
      ]);
    }
  }
}
