import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ContentItemRow } from './items/content-item.entity.js';
import { ContentItemRepository } from './items/content-item.repository.js';
import { contentController } from './items/content.controller.js';
import { publishingController } from './items/publishing.controller.js';
import { ContentHistory } from './history/content-history.service.js';
import { historyController } from './history/history.controller.js';
import { ContentService } from './items/content.service.js';
import { DraftCheck } from './items/draft-check.js';
import { ContentWriter } from './items/content-writer.js';
import { Derivation } from './items/derivation.js';
import { DerivationBackfill } from './items/derivation-backfill.js';
import { DraftMaker } from './items/draft-maker.js';
import { ContentReferenceRepository } from './references/content-reference.repository.js';
import { usageController } from './references/usage.controller.js';
import { UsageService } from './references/usage.service.js';
import { DraftService } from './items/draft.service.js';
import { PublishMoment } from './items/publish-moment.js';
import { PublishingService } from './items/publishing.service.js';
import { PublishedContent } from './published/published-content.js';
import { PublishedContentRepository } from './published/published-content.repository.js';
import { SchemaController } from './types/schema.controller.js';
import type { ContentType } from './types/content-type.js';
import { ContentTypeRegistry } from './types/content-type-registry.js';
import { ContentVersionRow } from './versions/content-version.entity.js';
import { ContentVersionRepository } from './versions/content-version.repository.js';

const ENTITIES = TypeOrmModule.forFeature([ContentItemRow, ContentVersionRow]);

/** The content machinery: one declaration a type gives it all its routes. */
@Global()
@Module({})
export class ContentModule {
  /** With routes, for the API. */
  static forTypes(types: readonly ContentType[]): DynamicModule {
    return {
      module: ContentModule,
      imports: [ENTITIES],
      controllers: [...types.flatMap(controllersOf), SchemaController],
      providers: [
        { provide: ContentTypeRegistry, useFactory: () => registryOf(types) },
        ContentHistory,
        ContentItemRepository,
        ContentReferenceRepository,
        ContentService,
        ContentVersionRepository,
        ContentWriter,
        Derivation,
        DerivationBackfill,
        DraftCheck,
        DraftMaker,
        DraftService,
        PublishMoment,
        PublishedContent,
        PublishedContentRepository,
        PublishingService,
        UsageService,
      ],
      exports: [ContentTypeRegistry, DraftService, PublishedContent, PublishingService],
    };
  }

  /** What is published, and nothing else: for processes without routes. */
  static forReading(): DynamicModule {
    return {
      module: ContentModule,
      imports: [ENTITIES],
      providers: [PublishedContent, PublishedContentRepository],
      exports: [PublishedContent],
    };
  }
}

function controllersOf(type: ContentType) {
  return [
    contentController(type),
    publishingController(type),
    historyController(type),
    usageController(type),
  ];
}

function registryOf(types: readonly ContentType[]): ContentTypeRegistry {
  const registry = new ContentTypeRegistry();
  for (const type of types) registry.register(type);
  return registry;
}
