import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { ActionTrail, type ListQuery } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import type { AuditEntry } from '../entries/audit-entry.entity.js';
import { AuditLogRepository } from '../entries/audit-log.repository.js';
import { cellsOf, CSV_HEADER, presentEntry } from './audit-entry.presenter.js';
import { csvLine } from './csv.rules.js';

const ENTRIES_AT_ONCE = 500;

export type ExportFormat = 'ndjson' | 'csv';

/** The log as a stream: however long it is, a few hundred entries are in memory. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly log: AuditLogRepository,
    private readonly database: Database,
    private readonly trail: ActionTrail,
  ) {}

  /** Who takes the log away is in it, too. */
  async open(query: ListQuery, format: ExportFormat, by: Actor): Promise<Readable> {
    await this.database.transaction(({ sql }) =>
      this.trail.record(sql, {
        action: 'audit-log.exported',
        subject: { type: 'audit-log', key: format },
        by,
      }),
    );
    return Readable.from(this.pages(query, format), { objectMode: false });
  }

  private async *pages(query: ListQuery, format: ExportFormat): AsyncGenerator<string> {
    const lineOf = format === 'csv' ? (entry: AuditEntry) => csvLine(cellsOf(entry)) : jsonLine;
    if (format === 'csv') yield csvLine(CSV_HEADER);
    let last = 0;
    for (;;) {
      const entries = await this.log.after(query, last, ENTRIES_AT_ONCE);
      if (entries.length > 0) yield entries.map(lineOf).join('');
      if (entries.length < ENTRIES_AT_ONCE) return;
      last = entries.at(-1)?.id ?? last;
    }
  }
}

function jsonLine(entry: AuditEntry): string {
  return `${JSON.stringify(presentEntry(entry))}\n`;
}
