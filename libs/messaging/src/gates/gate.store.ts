import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { type GateState, NEW_GATE } from './gate-state.js';
import { parseGate } from './gate.rules.js';

interface Row {
  connector_id: number;
  state: string;
}

/** Of one share. More are not counted. */
export const MOST_COUNTED = 100_000;

export interface Waiting {
  readonly messages: number;
  /** When the first of them was, or is, due; milliseconds since the epoch. */
  readonly since: number | undefined;
}

/** What all workers know of connectors, one row each; a connector of which there is nothing to know has none. */
@Injectable()
export class GateStore {
  async all(sql: Sql): Promise<ReadonlyMap<number, GateState>> {
    const rows = await sql.select<Row>('SELECT connector_id, state FROM delivery_gates');
    return new Map(rows.map(({ connector_id: id, state }) => [id, parseGate(state)]));
  }

  async find(sql: Sql, connectorId: number): Promise<GateState> {
    const text = 'SELECT connector_id, state FROM delivery_gates WHERE connector_id = ?';
    const [row] = await sql.select<Row>(text, [connectorId]);
    return parseGate(row?.state);
  }

  /** Locked until the commit: nobody else lets anything through meanwhile. */
  async lock(sql: Sql, connectorId: number): Promise<GateState> {
    const text = `SELECT connector_id, state FROM delivery_gates WHERE connector_id = ?${sql.forUpdate}`;
    const [row] = await sql.select<Row>(text, [connectorId]);
    if (row) return parseGate(row.state);
    await sql.insert({
      table: 'delivery_gates',
      columns: ['connector_id', 'state'],
      rows: [[connectorId, JSON.stringify(NEW_GATE)]],
      onDuplicate: 'ignore',
    });
    const [made] = await sql.select<Row>(text, [connectorId]);
    return parseGate(made?.state);
  }

  /** Of one that is locked. */
  async save(sql: Sql, connectorId: number, state: GateState): Promise<void> {
    const text = 'UPDATE delivery_gates SET state = ? WHERE connector_id = ?';
    await sql.run(text, [JSON.stringify(state), connectorId]);
  }

  /** What waits before the gate or is out with workers. */
  async waiting(sql: Sql, { connectorId, share }: { connectorId: number; share: number }): Promise<Waiting> {
    const [row] = await sql.select<{ messages: number; since: number | null }>(
      `SELECT COUNT(*) AS messages, MIN(queue_at) AS since
       FROM (SELECT queue_at FROM messages${sql.byIndex('ix_messages_queue')}
             WHERE connector_id = ? AND share = ? AND queue_at >= 0 ORDER BY queue_at LIMIT ?) q`,
      [connectorId, share, MOST_COUNTED],
    );
    return { messages: row?.messages ?? 0, since: row?.since ?? undefined };
  }
}
