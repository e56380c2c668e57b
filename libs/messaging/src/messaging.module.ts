import { Global, Module } from '@nestjs/common';
import { PluginHostModule } from '@parcours/plugin-host';

import { ConnectorDeliveryController } from './api/connector-delivery.controller.js';
import { BrandChecks } from './brands/brand-checks.service.js';
import { DeadLetterController } from './api/dead-letter.controller.js';
import { PauseController } from './api/pause.controller.js';
import { TemplatePreviewController } from './api/template-preview.controller.js';
import { MessageController } from './api/message.controller.js';
import { CallbackController } from './callbacks/callback.controller.js';
import { CallbackListeners } from './callbacks/callback-listeners.js';
import { CallbackReceipts } from './callbacks/callback-receipts.store.js';
import { CallbackInbox } from './callbacks/callback-inbox.service.js';
import { CallbackService } from './callbacks/callback.service.js';
import { CallbackSweep } from './callbacks/callback-sweep.service.js';
import { ConnectorListening } from './connectors/connector-listening.service.js';
import { Connections } from './connectors/connections.service.js';
import { ConnectorConfig } from './connectors/connector-config.service.js';
import { PluginValueSweep } from './connectors/plugin-value-sweep.service.js';
import { DeadLetterReplay } from './dead-letters/dead-letter-replay.service.js';
import { DeadLetters } from './dead-letters/dead-letter.service.js';
import { DeadLetterStore } from './dead-letters/dead-letter.store.js';
import { DeliveryBatch } from './delivery/delivery-batch.service.js';
import { DeliveryBacklog } from './delivery/delivery-backlog.service.js';
import { DeliveryClaims } from './delivery/delivery-claims.service.js';
import { DeliveryEcho } from './delivery/delivery-echo.service.js';
import { DeliveryJobs } from './delivery/delivery-jobs.service.js';
import { DeliveryRunner } from './delivery/delivery-runner.service.js';
import { DeliveryWaker } from './delivery/delivery-waker.service.js';
import { DeliveryHolds } from './delivery/delivery-holds.service.js';
import { DeliveryReader } from './delivery/delivery-reader.service.js';
import { RefusedAddresses } from './delivery/refused-addresses.service.js';
import { SuppressionGate } from './delivery/suppression-gate.service.js';
import { TimingGate } from './delivery/timing-gate.service.js';
import { MessageRenderer } from './delivery/message-renderer.service.js';
import { ContactStore } from './outbox/contact.store.js';
import { DisplacedMessages } from './outbox/displaced-message.store.js';
import { FallbackJobs } from './fallbacks/fallback-jobs.service.js';
import { Fallbacks } from './fallbacks/fallback.service.js';
import { FallbackStore } from './fallbacks/fallback.store.js';
import { EnrollmentMessages } from './outbox/enrollment-messages.store.js';
import { ConnectorDeliveries } from './gates/connector-delivery.service.js';
import { DeliveryGates } from './gates/delivery-gates.service.js';
import { GateBook } from './gates/gate-book.service.js';
import { GateStore } from './gates/gate.store.js';
import { MessageHolding } from './outbox/message-holding.js';
import { MessageTimeline } from './outbox/message-timeline.source.js';
import { MessageWords } from './outbox/message-words.service.js';
import { MessagePersonalData } from './outbox/message-personal-data.js';
import { MessageStore } from './outbox/message.store.js';
import { MessageViews } from './outbox/message-view.store.js';
import { OutboxController } from './outbox-pages/outbox.controller.js';
import { OutboxEntries } from './outbox-pages/outbox-entries.service.js';
import { RenderContexts } from './outbox/render-contexts.store.js';
import { MessageLinks } from './preferences/message-links.service.js';
import { HeldMessages } from './pauses/held-message.store.js';
import { MessagePauses, PauseStamp } from './pauses/message-pause.service.js';
import { MessagePauseStore } from './pauses/message-pause.store.js';
import { PauseGate } from './pauses/pause-gate.service.js';
import { PauseJobs, PauseRunner } from './pauses/pause-jobs.service.js';
import { PauseRelease, Redecision } from './pauses/pause-release.service.js';
import { ConnectorHealthController } from './connectors/connector-health.controller.js';
import { ConnectorHealth } from './connectors/connector-health.service.js';
import { PluginCallLog } from './plugin-calls/plugin-call-log.service.js';
import { ConnectorCallController, PluginCallController } from './plugin-calls/plugin-call.controller.js';
import { PluginCallStore } from './plugin-calls/plugin-call.store.js';
import { OfferController } from './plugins/offer.controller.js';
import { PluginOffers } from './plugins/plugin-offers.service.js';
import { PluginController } from './plugins/plugin.controller.js';
import { PluginCatalogue } from './plugins/plugin-catalogue.service.js';
import { PluginSwitchStore } from './plugins/plugin-switch.store.js';
import { PluginSwitches } from './plugins/plugin-switches.service.js';
import { PolicyChecks } from './policies/policy-checks.service.js';
import { ChannelQuestions } from './preferences/channel-question.service.js';
import { PreferenceController } from './preferences/preference.controller.js';
import { MessageSuppressions } from './reactions/message-suppressions.service.js';
import { ReactionBatch } from './reactions/reaction-batch.service.js';
import { ReactionInbox } from './reactions/reaction-inbox.store.js';
import { ReactionIntake } from './reactions/reaction-intake.service.js';
import { ReactionJobs } from './reactions/reaction-jobs.service.js';
import { ReactionRunner } from './reactions/reaction-runner.service.js';
import { ReactionTargets } from './reactions/reaction-target.store.js';
import { FollowedLinks } from './short-links/followed-link.service.js';
import { LinkShortener } from './short-links/link-shortener.service.js';
import { ShortLinkHolding } from './short-links/short-link-holding.js';
import { ShortLinkStore } from './short-links/short-link.store.js';
import { ShortLinkSweep } from './short-links/short-link-sweep.service.js';
import { MessageTracking } from './tracking/message-tracking.service.js';
import { Readings } from './tracking/reading.service.js';
import { SenderDomainController } from './sender-domains/sender-domain.controller.js';
import { SenderDomainGate } from './sender-domains/sender-domain-gate.service.js';
import { SenderDomainStore } from './sender-domains/sender-domain.store.js';
import { SenderDomains } from './sender-domains/sender-domains.service.js';
import { TrackingController } from './tracking/tracking.controller.js';
import { TrackingTokens } from './tracking/tracking-tokens.service.js';
import { TemplatePreviews, TemplateShelf } from './previews/template-preview.service.js';
import { TestLedger, TestSending } from './previews/test-sending.service.js';
import { LinkVisits, PreferenceService } from './preferences/preference.service.js';

