import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { TalliedTrial } from './trial-tally.js';

/** A sum of whole numbers is a decimal on MariaDB and MySQL, which comes as a text. */
interface SummedRow extends Omit<TalliedTrial, 'shown' | 'succeeded'> {
  readonly shown: number | string;
  readonly succeeded: number | string;
}

/** How what steps try goes. A row is its lane's own: lanes that work side by side do not wait for each other. */
@Injectable()
export class TrialStore {
  /** One statement, and none where nothing was tried. */
  async add(sql: Sql, lane: number, trials: readonly TalliedTrial[]): Promise<void> {
    if (trials.length === 0) return;
    await sql.insert({
      table: 'step_trials',
      columns: ['lane', 'journey_id', 'step', 'arm', 'shown', 'succeeded'],
      rows: trials.map(({ journeyId, step, arm, shown, succeeded }) => [
        lane,
        journeyId,
        step,
        arm,
        shown,
        succeeded,
      ]),
      onDuplicate: { update: [], add: ['shown', 'succeeded'] },
    });
  }

  /** Of these journeys, over all lanes. */
  async of(sql: Sql, journeyIds: readonly number[]): Promise<TalliedTrial[]> {
    if (journeyIds.length === 0) return [];
    const rows = await sql.select<SummedRow>(
      `SELECT journey_id AS journeyId, step, arm, SUM(shown) AS shown, SUM(succeeded) AS succeeded
       FROM step_trials WHERE journey_id IN (?) GROUP BY journey_id, step, arm ORDER BY step, arm`,
      [journeyIds],
    );
    return rows.map((row) => ({ ...row, shown: Number(row.shown), succeeded: Number(row.succeeded) }));
  }
}
