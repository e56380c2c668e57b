import { createHash } from 'node:crypto';

import { type IdentityLink, traitDefects } from '@parcours/audience';
import { compileSchema } from '@parcours/http';
import { type ErrorItem, type JsonObject, parseInstant } from '@parcours/kernel';

import type { EventEntry } from '../inbox/inbox-entry.js';
import { EVENT_SCHEMA } from './event.schema.js';

interface EventBody {
  readonly event: string;
  readonly customerId?: string;
  readonly anonymousId?: string;
  readonly messageId?: string;
  readonly occurredAt?: string;
  readonly properties?: JsonObject;
  readonly traits?: JsonObject;
}

const EARLIEST = Date.UTC(2000, 0, 1);
const AHEAD_MS = 86_400_000;

// The alternatives are told by hand: a caller who forgot the customer is to hear of the customer.
const { anyOf: _alternatives, ...MEMBERS } = EVENT_SCHEMA;
const check = compileSchema(MEMBERS);

/** Reads one event of a request: an inbox entry, or what is wrong with it. */
export function readEvent(item: unknown, now: number): EventEntry | readonly ErrorItem[] {
  const errors = check(item);
  if (errors.length > 0) return errors;
  const { event, messageId, occurredAt, properties = {}, traits, ...who } = item as EventBody;
  if (who.customerId === undefined && who.anonymousId === undefined) return [NOBODY];
  const unkept = traits === undefined ? [] : traitDefects(traits);
  if (unkept.length > 0) return unkept;
  const at = occurredAt === undefined ? now : parseInstant(occurredAt);
  if (at === undefined || at < EARLIEST || at > now + AHEAD_MS) return [WRONG_TIME];
  return {
    kind: 'event',
    customerKey: who.customerId ?? who.anonymousId ?? '',
    ...(who.customerId === undefined && { isAnonymous: true }),
    name: event,
    messageId,
    occurredAt: at,
    properties,
    traits,
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

const WRONG_TIME: ErrorItem = {
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
