export { CONNECTOR_TYPE } from './connectors/connector.type.js';
export { DeliveryWaker } from './delivery/delivery-waker.service.js';
export * from './messaging.errors.js';
export * from './messaging.module.js';
export * from './outbox/message.js';
export { MessageStore } from './outbox/message.store.js';
export { CHANNEL_POLICY_TYPE } from './policies/channel-policy.type.js';
export * from './policies/message-plan.rules.js';
export { MESSAGE_TEMPLATE_TYPE } from './templates/message-template.type.js';
