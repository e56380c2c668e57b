export * from './api/batch-items.js';
export { derivedMessageId } from './api/event-reader.js';
export { TRIGGER_SCHEMA } from './api/event.schema.js';
export * from './event.store.js';
export * from './events.errors.js';
export * from './events.module.js';
export { EventIntake } from './inbox/event-intake.service.js';
export * from './inbox/inbox-entry.js';
export { InboxStore } from './inbox/inbox.store.js';
