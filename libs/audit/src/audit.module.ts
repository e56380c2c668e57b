import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContentChanges } from '@parcours/content';
import { ActionsModule, ActionTrail } from '@parcours/http';
import { Sweeps } from '@parcours/jobs';

import { AuditExport } from './api/audit-export.js';
import { AuditLogController } from './api/audit-log.controller.js';
import { AuditEntryRow } from './entries/audit-entry.entity.js';
import { AuditLogRepository } from './entries/audit-log.repository.js';
import { AuditRecorder } from './entries/audit-recorder.js';
import { AppendOnlyCheck } from './retention/append-only-check.js';
import { AuditRetention } from './retention/audit-retention.js';

/** Writes down what is done, in every process that does anything. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntryRow]), ActionsModule],
  providers: [AppendOnlyCheck, AuditLogRepository, AuditRecorder, AuditRetention],
  exports: [AuditLogRepository],
})
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly trail: ActionTrail,
    private readonly recorder: AuditRecorder,
    private readonly retention: AuditRetention,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.trail.subscribe(this.recorder);
    this.changes.subscribe({ changing: (sql, changes) => this.recorder.recordContent(sql, changes) });
    this.sweeps.register('audit retention', (signal) => this.retention.sweep(signal));
  }
}

/** The routes of the log. */
@Module({ imports: [AuditModule], controllers: [AuditLogController], providers: [AuditExport] })
export class AuditApiModule {}
