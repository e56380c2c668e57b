export { WEBHOOK_FINDINGS } from './declaration/webhook.findings.js';
export { WEBHOOK_TYPE, type WebhookDocument } from './declaration/webhook.type.js';
export {
  EVENT_ACTOR_SCHEMA,
  EVENT_THING_SCHEMA,
  type EventActor,
  eventActor,
} from './events/content-events.js';
export { declareWebhookEvent, declaredWebhookEvents, type WebhookEventType } from './events/webhook-event.js';
export { type RaisedEvent, WebhookEvents } from './events/webhook-events.service.js';
export { WebhookErrors } from './webhooks.errors.js';
export { WebhookDeliveryModule, WebhooksApiModule, WebhooksModule } from './webhooks.module.js';
