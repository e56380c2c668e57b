import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ContentItemRow } from './items/content-item.entity.js';
import { ContentItemRepository } from './items/content-item.repository.js';
import { contentController } from './items/content.controller.js';
import { ContentService } from './items/content.service.js';
import { DraftCheck } from './items/draft-check.js';
import { DraftContext } from './items/draft-context.js';
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
      controllers: [...types.map(contentController), SchemaController],
      providers: [
        { provide: ContentTypeRegistry, useFactory: () => registryOf(types) },
        ContentItemRepository,
        ContentService,
        ContentVersionRepository,
        DraftCheck,
        DraftContext,
        DraftService,
        PublishMoment,
        PublishedContent,
        PublishedContentRepository,
        PublishingService,
      ],
      exports: [ContentService, ContentTypeRegistry, DraftService, PublishedContent, PublishingService],
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

function registryOf(types: readonly ContentType[]): ContentTypeRegistry {
  const registry = new ContentTypeRegistry();
  for (const type of types) registry.register(type);
  return registry;
}
