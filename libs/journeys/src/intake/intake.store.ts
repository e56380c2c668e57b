import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { giveTurns, type IntakeRequest } from './intake.rules.js';

/** Gives out the turns of journeys that let only so many in: one row a journey, held until the batch is written. */
@Injectable()
export class IntakeStore {
  /** Turns for so many customers, in the order of asking whichever lanes ask. */
  async take(sql: Sql, journeyId: number, request: IntakeRequest): Promise<readonly number[]> {
    const known = await this.lock(sql, journeyId);
    if (!known) {
      const rows = [[journeyId, 0, 0]];
      const columns = ['journey_id', 'window_start', 'used'];
      await sql.insert({ table: 'journey_intake', columns, rows, onDuplicate: 'ignore' });
    }
    const row = known ?? (await this.lock(sql, journeyId)) ?? { windowStart: 0, used: 0 };
    const { window, turns } = giveTurns(row, request);
    await sql.run('UPDATE journey_intake SET window_start = ?, used = ? WHERE journey_id = ?', [
      window.windowStart,
      window.used,
      journeyId,
    ]);
    return turns;
  }

  /** Nobody is left who has a turn: the next turn is now, however far ahead they were given out. */
  async reset(sql: Sql, journeyId: number): Promise<void> {
    await sql.run('DELETE FROM journey_intake WHERE journey_id = ?', [journeyId]);
  }

  private async lock(
    sql: Sql,
    journeyId: number,
  ): Promise<{ windowStart: number; used: number } | undefined> {
    const [row] = await sql.select<{ windowStart: number; used: number }>(
      `SELECT window_start AS windowStart, used FROM journey_intake WHERE journey_id = ?${sql.forUpdate}`,
      [journeyId],
    );
    return row;
  }
}
