import { Global, Module } from '@nestjs/common';
import { PluginHostModule } from '@parcours/plugin-host';

import { MessageController } from './api/message.controller.js';
import { Connections } from './connectors/connections.service.js';
import { ConnectorConfig } from './connectors/connector-config.service.js';
import { DeliveryBatch } from './delivery/delivery-batch.service.js';
import { DeliveryBacklog } from './delivery/delivery-backlog.service.js';
import { DeliveryClaims } from './delivery/delivery-claims.service.js';
import { DeliveryEcho } from './delivery/delivery-echo.service.js';
import { DeliveryJobs } from './delivery/delivery-jobs.service.js';
import { DeliveryRunner } from './delivery/delivery-runner.service.js';
import { DeliveryWaker } from './delivery/delivery-waker.service.js';
import { DeliveryReader, SuppressionGate } from './delivery/delivery-reader.service.js';
import { MessageRenderer } from './delivery/message-renderer.service.js';
import { MessageHolding } from './outbox/message-holding.js';
import { MessageTimeline } from './outbox/message-timeline.source.js';
import { MessageWords } from './outbox/message-words.service.js';
import { MessagePersonalData } from './outbox/message-personal-data.js';
import { MessageStore } from './outbox/message.store.js';
import { MessageViews } from './outbox/message-view.store.js';
import { RenderContexts } from './outbox/render-contexts.store.js';
import { MessageLinks } from './preferences/message-links.service.js';
import { PreferenceController } from './preferences/preference.controller.js';
import { LinkVisits, PreferenceService } from './preferences/preference.service.js';

/** The outbox and the connectors' settings, for every process. */
@Global()
@Module({
  imports: [PluginHostModule],
  providers: [ConnectorConfig, MessageStore, MessageHolding, MessagePersonalData, DeliveryWaker],
  exports: [MessageStore, DeliveryWaker, PluginHostModule],
})
export class MessagingModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  controllers: [MessageController, PreferenceController],
  providers: [LinkVisits, MessageTimeline, MessageViews, MessageWords, PreferenceService, RenderContexts],
  exports: [LinkVisits],
})
export class MessagingApiModule {}

/** Deliveries, for processes that work. */
@Module({
  providers: [
    Connections,
    DeliveryBatch,
    DeliveryBacklog,
    DeliveryClaims,
    DeliveryEcho,
    DeliveryReader,
    SuppressionGate,
    DeliveryRunner,
    DeliveryJobs,
    MessageLinks,
    MessageRenderer,
    RenderContexts,
  ],
})
export class DeliveryModule {}
