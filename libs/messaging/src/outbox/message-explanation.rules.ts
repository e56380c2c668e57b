import { formatInstant, isJsonObject, type JsonObject, type Language } from '@parcours/kernel';

import { segmentsIn } from '../policies/decision.js';
import { describeRefusal } from '../policies/refusal-words.js';
import { MESSAGE_STATUSES, type MessageFailure, type MessageStatus } from './message.js';
import type { MessageView } from './message-view.store.js';

/** One thing that made of a message what it is. */
export interface MessageReason {
  readonly code: string;
  readonly detail: JsonObject;
  readonly words: string;
}

type Words = Readonly<Record<Language, string>>;

const STATUS_WORDS: Readonly<Record<MessageStatus, Words>> = {
  queued: { en: 'It waits until {at}.', fr: 'Il attend jusqu’au {at}.' },
  sending: { en: 'It is being sent.', fr: 'Il est en cours d’envoi.' },
  sent: { en: 'It was sent at {at}.', fr: 'Il est parti le {at}.' },
  failed: { en: 'It was given up at {at}: {code}.', fr: 'Il a été abandonné le {at} : {code}.' },
  withdrawn: { en: 'Its journey took it back at {at}.', fr: 'Son parcours l’a repris le {at}.' },
  held: { en: 'A pause holds it.', fr: 'Une pause le retient.' },
};
const SEGMENT: Words = {
  en: 'The channel policy {policy} says something of its own to the segment {segment}.',
  fr: 'La politique de canaux {policy} a ses propres règles pour le segment {segment}.',
};

/** Why a message is where it is: what its decision kept, and what has become of it since. */
export function reasonsOf(message: MessageView, language: Language): MessageReason[] {
  const decision = message.decision === null ? undefined : (JSON.parse(message.decision) as JsonObject);
  return [
    ...Object.entries(segmentsIn(decision) ?? {}).map(([policy, segment]) => {
      const detail = { policy, segment };
      return { code: 'override', detail, words: fill(SEGMENT, language, detail) };
    }),
    ...heldReasons(decision, language),
    ...outrankedReasons(decision, language),
    statusReason(message, language),
  ];
}

function heldReasons(decision: JsonObject | undefined, language: Language): MessageReason[] {
  const held = decision?.['held'];
  if (!isJsonObject(held)) return [];
  const { code, ...detail } = held;
  if (typeof code !== 'string') return [];
  return [{ code, detail, words: describeRefusal(code, detail, language) }];
}

/** A better message came while it waited. */
function outrankedReasons(decision: JsonObject | undefined, language: Language): MessageReason[] {
  const detail = decision?.['outranked'];
  if (!isJsonObject(detail)) return [];
  return [{ code: 'outranked', detail, words: describeRefusal('outranked', detail, language) }];
}

function statusReason(message: MessageView, language: Language): MessageReason {
  const status = MESSAGE_STATUSES[message.status] ?? 'queued';
  const failure = message.failure === null ? undefined : (JSON.parse(message.failure) as MessageFailure);
  const at = message.finished_at ?? message.queue_at;
  const detail: JsonObject = {
    at: at === null ? null : formatInstant(at),
    ...(failure && { code: failure.code, failure: failure.detail }),
  };
  return { code: status, detail, words: fill(STATUS_WORDS[status], language, detail) };
}

function fill(words: Words, language: Language, detail: JsonObject): string {
  return words[language].replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    const value = detail[member];
    return typeof value === 'string' ? value : '?';
  });
}
