import { groupEvent } from '../triggers/group-change.js';
import { reactionEventName } from './message-reaction.js';
import type { AwaitedEvent } from './wait-for.js';

/** The name of the event by which Parcours is told of what is waited for. */
export function awaitedEventName(awaited: AwaitedEvent): string {
  if ('event' in awaited) return awaited.event;
  return 'message' in awaited ? reactionEventName(awaited.is) : groupEvent(awaited).event;
}
