import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { InboxStore, type OutcomeEntry } from '@parcours/events';
import { formatInstant, type JsonObject } from '@parcours/kernel';

import type { Displaced } from '../policies/arbitration.rules.js';
import { withNote } from '../policies/decision.js';
import { type MessageFailure, statusNumber } from './message.js';

const QUEUED = statusNumber('queued');
const FAILED = statusNumber('failed');

const COLUMNS = {
  status: 'INT',
  queue_at: 'BIGINT',
  failure: 'VARCHAR(4000)',
  finished_at: 'BIGINT',
  decision: 'VARCHAR(4000)',
  fallback_at: 'BIGINT',
};

interface Row {
  id: number;
  enrollment_id: number;
  step: string;
  visit: number;
  reports_outcome: number;
  decision: string | null;
  fallback_at: number | null;
  customer_key: string;
}

/** Messages that wait and have to make room for better ones. */
@Injectable()
export class DisplacedMessages {
  constructor(private readonly inbox: InboxStore) {}

  /**
   * In the transaction that decides on the better ones: puts them off, or gives them up, and tells their steps. What a
   * delivery has taken meanwhile goes out as it was to. Two or three statements, and none where there are none.
   */
  async write(sql: Sql, displaced: readonly Displaced[], now: number): Promise<void> {
    if (displaced.length === 0) return;
    const fates = new Map(displaced.map((each) => [each.id, each]));
    const rows = await sql.select<Row>(
      `SELECT m.id, m.enrollment_id, m.step, m.visit, m.reports_outcome, m.decision, m.fallback_at,
         c.external_id AS customer_key
       FROM messages m JOIN customers c ON c.id = m.customer_id
       WHERE m.id IN (?) AND m.status = ? AND m.attempts = 0${sql.forUpdate}`,
      [[...fates.keys()], QUEUED],
    );
    if (rows.length === 0) return;
    const changes = rows.flatMap((row) => {
      const fate = fates.get(row.id);
      return fate ? [changeOf(row, fate, now)] : [];
    });
    await sql.updateEach({ table: 'messages', key: 'id', columns: COLUMNS, rows: changes });
    const dropped = rows.filter(({ id }) => fates.get(id)?.at === undefined);
    await this.inbox.add(sql, dropped.flatMap(outcomeOf));
  }
}

function changeOf({ id, decision, fallback_at }: Row, { at, ...fate }: Displaced, now: number) {
  const told: JsonObject = {
    by: fate.lostTo.id === undefined ? null : String(fate.lostTo.id),
    priority: fate.priority,
    rivalPriority: fate.lostTo.priority,
    window: fate.window,
    ...(at !== undefined && { until: formatInstant(at) }),
  };
  const before = decision === null ? undefined : (JSON.parse(decision) as JsonObject);
  const kept = JSON.stringify(withNote(before, { outranked: told }));
  if (at !== undefined) return [id, QUEUED, at, null, null, kept, fallback_at];
  const failure: MessageFailure = {
    code: 'messages.outranked',
    detail: `Another message goes first: priority ${String(fate.lostTo.priority)} against ${String(fate.priority)}, less than ${fate.window} apart.`,
  };
  return [id, FAILED, null, JSON.stringify(failure), now, kept, null];
}

function outcomeOf({ reports_outcome, customer_key, enrollment_id, step, visit }: Row): OutcomeEntry[] {
  if (reports_outcome !== 1) return [];
  const named = { customerKey: customer_key, enrollmentId: enrollment_id, step, visit };
  return [{ kind: 'outcome', ...named, outcome: 'failed' }];
}
