import {
  isJsonObject,
  type JsonObject,
  type MessageReaction,
  numberAt,
  presentTexts,
  textAt,
} from '@parcours/sdk';
import { ownReactions } from '@parcours/sdk/email';

import { MESSAGE_ID } from './postmark-mail.js';

type Meaning = Pick<MessageReaction, 'kind' | 'bounce'>;

const HARD: Meaning = { kind: 'bounced', bounce: 'hard' };
const SOFT: Meaning = { kind: 'bounced', bounce: 'soft' };
const POLICY: Meaning = { kind: 'bounced', bounce: 'policy' };
const UNSUBSCRIBED: Meaning = { kind: 'unsubscribed' };
const COMPLAINED: Meaning = { kind: 'complained' };

/** By `TypeCode`; `undefined` is not the end of the message, or not about it. */
const BOUNCES: Readonly<Record<number, Meaning | undefined>> = {
  1: HARD,
  2: undefined,
  16: UNSUBSCRIBED,
  32: undefined,
  64: undefined,
  128: SOFT,
  256: SOFT,
  512: POLICY,
  1_024: undefined,
  2_048: SOFT,
  4_096: SOFT,
  8_192: POLICY,
  16_384: SOFT,
  100_000: HARD,
  100_001: COMPLAINED,
  100_002: HARD,
  100_003: SOFT,
  100_006: POLICY,
  100_007: SOFT,
  100_008: undefined,
  100_009: POLICY,
  100_010: SOFT,
};

const SUPPRESSIONS: Readonly<Record<string, Meaning>> = { HardBounce: HARD, SpamComplaint: COMPLAINED };

const BY_RECORD: Readonly<Record<string, (event: JsonObject) => Meaning | undefined>> = {
  Delivery: () => ({ kind: 'delivered' }),
  Open: () => ({ kind: 'opened' }),
  Click: () => ({ kind: 'clicked' }),
  SpamComplaint: () => COMPLAINED,
  Bounce: (event) => {
    const code = numberAt(event, 'TypeCode') ?? 0;
    return code in BOUNCES ? BOUNCES[code] : SOFT;
  },
  SubscriptionChange: (event) => {
    if (event['SuppressSending'] !== true) return undefined;
    return SUPPRESSIONS[textAt(event, 'SuppressionReason') ?? ''] ?? UNSUBSCRIBED;
  },
};

/** What a webhook says; `delivery` is its id where the event has none of its own. */
export function reactionsOf(event: JsonObject, delivery: string): readonly MessageReaction[] {
  const record = textAt(event, 'RecordType') ?? '';
  const meaning = Object.hasOwn(BY_RECORD, record) ? BY_RECORD[record]?.(event) : undefined;
  if (!meaning) return [];
  const own = numberAt(event, 'ID');
  const texts = {
    messageId: textAt(event, `Metadata.${MESSAGE_ID}`),
    providerId: textAt(event, 'MessageID'),
    address: textAt(event, 'Email') ?? textAt(event, 'Recipient'),
    code: textAt(event, 'Type') ?? textAt(event, 'SuppressionReason'),
    detail: textAt(event, 'Details') ?? textAt(event, 'Description'),
    link: meaning.kind === 'clicked' ? textAt(event, 'OriginalLink') : undefined,
  };
  const id = own === undefined ? delivery : `${record}-${String(own)}`;
  return ownReactions([{ ...meaning, ...presentTexts(texts), id, ...timeOf(event) }]);
}

const TIMES = ['DeliveredAt', 'BouncedAt', 'ReceivedAt', 'ChangedAt'];

function timeOf(event: JsonObject): { readonly at?: number } {
  const [at] = TIMES.map((name) => Date.parse(textAt(event, name) ?? '')).filter(
    (time) => !Number.isNaN(time),
  );
  return at === undefined ? {} : { at };
}

/** A body that can be an event. */
export function isEvent(value: unknown): value is JsonObject {
  return isJsonObject(value) && typeof value['RecordType'] === 'string';
}
