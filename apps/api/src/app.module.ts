import { type DynamicModule, Module } from '@nestjs/common';
import { AudienceApiModule, AudienceModule, SEGMENT_TYPE } from '@parcours/audience';
import { CATALOG_TYPES, CatalogApiModule } from '@parcours/catalog';
import { ConfigModule, type ParcoursConfig } from '@parcours/config';
import { ContentModule } from '@parcours/content';
import { DatabaseModule } from '@parcours/database';
import { EventsApiModule, EventsModule } from '@parcours/events';
import { HttpModule } from '@parcours/http';
import { JobsModule } from '@parcours/jobs';
import { JOURNEY_TEMPLATE_TYPE, JourneysApiModule, JourneysModule, LaneModule } from '@parcours/journeys';
import {
  CHANNEL_POLICY_TYPE,
  CONNECTOR_TYPE,
  DeliveryModule,
  MESSAGE_TEMPLATE_TYPE,
  MessagingApiModule,
  MessagingModule,
} from '@parcours/messaging';

const CONTENT_TYPES = [
  ...CATALOG_TYPES,
  SEGMENT_TYPE,
  CONNECTOR_TYPE,
  MESSAGE_TEMPLATE_TYPE,
  CHANNEL_POLICY_TYPE,
  JOURNEY_TEMPLATE_TYPE,
];

/** Everything that the HTTP process is made of; embedded, it works lanes and deliveries as well. */
@Module({})
export class ApiModule {
  static forRoot(config: ParcoursConfig): DynamicModule {
    const works = config.profile === 'embedded';
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        JobsModule.forRoot({ works }),
        HttpModule,
        ContentModule.forTypes(CONTENT_TYPES),
        CatalogApiModule,
        AudienceModule,
        AudienceApiModule,
        EventsModule,
        EventsApiModule,
        MessagingModule,
        MessagingApiModule,
        JourneysModule,
        JourneysApiModule,
        ...(works ? [LaneModule, DeliveryModule] : []),
      ],
    };
  }
}
