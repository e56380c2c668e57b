import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { Clock, formatInstant, systemActor } from '@parcours/kernel';

import { AuditLogRepository } from '../entries/audit-log.repository.js';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;
const DELETED_AT_ONCE = 1_000;

/** Deletes what need not be kept any longer, where the installation says how long that is. */
@Injectable()
export class AuditRetention {
  private lastAt = 0;

  constructor(
    private readonly config: ParcoursConfig,
    private readonly database: Database,
    private readonly log: AuditLogRepository,
    private readonly trail: ActionTrail,
    private readonly clock: Clock,
  ) {}

  /** Once an hour; what is too much for one go is left to the next. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { keptDays } = this.config.audit;
    const now = this.clock.now();
    if (keptDays === undefined || now - this.lastAt < EVERY_MS) return;
    this.lastAt = now;
    await this.purge(now - keptDays * DAY_MS, signal);
  }

  /** Deletes entries from before a time; answers how many. */
  async purge(before: number, signal: AbortSignal): Promise<number> {
    await this.release(before);
    let deleted = 0;
    while (!signal.aborted) {
      const ids = await this.log.idsBefore(before, DELETED_AT_ONCE);
      if (ids.length > 0)
        deleted += await this.database.sql.run('DELETE FROM audit_log WHERE id IN (?)', [ids]);
      if (ids.length < DELETED_AT_ONCE) break;
    }
    if (deleted > 0) await this.tell(before, deleted);
    return deleted;
  }

  /** The trigger of the table lets go of nothing younger than this. */
  private async release(before: number): Promise<void> {
    await this.database.sql.insert({
      table: 'settings',
      columns: ['name', 'value'],
      rows: [['audit-kept-from', String(before)]],
      onDuplicate: { update: ['value'] },
    });
  }

  private async tell(before: number, entries: number): Promise<void> {
    await this.database.transaction(({ sql }) =>
      this.trail.record(sql, {
        action: 'audit-log.purged',
        subject: { type: 'audit-log', key: 'entries' },
        details: { before: formatInstant(before), entries },
        by: systemActor('retention'),
      }),
    );
  }
}
