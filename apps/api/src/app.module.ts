import { type DynamicModule, Module } from '@nestjs/common';
import { AudienceApiModule, AudienceModule, AudienceWorkModule } from '@parcours/audience';
import { AuditApiModule } from '@parcours/audit';
import { CatalogApiModule } from '@parcours/catalog';
import { CollaborationApiModule, CollaborationModule, DueReviewModule } from '@parcours/collaboration';
import { ConfigModule, type ParcoursConfig } from '@parcours/config';
import { ContentModule, ContentScheduleModule } from '@parcours/content';
import { CrmModule, CrmWorkModule, CrmApiModule } from '@parcours/crm';
import { DatabaseModule } from '@parcours/database';
import { EventsApiModule, EventsModule, EventsWorkModule } from '@parcours/events';
import { HttpModule } from '@parcours/http';
import { InsightsApiModule, InsightsModule, InsightsWorkModule } from '@parcours/insights';
import { JobsModule } from '@parcours/jobs';
import { CONTENT_TYPES, JourneysApiModule, JourneysModule, LaneModule } from '@parcours/journeys';
import { DeliveryModule, MessagingApiModule, MessagingModule } from '@parcours/messaging';
import { PeopleModule } from '@parcours/people';
import { WebhookDeliveryModule, WebhooksApiModule, WebhooksModule } from '@parcours/webhooks';

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
        PeopleModule,
        ContentModule.forTypes(CONTENT_TYPES),
        AuditApiModule,
        CatalogApiModule,
        WebhooksModule,
        WebhooksApiModule,
        CollaborationModule,
        CollaborationApiModule.forTypes(CONTENT_TYPES),
        AudienceModule,
        AudienceApiModule,
        EventsModule,
        EventsApiModule,
        MessagingModule,
        CrmModule,
        InsightsModule,
        MessagingApiModule,
        CrmApiModule,
        InsightsApiModule,
        JourneysModule,
        JourneysApiModule,
        ...(works
          ? [
              AudienceWorkModule,
              EventsWorkModule,
              LaneModule,
              DeliveryModule,
              CrmWorkModule,
              InsightsWorkModule,
              ContentScheduleModule,
              WebhookDeliveryModule,
              DueReviewModule,
            ]
          : []),
      ],
    };
  }
}
