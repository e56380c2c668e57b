import { Global, Module } from '@nestjs/common';

import { ExportController } from './api/export.controller.js';
import { ExportDesk, ExportShelf } from './api/export-desk.service.js';
import { ExportClaims } from './running/export-claims.service.js';
import { ExportJobs, ExportWaker } from './running/export-jobs.service.js';
import { ExportRunner } from './running/export-runner.service.js';
import { ExportTurns } from './running/export-turns.service.js';
import { Exporters } from './running/exporters.service.js';
import { ExportStore } from './state/export.store.js';
import { EnrollmentInsights } from './streams/enrollment-insights.service.js';
import { EventInsights } from './streams/event-insights.service.js';
import { InsightHorizon, InsightStreams } from './streams/insight-streams.service.js';

/** The store, and what every process has to know. */
@Global()
@Module({
  providers: [Exporters, ExportStore, ExportWaker],
  exports: [Exporters, ExportStore, ExportWaker],
})
export class InsightsModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  controllers: [ExportController],
  providers: [ExportDesk, ExportShelf],
})
export class InsightsApiModule {}

/** The export itself, for processes that work. */
@Module({
  providers: [
    EnrollmentInsights,
    EventInsights,
    ExportClaims,
    ExportJobs,
    ExportRunner,
    ExportTurns,
    InsightHorizon,
    InsightStreams,
  ],
})
export class InsightsWorkModule {}
