import { Injectable } from '@nestjs/common';
import { PublishedContent, type PublishedVersion } from '@parcours/content';
import type { Sql } from '@parcours/database';
import { planMigration, type StepMigration, type Waiting, type WaitAdaption } from '@parcours/engine';

import {
  isRunnable,
  JOURNEY_TEMPLATE_TYPE,
  type JourneyTemplateDocument,
} from '../templates/journey-template.type.js';
import type { Migrant } from './enrollment-selection.store.js';

interface WaitRow {
  id: number;
  waiting: string | null;
  due_at: number | null;
  held_due_at: number | null;
}

type Version = PublishedVersion<JourneyTemplateDocument>;

/** Takes enrollments over to another version of their journey: two statements a chunk, however many they are. */
@Injectable()
export class MigrationWriter {
  constructor(private readonly content: PublishedContent) {}

  /** Under the lane's lock. Answers how many went over. */
  async move(sql: Sql, migrants: readonly Migrant[], versionId: number): Promise<number> {
    const ids = [versionId, ...migrants.map((migrant) => migrant.versionId)];
    const versions = await this.content.versions(JOURNEY_TEMPLATE_TYPE, ids, sql);
    const target = versions.get(versionId);
    if (!target) return 0;
    const plans = new Map<number, ReadonlyMap<string, StepMigration>>();
    const asTheyAre: number[] = [];
    const adapted = new Map<number, WaitAdaption>();
    for (const migrant of migrants) {
      const plan = plans.get(migrant.versionId) ?? migrationBetween(versions.get(migrant.versionId), target);
      plans.set(migrant.versionId, plan);
      const step = plan.get(migrant.step);
      if (!step?.moves) continue;
      if (step.adapt) adapted.set(migrant.id, step.adapt);
      else asTheyAre.push(migrant.id);
    }
    return (await this.repin(sql, asTheyAre, versionId)) + (await this.adapt(sql, adapted, versionId));
  }

  private async repin(sql: Sql, ids: readonly number[], versionId: number): Promise<number> {
    if (ids.length === 0) return 0;
    return sql.run('UPDATE enrollments SET version_id = ? WHERE id IN (?)', [versionId, ids]);
  }

  private async adapt(
    sql: Sql,
    adapted: ReadonlyMap<number, WaitAdaption>,
    versionId: number,
  ): Promise<number> {
    if (adapted.size === 0) return 0;
    const rows = await sql.select<WaitRow>(
      'SELECT id, waiting, due_at, held_due_at FROM enrollments WHERE id IN (?)',
      [[...adapted.keys()]],
    );
    const changed = rows.flatMap((row) => {
      const waiting = row.waiting === null ? null : (JSON.parse(row.waiting) as Waiting);
      const wait = adapted.get(row.id)?.({ waiting, dueAt: row.due_at ?? row.held_due_at });
      if (!wait) return [];
      // Off the clock since its journey is paused, it stays so.
      const isHeld = row.held_due_at !== null;
      const due = isHeld ? [null, wait.dueAt] : [wait.dueAt, null];
      return [[row.id, versionId, JSON.stringify(wait.waiting), ...due]];
    });
    const columns = {
      version_id: 'BIGINT',
      waiting: 'TEXT',
      due_at: 'BIGINT',
      held_due_at: 'BIGINT',
    };
    await sql.updateEach({ table: 'enrollments', key: 'id', columns, rows: changed });
    return changed.length;
  }
}

/** Nobody goes over from a version that cannot be read any more. */
export function migrationBetween(
  from: Pick<Version, 'document'> | undefined,
  to: Pick<Version, 'document'>,
): ReadonlyMap<string, StepMigration> {
  const before = from?.document.definition;
  const after = to.document.definition;
  return isRunnable(before) && isRunnable(after) ? planMigration(before, after) : new Map();
}
