import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** By lane: ids of the journeys that are paused there. A journey that resumes does so lane by lane. */
export type PausedJourneys = ReadonlyMap<number, ReadonlySet<number>>;

/** `hold`: those under way stay where they are. `drop`: they leave. */
export type InFlight = 'hold' | 'drop';

export interface JourneyPause {
  readonly journeyId: number;
  readonly inFlight: InFlight;
  readonly reason: string;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What waits for the end of a pause. */
export interface Held {
  readonly enrollments: number;
  readonly entries: number;
}

interface Row {
  journey_id: number;
  in_flight: InFlight;
  reason: string;
  paused_by: string;
  paused_at: number;
}

/** Which journeys are paused, a row for each lane. */
@Injectable()
export class JourneyPauseStore {
  async current(sql: Sql): Promise<PausedJourneys> {
    const rows = await sql.select<{ journey_id: number; lane: number }>(
      'SELECT journey_id, lane FROM journey_pauses',
    );
    const paused = new Map<number, Set<number>>();
    for (const { journey_id: id, lane } of rows) {
      const journeys = paused.get(lane) ?? new Set<number>();
      paused.set(lane, journeys.add(id));
    }
    return paused;
  }

  async find(sql: Sql, journeyId: number): Promise<JourneyPause | undefined> {
    const [row] = await sql.select<Row>(
      'SELECT journey_id, in_flight, reason, paused_by, paused_at FROM journey_pauses WHERE journey_id = ? LIMIT 1',
      [journeyId],
    );
    return (
      row && {
        journeyId: row.journey_id,
        inFlight: row.in_flight,
        reason: row.reason,
        by: row.paused_by,
        at: row.paused_at,
      }
    );
  }

  /** A journey that is paused already is from now on paused in this way. */
  async pause(sql: Sql, { journeyId, inFlight, reason, by, at }: JourneyPause): Promise<void> {
    const lanes = await sql.select<{ lane: number }>('SELECT lane FROM lanes');
    await sql.insert({
      table: 'journey_pauses',
      columns: ['journey_id', 'lane', 'in_flight', 'reason', 'paused_by', 'paused_at'],
      rows: lanes.map(({ lane }) => [journeyId, lane, inFlight, reason, by, at]),
      onDuplicate: { update: ['in_flight', 'reason', 'paused_by', 'paused_at'] },
    });
  }

  async held(sql: Sql, journeyId: number): Promise<Held> {
    const [row] = await sql.select<Held>(
      `SELECT (SELECT COUNT(*) FROM enrollments WHERE journey_id = ? AND is_active = 1 AND held_due_at IS NOT NULL)
           AS enrollments,
         (SELECT COUNT(*) FROM held_entries WHERE journey_id = ?) AS entries`,
      [journeyId, journeyId],
    );
    return row ?? { enrollments: 0, entries: 0 };
  }

  /**
   * Under the lane's lock: what was held there is due again, and what was kept comes in before what is new. Answers how
   * many enrollments that concerns, `undefined` when the lane is not paused by that pause any more.
   */
  async release(
    sql: Sql,
    { journeyId, lane, pausedAt }: { journeyId: number; lane: number; pausedAt: number },
  ): Promise<number | undefined> {
    const removed = await sql.run(
      'DELETE FROM journey_pauses WHERE journey_id = ? AND lane = ? AND paused_at = ?',
      [journeyId, lane, pausedAt],
    );
    if (removed === 0) return undefined;
    const released = await sql.run(
      `UPDATE enrollments SET due_at = held_due_at, held_due_at = NULL
       WHERE journey_id = ? AND is_active = 1 AND lane = ? AND held_due_at IS NOT NULL`,
      [journeyId, lane],
    );
    await sql.run(
      `INSERT INTO event_inbox (lane, id, kind, customer_key, body)
       SELECT lane, id, kind, customer_key, body FROM held_entries WHERE journey_id = ? AND lane = ?`,
      [journeyId, lane],
    );
    await sql.run('DELETE FROM held_entries WHERE journey_id = ? AND lane = ?', [journeyId, lane]);
    return released;
  }
}
