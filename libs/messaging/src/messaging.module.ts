import { Global, Module } from '@nestjs/common';
import { PluginHostModule } from '@parcours/plugin-host';

import { PauseController } from './api/pause.controller.js';
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
import { TimingGate } from './delivery/timing-gate.service.js';
import { MessageRenderer } from './delivery/message-renderer.service.js';
import { ContactStore } from './outbox/contact.store.js';
import { DisplacedMessages } from './outbox/displaced-message.store.js';
import { FallbackJobs } from './fallbacks/fallback-jobs.service.js';
import { Fallbacks } from './fallbacks/fallback.service.js';
import { FallbackStore } from './fallbacks/fallback.store.js';
import { EnrollmentMessages } from './outbox/enrollment-messages.store.js';
import { MessageHolding } from './outbox/message-holding.js';
import { MessageTimeline } from './outbox/message-timeline.source.js';
import { MessageWords } from './outbox/message-words.service.js';
import { MessagePersonalData } from './outbox/message-personal-data.js';
import { MessageStore } from './outbox/message.store.js';
import { MessageViews } from './outbox/message-view.store.js';
import { RenderContexts } from './outbox/render-contexts.store.js';
import { MessageLinks } from './preferences/message-links.service.js';
import { HeldMessages } from './pauses/held-message.store.js';
import { MessagePauses, PauseStamp } from './pauses/message-pause.service.js';
import { MessagePauseStore } from './pauses/message-pause.store.js';
import { PauseGate } from './pauses/pause-gate.service.js';
import { PauseJobs, PauseRunner } from './pauses/pause-jobs.service.js';
import { PauseRelease, Redecision } from './pauses/pause-release.service.js';
import { PreferenceController } from './preferences/preference.controller.js';
import { LinkVisits, PreferenceService } from './preferences/preference.service.js';

/** The outbox and the connectors' settings, for every process. */
@Global()
@Module({
  imports: [PluginHostModule],
  providers: [
    ConnectorConfig,
    Connections,
    ContactStore,
    DisplacedMessages,
    EnrollmentMessages,
    MessageStore,
    MessageHolding,
    MessagePersonalData,
    DeliveryWaker,
    MessagePauseStore,
    MessagePauses,
    PauseStamp,
  ],
  exports: [
    Connections,
    ContactStore,
    DisplacedMessages,
    EnrollmentMessages,
    MessageStore,
    MessagePauseStore,
    MessagePauses,
    DeliveryWaker,
    PluginHostModule,
  ],
})
export class MessagingModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  controllers: [MessageController, PauseController, PreferenceController],
  providers: [LinkVisits, MessageTimeline, MessageViews, MessageWords, PreferenceService, RenderContexts],
  exports: [LinkVisits],
})
export class MessagingApiModule {}

/** Deliveries, for processes that work. */
@Module({
  providers: [
    DeliveryBatch,
    DeliveryBacklog,
    DeliveryClaims,
    DeliveryEcho,
    DeliveryReader,
    SuppressionGate,
    TimingGate,
    DeliveryRunner,
    DeliveryJobs,
    FallbackStore,
    Fallbacks,
    FallbackJobs,
    MessageLinks,
    MessageRenderer,
    RenderContexts,
    HeldMessages,
    PauseGate,
    Redecision,
    PauseRelease,
    PauseRunner,
    PauseJobs,
  ],
})
export class DeliveryModule {}
