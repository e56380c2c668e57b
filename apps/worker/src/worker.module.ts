import { type DynamicModule, Module } from '@nestjs/common';
import { AudienceModule, AudienceWorkModule } from '@parcours/audience';
import { AuditModule } from '@parcours/audit';
import { CollaborationModule, DueReviewModule } from '@parcours/collaboration';
import { ConfigModule, type ParcoursConfig } from '@parcours/config';
import { ContentModule, ContentScheduleModule } from '@parcours/content';
import { CrmModule, CrmWorkModule } from '@parcours/crm';
import { DatabaseModule } from '@parcours/database';
import { EventsModule, EventsWorkModule } from '@parcours/events';
import { InsightsModule, InsightsWorkModule } from '@parcours/insights';
import { JobsModule } from '@parcours/jobs';
import { CONTENT_TYPES, JourneysModule, LaneModule } from '@parcours/journeys';
import { DeliveryModule, MessagingModule } from '@parcours/messaging';
import { WebhookDeliveryModule, WebhooksModule } from '@parcours/webhooks';

/** A process that works lanes and delivers messages, and serves nothing. */
@Module({})
export class WorkerModule {
  static forRoot(config: ParcoursConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        JobsModule.forRoot({ works: true }),
        ContentModule.forWork(CONTENT_TYPES),
        AuditModule,
        WebhooksModule,
        CollaborationModule,
        AudienceModule,
        EventsModule,
        MessagingModule,
        CrmModule,
        InsightsModule,
        JourneysModule,
        AudienceWorkModule,
        EventsWorkModule,
        LaneModule,
        DeliveryModule,
        CrmWorkModule,
        InsightsWorkModule,
        ContentScheduleModule,
        WebhookDeliveryModule,
        DueReviewModule,
      ],
    };
  }
}