/** The outbox and the connectors' settings, for every process. */
@Global()
@Module({
  imports: [PluginHostModule],
  providers: [
    BrandChecks,
    PolicyChecks,
    ConnectorConfig,
    Connections,
    ContactStore,
    DisplacedMessages,
    EnrollmentMessages,
    MessageStore,
    MessageHolding,
    MessagePersonalData,
    DeliveryWaker,
    GateBook,
    GateStore,
    MessagePauseStore,
    MessagePauses,
    PauseStamp,
    PluginCallLog,
    PluginCallStore,
    PluginOffers,
    PluginSwitchStore,
    PluginSwitches,
    CallbackListeners,
    CallbackInbox,
    CallbackReceipts,
    ReactionInbox,
    ReactionIntake,
    ShortLinkHolding,
    ShortLinkStore,
    TrackingTokens,
  ],
  exports: [
    PluginCallLog,
    PluginSwitches,
    CallbackListeners,
    CallbackInbox,
    CallbackReceipts,
    ReactionInbox,
    ReactionIntake,
    ShortLinkStore,
    TrackingTokens,
    Connections,
    ContactStore,
    DisplacedMessages,
    EnrollmentMessages,
    MessageStore,
    MessagePauseStore,
    MessagePauses,
    DeliveryWaker,
    GateBook,
    GateStore,
    PluginHostModule,
  ],
})
export class MessagingModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({
  controllers: [
    ConnectorDeliveryController,
    DeadLetterController,
    MessageController,
    PauseController,
    PreferenceController,
    PluginController,
    PluginCallController,
    OfferController,
    ConnectorCallController,
    ConnectorHealthController,
    TrackingController,
    CallbackController,
    OutboxController,
    TemplatePreviewController,
    SenderDomainController,
  ],
  providers: [
    ConnectorDeliveries,
    DeadLetters,
    SenderDomains,
    SenderDomainStore,
    DeadLetterReplay,
    DeadLetterStore,
    ConnectorHealth,
    PluginCatalogue,
    CallbackService,
    FollowedLinks,
    Readings,
    ChannelQuestions,
    LinkVisits,
    MessageTimeline,
    MessageViews,
    MessageWords,
    PreferenceService,
    RenderContexts,
    MessageLinks,
    OutboxEntries,
    TemplatePreviews,
    TemplateShelf,
    TestLedger,
    TestSending,
  ],
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
    DeliveryGates,
    DeliveryReader,
    RefusedAddresses,
    SuppressionGate,
    DeliveryHolds,
    SenderDomainGate,
    SenderDomainStore,
    TimingGate,
    DeliveryRunner,
    DeliveryJobs,
    FallbackStore,
    Fallbacks,
    FallbackJobs,
    LinkShortener,
    ShortLinkSweep,
    MessageLinks,
    MessageRenderer,
    MessageTracking,
    MessageSuppressions,
    ReactionBatch,
    CallbackSweep,
    ConnectorListening,
    ReactionJobs,
    ReactionRunner,
    ReactionTargets,
    RenderContexts,
    HeldMessages,
    PauseGate,
    Redecision,
    PauseRelease,
    PauseRunner,
    PauseJobs,
    PluginValueSweep,
  ],
})
export class DeliveryModule {}
