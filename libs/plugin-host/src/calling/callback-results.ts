import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { ActionCompletion, CallbackResult, InboundReply, MessageReaction } from '@parcours/sdk';

import type { SecretScrubber } from './secret-scrubber.js';
import { isRecord } from './send-results.js';
import { eventOf } from './source-events.js';

const BOUNCES = ['hard', 'soft', 'policy'] as const;

/** The most that one callback can tell. */
const MOST = 10_000;
const KINDS = ['delivered', 'opened', 'clicked', 'bounced', 'complained', 'unsubscribed'] as const;

const LONGEST = {
  id: 200,
  address: 320,
  code: 100,
  detail: 500,
  link: 2_000,
  text: 10_000,
  subject: 500,
  outcome: 100,
  by: 200,
  object: 16_384,
};
const LONGEST_RESPONSE = 100_000;

/**
 * A plugin's reading of a callback, copied member by member and cleaned of secrets; `undefined` where it is none.
 */
export function checkedCallback(answer: unknown, scrubber: SecretScrubber): CallbackResult | undefined {
  if (!isRecord(answer)) return undefined;
  const { status, detail, id, signedAt, respond } = answer;
  if (status === 'bad-signature') return { status };
  if (status === 'malformed' || status === 'unavailable') {
    return { status, ...(typeof detail === 'string' && { detail: scrubber.text(detail, LONGEST.detail) }) };
  }
  if (status !== 'accepted') return undefined;
  const reactions = listOf(answer['reactions'], (each) => reactionOf(each, scrubber));
  const replies = listOf(answer['replies'], replyOf);
  const events = listOf(answer['events'], eventOf);
  const completions = listOf(answer['completions'], (each) => completionOf(each, scrubber));
  if (!reactions || !replies || !events || !completions) return undefined;
  return {
    status,
    reactions,
    replies,
    events,
    ...(completions.length > 0 && { completions }),
    ...textMembers({ id }, { id: LONGEST.id }),
    ...(isTime(signedAt) && { signedAt }),
    ...(isResponse(respond) && {
      respond: { contentType: respond.contentType, body: respond.body.slice(0, LONGEST_RESPONSE) },
    }),
  };
}

function listOf<T>(value: unknown, read: (each: unknown) => T | undefined): T[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST) return undefined;
  const items = value.map((each: unknown) => read(each));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function reactionOf(value: unknown, scrubber: SecretScrubber): MessageReaction | undefined {
  if (!isRecord(value)) return undefined;
  const kind = KINDS.find((known) => known === value['kind']);
  if (!kind) return undefined;
  const { detail } = value;
  return {
    kind,
    ...subjectOf(value),
    ...textMembers(value, { address: LONGEST.address, code: LONGEST.code, link: LONGEST.link }),
    ...(typeof detail === 'string' && { detail: scrubber.text(detail, LONGEST.detail) }),
    ...(kind === 'bounced' && { bounce: BOUNCES.find((known) => known === value['bounce']) ?? 'soft' }),
    ...(value['isAutomated'] === true && { isAutomated: true }),
  };
}

function replyOf(value: unknown): InboundReply | undefined {
  if (!isRecord(value)) return undefined;
  const { from, text } = value;
  if (typeof from !== 'string' || from.length > LONGEST.address || typeof text !== 'string') return undefined;
  return {
    from,
    text: text.slice(0, LONGEST.text),
    ...subjectOf(value),
    ...textMembers(value, { subject: LONGEST.subject }),
    ...(value['isAutomated'] === true && { isAutomated: true }),
  };
}

function completionOf(value: unknown, scrubber: SecretScrubber): ActionCompletion | undefined {
  if (!isRecord(value)) return undefined;
  const { outcome, note, at } = value;
  const whose = textMembers(value, { actionId: LONGEST.id, recordId: LONGEST.id });
  const isOfNothing = whose.actionId === undefined && whose.recordId === undefined;
  if (typeof outcome !== 'string' || outcome === '' || isOfNothing) return undefined;
  const properties = jsonObject(value['properties'], scrubber);
  const traits = jsonObject(value['traits'], scrubber);
  return {
    ...whose,
    outcome: outcome.slice(0, LONGEST.outcome),
    ...(typeof note === 'string' && note !== '' && { note: scrubber.text(note, LONGEST.text) }),
    ...textMembers(value, { by: LONGEST.by }),
    ...(isTime(at) && { at }),
    ...(properties && { properties }),
    ...(traits && { traits }),
  };
}

/** What JSON makes of an object; `undefined` where it is none, or long. */
function jsonObject(value: unknown, scrubber: SecretScrubber): JsonObject | undefined {
  if (!isRecord(value)) return undefined;
  const text = JSON.stringify(value);
  if (text.length > LONGEST.object) return undefined;
  const copy: unknown = JSON.parse(scrubber.text(text, LONGEST.object));
  return isJsonObject(copy) ? copy : undefined;
}

function subjectOf(value: Readonly<Record<string, unknown>>) {
  const { at } = value;
  return {
    ...textMembers(value, { messageId: LONGEST.id, providerId: 255, id: LONGEST.id }),
    ...(isTime(at) && { at }),
  };
}

/** Those members that are texts, not longer than they may be. */
function textMembers<N extends string>(
  value: Readonly<Record<string, unknown>>,
  lengths: Readonly<Record<N, number>>,
): Partial<Record<N, string>> {
  const members: Partial<Record<N, string>> = {};
  for (const name in lengths) {
    const text = value[name];
    if (typeof text === 'string' && text !== '') members[name] = text.slice(0, lengths[name]);
  }
  return members;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isResponse(value: unknown): value is { readonly contentType: string; readonly body: string } {
  if (!isRecord(value) || typeof value['body'] !== 'string') return false;
  const { contentType } = value;
  return (
    typeof contentType === 'string' && /^[a-z]+\/[a-z0-9.+-]+(?:; ?charset=[a-z0-9-]+)?$/i.test(contentType)
  );
}
