export * from './api/batch-items.js';
export { derivedMessageId } from './api/event-reader.js';
export { TRIGGER_SCHEMA } from './api/event.schema.js';
export {
  definedEvent,
  EVENT_DEFINITION_TYPE,
  EVENT_FINDINGS,
  type EventDefinitionDocument,
  type EventSpeech,
} from './catalogue/event-definition.type.js';
export { UnseenEvents } from './catalogue/unseen-events.service.js';
export { COLLECTOR_PATHS } from './collector/collector-paths.js';
export { type ChannelChoice, ChannelChoices } from './channel-choices.service.js';
export { ConsentEvents } from './consent-events.js';
export * from './event-origin.js';
export * from './event.store.js';
export * from './events.errors.js';
export * from './events.module.js';
export { EventIntake } from './inbox/event-intake.service.js';
export { type CommitBatch, GroupCommit } from './inbox/group-commit.js';
export { EventReceiver } from './inbox/event-receiver.service.js';
export * from './inbox/inbox-entry.js';
export { InboxStore } from './inbox/inbox.store.js';
export { selectRows, type Condition, valueColumns, within } from './timeline/select-rows.js';
export type { Speech, TimelineEntry, TimelineKind, TimelineRow } from './timeline/timeline-entry.js';
export { admits, admitsName } from './timeline/timeline-filter.js';
export { NOTE_EVENT, noteProperties } from './notes/note.js';
export { type Bound, orderBy } from './timeline/timeline-order.js';
export * from './timeline/timeline-source.js';
