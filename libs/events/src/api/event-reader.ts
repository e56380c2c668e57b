import { createHash } from 'node:crypto';

import { type IdentityLink, traitDefects } from '@parcours/audience';
import { compileSchema, treeDefects } from '@parcours/http';
import { type ErrorItem, type JsonObject, parseInstant } from '@parcours/kernel';

import type { EventOrigin } from '../event-origin.js';
import type { EventEntry } from '../inbox/inbox-entry.js';
import { eventTime } from '../time/event-time.rules.js';
import { EVENT_SCHEMA } from './event.schema.js';
import { ITEM_LIMITS } from './batch-items.js';

interface EventBody extends EventOrigin {
  readonly event: string;
  readonly customerId?: string;
  readonly anonymousId?: string;
  readonly messageId?: string;
  readonly occurredAt?: string;
  readonly sentAt?: string;
  readonly properties?: JsonObject;
  readonly traits?: JsonObject;
  readonly context?: JsonObject;
}

// The alternatives are told by hand: a caller who forgot the customer is to hear of the customer.
const { anyOf: _alternatives, ...MEMBERS } = EVENT_SCHEMA;
const check = compileSchema(MEMBERS);

/** Reads one event of a request: an inbox entry, or what is wrong with it. */
export function readEvent(item: unknown, now: number): EventEntry | readonly ErrorItem[] {
  const defects = treeDefects(item, ITEM_LIMITS);
  if (defects.length > 0) return defects;
  const errors = check(item);
  if (errors.length > 0) return errors;
  const body = item as EventBody;
  if (body.customerId === undefined && body.anonymousId === undefined) return [NOBODY];
  const unkept = body.traits === undefined ? [] : traitDefects(body.traits);
  if (unkept.length > 0) return unkept;
  const occurredAt = eventTime({ at: instantOf(body.occurredAt), sentAt: instantOf(body.sentAt) }, now);
  if (occurredAt === undefined) return [WRONG_TIME];
  return {
    kind: 'event',
    customerKey: body.customerId ?? body.anonymousId ?? '',
    ...(body.customerId === undefined && { isAnonymous: true }),
    name: body.event,
    messageId: body.messageId,
    occurredAt,
    properties: body.properties ?? {},
    traits: body.traits,
    origin: originOf(body),
    context: body.context,
  };
}

/** Whose device an event that was read says it came from. */
export function linkIn(item: unknown): IdentityLink | undefined {
  const { customerId: into, anonymousId: from } = item as EventBody;
  return into === undefined || from === undefined ? undefined : { kind: 'identify', from, into };
}

const NOBODY: ErrorItem = {
  pointer: '/customerId',
  code: 'schema.missing-member',
  detail: "'customerId' is missing; or send an 'anonymousId'.",
};

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(text);
}

function originOf({ layer, touchpoint, channel, device, department }: EventBody): EventOrigin | undefined {
  const isSilent = (layer ?? touchpoint ?? channel ?? device ?? department) === undefined;
  return isSilent ? undefined : { layer, touchpoint, channel, device, department };
}

/** What a sender is told whose time cannot be. */
export const WRONG_TIME: ErrorItem = {
  pointer: '/occurredAt',
  code: 'events.time-out-of-range',
  detail: 'The time must be an RFC 3339 instant from the year 2000 to one day ahead of now.',
};

/**
 * A message id for an item that has none, made from the request's Idempotency-Key: should the request be worked twice,
 * because its first answer was lost in a crash, its events still happen once.
 */
export function derivedMessageId(idempotencyKey: string, index: number): string {
  const digest = createHash('sha256').update(idempotencyKey).digest('base64url');
  return `key-${digest}-${String(index)}`;
}
