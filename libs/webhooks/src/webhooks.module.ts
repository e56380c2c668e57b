import { Global, Module } from '@nestjs/common';
import { OutgoingModule } from '@parcours/plugin-host';

import { EventCatalogueController } from './api/event-catalogue.controller.js';
import { WebhookDeliveryController } from './api/webhook-delivery.controller.js';
import { WebhookEndpointController } from './api/webhook-endpoint.controller.js';
import { WebhookConfig } from './declaration/webhook-config.service.js';
import { DeliveryLog } from './deliveries/delivery-log.service.js';
import { DeliveryRecords } from './deliveries/delivery-records.service.js';
import { DeliverySender } from './deliveries/delivery-sender.service.js';
import { DeliveryViews } from './deliveries/delivery-view.store.js';
import { DeliveryStore } from './deliveries/delivery.store.js';
import { FanOutJobs } from './deliveries/fan-out-jobs.service.js';
import { FanOut } from './deliveries/fan-out.service.js';
import { WebhookBacklog } from './deliveries/webhook-backlog.service.js';
import { WebhookDeliveryJobs } from './deliveries/webhook-delivery-jobs.service.js';
import { WebhookDeliveryRunner } from './deliveries/webhook-delivery-runner.service.js';
import { WebhookQueue } from './deliveries/webhook-queue.service.js';
import { WebhookTrial } from './deliveries/webhook-trial.service.js';
import { DeliveryTargets } from './endpoints/delivery-targets.service.js';
import { EndpointSecrets } from './endpoints/endpoint-secrets.service.js';
import { EndpointStore } from './endpoints/endpoint.store.js';
import { WebhookEndpoints } from './endpoints/webhook-endpoint.service.js';
import { ContentEvents } from './events/content-events.service.js';
import { PostedPayloads } from './events/posted-payloads.service.js';
import { WebhookEventStore } from './events/webhook-event.store.js';
import { WebhookEvents } from './events/webhook-events.service.js';

/** Where events are raised, for every process. */
@Global()
@Module({
  imports: [OutgoingModule],
  providers: [
    ContentEvents,
    DeliveryRecords,
    DeliverySender,
    DeliveryStore,
    DeliveryTargets,
    EndpointSecrets,
    EndpointStore,
    WebhookConfig,
    WebhookEventStore,
    WebhookEvents,
  ],
  exports: [
    DeliveryRecords,
    DeliverySender,
    DeliveryStore,
    DeliveryTargets,
    EndpointSecrets,
    EndpointStore,
    WebhookEventStore,
    WebhookEvents,
  ],
})
export class WebhooksModule {}

/** The REST routes beyond those of every content type, for processes that serve HTTP. */
@Module({
  controllers: [EventCatalogueController, WebhookEndpointController, WebhookDeliveryController],
  providers: [DeliveryLog, DeliveryViews, PostedPayloads, WebhookEndpoints, WebhookTrial],
})
export class WebhooksApiModule {}

/** Deliveries, for processes that work. */
@Module({
  providers: [FanOut, FanOutJobs, WebhookBacklog, WebhookDeliveryJobs, WebhookDeliveryRunner, WebhookQueue],
})
export class WebhookDeliveryModule {}
