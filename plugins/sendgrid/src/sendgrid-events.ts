import { isJsonObject, type MessageReaction, numberAt, presentTexts, textAt } from '@parcours/sdk';
import { ownReactions } from '@parcours/sdk/email';

import { MESSAGE_ID } from './sendgrid-mail.js';

type Meaning = Pick<MessageReaction, 'kind' | 'bounce' | 'link' | 'isAutomated'>;

/** Enhanced status codes (RFC 3463) and classes of SendGrid by which the sender is refused. */
const POLICY_STATUS = /^[45]\.7\./;
const POLICY_CLASS = /^(content|reputation|frequency)/i;

const BY_EVENT: Readonly<Record<string, (event: object) => Meaning>> = {
  delivered: () => ({ kind: 'delivered' }),
  open: (event) => ({ kind: 'opened', isAutomated: Reflect.get(event, 'sg_machine_open') === true }),
  click: (event) => {
    const link = textAt(event, 'url');
    return { kind: 'clicked', ...(link !== undefined && { link }) };
  },
  spamreport: () => ({ kind: 'complained' }),
  unsubscribe: () => ({ kind: 'unsubscribed' }),
  group_unsubscribe: () => ({ kind: 'unsubscribed' }),
  bounce: (event) => ({ kind: 'bounced', bounce: bounceOf(event) }),
  dropped: (event) => droppedAs(textAt(event, 'reason') ?? ''),
};

/** `blocked` is a refusal of this message; any other is an address that SendGrid will not send to again. */
function bounceOf(event: object): 'hard' | 'soft' | 'policy' {
  const isPolicy =
    POLICY_STATUS.test(textAt(event, 'status') ?? '') ||
    POLICY_CLASS.test(textAt(event, 'bounce_classification') ?? '');
  if (isPolicy) return 'policy';
  return textAt(event, 'type') === 'blocked' ? 'soft' : 'hard';
}

/** SendGrid has not even tried, mostly for what it knows of the address. */
function droppedAs(reason: string): Meaning {
  if (/^spam report/i.test(reason)) return { kind: 'complained' };
  if (/^unsubscribed/i.test(reason)) return { kind: 'unsubscribed' };
  return {
    kind: 'bounced',
    bounce: /^(bounced|invalid)\b/i.test(reason) && !/smtpapi/i.test(reason) ? 'hard' : 'policy',
  };
}

/** What the events of one delivery say. */
export function reactionsOf(events: readonly unknown[]): readonly MessageReaction[] {
  return ownReactions(events.flatMap((event) => reactionOf(event) ?? []));
}

function reactionOf(event: unknown): MessageReaction | undefined {
  if (!isJsonObject(event)) return undefined;
  const name = textAt(event, 'event') ?? '';
  const meaning = Object.hasOwn(BY_EVENT, name) ? BY_EVENT[name]?.(event) : undefined;
  if (!meaning) return undefined;
  const seconds = numberAt(event, 'timestamp');
  const texts = {
    messageId: textAt(event, MESSAGE_ID),
    // It begins with the id that the request was answered with.
    providerId: textAt(event, 'sg_message_id')?.split('.')[0],
    id: textAt(event, 'sg_event_id'),
    address: textAt(event, 'email'),
    code: textAt(event, 'status'),
    detail: textAt(event, 'reason') ?? textAt(event, 'response'),
  };
  return { ...meaning, ...presentTexts(texts), ...(seconds !== undefined && { at: seconds * 1_000 }) };
}
