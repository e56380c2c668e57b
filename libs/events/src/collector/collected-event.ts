import type { IdentityLink } from '@parcours/audience';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { type EventOrigin, ORIGIN_MAX } from '../event-origin.js';
import type { EventEntry } from '../inbox/inbox-entry.js';
import { eventTime } from '../time/event-time.rules.js';
import type { CollectorCall } from './collector-call.js';
import type { CallType } from './collector-paths.js';

/** What follows from a call. */
export interface Collected {
  readonly entry: EventEntry;
  /** Two ids that the call says are of one person. */
  readonly link: IdentityLink | undefined;
}

/** What a batch says for all of its calls. */
export interface BatchDefaults {
  readonly context?: JsonObject | undefined;
  readonly sentAt?: string | undefined;
}

/** Turns a call into an event of the customer whom it names. */
export function collectedEvent(call: CollectorCall, defaults: BatchDefaults, now: number): Collected {
  const context = defaults.context ? { ...defaults.context, ...call.context } : call.context;
  return {
    entry: {
      kind: 'event',
      customerKey: call.userId ?? call.anonymousId ?? '',
      ...(call.userId === undefined && { isAnonymous: true }),
      name: call.type === 'track' ? (call.event ?? '') : call.type,
      messageId: call.messageId,
      occurredAt: timeOf(call, defaults.sentAt, now),
      properties: propertiesOf(call, context),
      traits: traitsOf(call, context),
      origin: originOf(call.type, context),
      context: keptContext(context),
    },
    link: linkOf(call),
  };
}

/**
 * A `timestamp` beside an `originalTimestamp` is one that the sender has settled. A time that cannot be is the time of
 * arrival: libraries do not look at what becomes of single calls.
 */
function timeOf(call: CollectorCall, batchSentAt: string | undefined, now: number): number {
  const { timestamp, originalTimestamp } = call;
  const at = instantOf(timestamp ?? originalTimestamp);
  const isSettled = timestamp !== undefined && originalTimestamp !== undefined;
  const sentAt = isSettled ? undefined : instantOf(call.sentAt ?? batchSentAt);
  return eventTime({ at, sentAt }, now) ?? now;
}

function instantOf(text: string | undefined): number | undefined {
  const at = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

function propertiesOf(call: CollectorCall, context: JsonObject | undefined): JsonObject {
  const { type, properties = {}, name, category, groupId, previousId } = call;
  switch (type) {
    case 'identify':
      return identifiedTraits(call, context) ?? {};
    case 'group':
      return { ...call.traits, groupId };
    case 'alias':
      return { previousId };
    case 'page':
    case 'screen':
      return {
        ...properties,
        ...(name !== undefined && { name }),
        ...(category !== undefined && { category }),
      };
    case 'track':
      return properties;
  }
}

function traitsOf(call: CollectorCall, context: JsonObject | undefined): JsonObject | undefined {
  if (call.type === 'identify') return identifiedTraits(call, context);
  if (call.type === 'group') return { group: { ...call.traits, id: call.groupId } };
  return undefined;
}

/** Some libraries have the traits of an identify in its context alone. */
function identifiedTraits(
  { traits }: CollectorCall,
  context: JsonObject | undefined,
): JsonObject | undefined {
  if (traits !== undefined) return traits;
  const inContext = context?.['traits'];
  return isJsonObject(inContext) ? inContext : undefined;
}

const CHANNELS: ReadonlyMap<unknown, string> = new Map([
  ['browser', 'web'],
  ['web', 'web'],
  ['mobile', 'app'],
]);
const USUAL_CHANNEL: Partial<Record<CallType, string>> = { page: 'web', screen: 'app' };
const DEMOGRAPHIC: readonly CallType[] = ['identify', 'group', 'alias'];

function originOf(type: CallType, context: JsonObject | undefined): EventOrigin | undefined {
  const layer = DEMOGRAPHIC.includes(type) ? 'demographic' : undefined;
  const channel = CHANNELS.get(context?.['channel']) ?? USUAL_CHANNEL[type];
  const device = deviceOf(context?.['device']);
  return (layer ?? channel ?? device) === undefined ? undefined : { layer, channel, device };
}

function deviceOf(device: unknown): string | undefined {
  const type = isJsonObject(device) ? device['type'] : undefined;
  return typeof type === 'string' && type !== '' ? type.slice(0, ORIGIN_MAX.device).trim() : undefined;
}

/** Without the library's own name, which would be most of what is kept of events from servers. */
function keptContext(context: JsonObject | undefined): JsonObject | undefined {
  if (!context) return undefined;
  const { library: _library, traits: _traits, ...kept } = context;
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** What was done under the one id was done by the person of the other. */
function linkOf({ type, userId, anonymousId, previousId }: CollectorCall): IdentityLink | undefined {
  if (userId === undefined) return undefined;
  if (type === 'alias') return linked('alias', previousId, userId);
  return linked('identify', anonymousId, userId);
}

function linked(
  kind: IdentityLink['kind'],
  from: string | undefined,
  into: string,
): IdentityLink | undefined {
  return from === undefined || from === into ? undefined : { kind, from, into };
}
