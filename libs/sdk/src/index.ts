export type { JsonObject, JsonValue } from '@parcours/kernel';
export * from './callbacks.js';
export * from './channel-connector.js';
export * from './connector-action.js';
export * from './json-schema.js';
export * from './outgoing-message.js';
export * from './plugin.js';
export * from './plugin-host-context.js';
export * from './plugin-step-type.js';
