import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionsModule } from '@parcours/http';

import { ContentChanges } from './changes/content-changes.js';
import { CustomFields } from './fields/custom-fields.service.js';
import { FieldBackfill } from './fields/field-backfill.service.js';
import { FieldCarrierRepository } from './fields/field-carrier.repository.js';
import { FieldImpact } from './fields/field-impact.service.js';
import { FieldJobs } from './fields/field-jobs.service.js';
import { FieldRules } from './fields/field-rules.service.js';
import { ContentHistory } from './history/content-history.service.js';
import { historyController } from './history/history.controller.js';
import { ContentItemRow } from './items/content-item.entity.js';
import { ContentBulkWriter } from './items/content-bulk-writer.js';
import { ContentItemRepository } from './items/content-item.repository.js';
import { ContentWriter } from './items/content-writer.js';
import { contentController } from './items/content.controller.js';
import { ContentService } from './items/content.service.js';
import { DerivationBackfill } from './items/derivation-backfill.js';
import { Derivation } from './items/derivation.js';
import { DraftCheck } from './items/draft-check.js';
import { DraftMaker } from './items/draft-maker.js';
import { DraftService } from './items/draft.service.js';
import { KeptDocuments } from './items/kept-documents.js';
import { PublishMoment } from './items/publish-moment.js';
import { PublishWrites } from './items/publish-writes.js';
import { publishingController } from './items/publishing.controller.js';
import { PublishingService } from './items/publishing.service.js';
import { PublishedContent } from './published/published-content.js';
import { PublishedContentRepository } from './published/published-content.repository.js';
import { ContentReferenceRepository } from './references/content-reference.repository.js';
import { ReferenceGuard } from './references/reference-guard.js';
import { usageController } from './references/usage.controller.js';
import { UsageService } from './references/usage.service.js';
import { ContentReleaseRow } from './releases/content-release.entity.js';
import { ContentReleaseRepository } from './releases/content-release.repository.js';
import { ReleaseAccess } from './releases/release-access.service.js';
import { ReleaseCheck } from './releases/release-check.service.js';
import { ReleasePublishing } from './releases/release-publishing.service.js';
import { ReleaseRollback } from './releases/release-rollback.service.js';
import { releaseController } from './releases/release.controller.js';
import { ReleaseService } from './releases/release.service.js';
import { ScheduledReleases } from './releases/scheduled-releases.service.js';
import { ContentSchedule } from './schedule/content-schedule.service.js';
import { ScheduleJobs } from './schedule/schedule-jobs.service.js';
import { ScheduledItems } from './schedule/scheduled-items.service.js';
import { ContentExport } from './transfer/content-export.service.js';
import { ContentImport } from './transfer/content-import.service.js';
import { DocumentSealer } from './transfer/document-sealer.service.js';
import { ImportCheck } from './transfer/import-check.service.js';
import { ImportPlanner } from './transfer/import-planner.service.js';
import { ImportStepMaker } from './transfer/import-steps.service.js';
import { TransferAccess } from './transfer/transfer-access.service.js';
import { TransferController } from './transfer/transfer.controller.js';
import { TransferRepository } from './transfer/transfer.repository.js';
import { ContentTypeRegistry } from './types/content-type-registry.js';
import type { ContentType } from './types/content-type.js';
import { SchemaController } from './types/schema.controller.js';
import { ContentVersionRow } from './versions/content-version.entity.js';
import { ContentVersionRepository } from './versions/content-version.repository.js';

const ENTITIES = TypeOrmModule.forFeature([ContentItemRow, ContentReleaseRow, ContentVersionRow]);

/** What every process needs that reads or publishes. */
const SERVICES: readonly Provider[] = [
  ContentChanges,
  ContentItemRepository,
  ContentReleaseRepository,
  ContentVersionRepository,
  ContentWriter,
  CustomFields,
  Derivation,
  DerivationBackfill,
  DraftCheck,
  DraftMaker,
  DraftService,
  FieldBackfill,
  FieldCarrierRepository,
  FieldImpact,
  FieldRules,
  KeptDocuments,
  PublishMoment,
  PublishWrites,
  PublishedContent,
  PublishedContentRepository,
  PublishingService,
  ReferenceGuard,
  ReleaseCheck,
  ReleasePublishing,
  ReleaseService,
];

/** What the routes need beside that. */
const ROUTE_SERVICES: readonly Provider[] = [
  ContentBulkWriter,
  ContentExport,
  ContentImport,
  DocumentSealer,
  ImportCheck,
  ImportPlanner,
  ImportStepMaker,
  TransferAccess,
  TransferRepository,
  ContentHistory,
  ContentReferenceRepository,
  ContentSchedule,
  ContentService,
  ReleaseAccess,
  ReleaseRollback,
  UsageService,
];

const EXPORTS = [
  ContentChanges,
  CustomFields,
  FieldBackfill,
  ContentItemRepository,
  ContentReleaseRepository,
  ContentTypeRegistry,
  ContentWriter,
  DraftService,
  PublishedContent,
  PublishingService,
  ReleasePublishing,
];

/** The content machinery: one declaration a type gives it all its routes. */
@Global()
@Module({})
export class ContentModule {
  /** With routes, for the API. */
  static forTypes(types: readonly ContentType[]): DynamicModule {
    return {
      module: ContentModule,
      imports: [ENTITIES, ActionsModule],
      controllers: [
        ...types.flatMap(controllersOf),
        releaseController(types),
        SchemaController,
        TransferController,
      ],
      providers: [registryProvider(types), ...SERVICES, ...ROUTE_SERVICES],
      exports: [...EXPORTS, ContentHistory],
    };
  }

  /** Without routes, for processes that work. */
  static forWork(types: readonly ContentType[]): DynamicModule {
    return {
      module: ContentModule,
      imports: [ENTITIES, ActionsModule],
      providers: [registryProvider(types), ...SERVICES],
      exports: EXPORTS,
    };
  }
}

/** Planned publishes, and things to be read anew by their custom fields, for processes that work. */
@Module({ providers: [FieldJobs, ScheduledItems, ScheduledReleases, ScheduleJobs] })
export class ContentScheduleModule {}

function controllersOf(type: ContentType) {
  return [
    contentController(type),
    publishingController(type),
    historyController(type),
    usageController(type),
  ];
}

function registryProvider(types: readonly ContentType[]): Provider {
  return {
    provide: ContentTypeRegistry,
    useFactory: () => {
      const registry = new ContentTypeRegistry();
      for (const type of types) registry.register(type);
      return registry;
    },
  };
}
