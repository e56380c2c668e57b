import { type JsonObject, type MessageReaction, numberAt, presentTexts, textAt } from '@parcours/sdk';
import { ownReactions } from '@parcours/sdk/email';

import { MESSAGE_ID } from './mailgun-form.js';

type Meaning = Pick<MessageReaction, 'kind' | 'bounce' | 'isAutomated'>;

/** Enhanced status codes (RFC 3463) that say that nobody is there, or that the sender is refused. */
const GONE = /^5\.(?:1\.[012346]|1\.10|2\.1)$/;
const POLICY = /^[45]\.7\./;
/** Without such a code: a sender or a mailbox that is refused, and a domain that takes no mail. */
const POLICY_WORDS = /\b(?:block(?:ed|list|ing)?|blacklist\w*|spam|spamhaus|reputation|policy|dmarc|spf)\b/i;
const NO_MAILBOX = [550, 551, 553, 605];
const NO_DOMAIN = /\bNo MX\b/i;

const SUPPRESSED: Readonly<Record<string, Meaning>> = {
  'suppress-bounce': { kind: 'bounced', bounce: 'hard' },
  'suppress-complaint': { kind: 'complained' },
  'suppress-unsubscribe': { kind: 'unsubscribed' },
};

const BY_EVENT: Readonly<Record<string, (event: JsonObject) => Meaning | undefined>> = {
  delivered: () => ({ kind: 'delivered' }),
  opened: (event) => ({ kind: 'opened', isAutomated: isAutomated(event) }),
  clicked: (event) => ({ kind: 'clicked', isAutomated: isAutomated(event) }),
  complained: () => ({ kind: 'complained' }),
  unsubscribed: () => ({ kind: 'unsubscribed' }),
  rejected: () => ({ kind: 'bounced', bounce: 'policy' }),
  failed: (event) => {
    // Mailgun goes on trying after any other.
    if (textAt(event, 'severity') !== 'permanent') return undefined;
    return SUPPRESSED[textAt(event, 'reason') ?? ''] ?? { kind: 'bounced', bounce: bounceOf(event) };
  },
};

/** Gmail fetches pictures for a person who looks at them, the others for nobody. */
function isAutomated(event: JsonObject): boolean {
  return !['', 'gmail'].includes(textAt(event, 'client-info.bot') ?? '');
}

function bounceOf(event: JsonObject): 'hard' | 'soft' | 'policy' {
  const reason = textAt(event, 'reason');
  const code = statusOf(event);
  if (reason === 'espblock' || POLICY.test(code ?? '')) return 'policy';
  // It has tried for as long as it tries.
  if (reason === 'old') return 'soft';
  if (code !== undefined) return GONE.test(code) ? 'hard' : 'soft';
  const words = wordsOf(event) ?? '';
  if (POLICY_WORDS.test(words)) return 'policy';
  const isRefused = NO_MAILBOX.includes(numberAt(event, 'delivery-status.code') ?? 0);
  return isRefused || NO_DOMAIN.test(words) ? 'hard' : 'soft';
}

function statusOf(event: JsonObject): string | undefined {
  const code = textAt(event, 'delivery-status.enhanced-code') || textAt(event, 'delivery-status.bounce-code');
  return code === '' ? undefined : code;
}

function wordsOf(event: JsonObject): string | undefined {
  const words = ['delivery-status.message', 'delivery-status.description', 'reject.reason'];
  return words.map((path) => textAt(event, path)).find((text) => text !== undefined && text !== '');
}

/** What the `event-data` of a webhook says. */
export function reactionsOf(event: JsonObject): readonly MessageReaction[] {
  const name = textAt(event, 'event') ?? '';
  const meaning = Object.hasOwn(BY_EVENT, name) ? BY_EVENT[name]?.(event) : undefined;
  if (!meaning) return [];
  const seconds = numberAt(event, 'timestamp');
  const status = numberAt(event, 'delivery-status.code');
  const texts = {
    messageId: textAt(event, `user-variables.${MESSAGE_ID}`),
    providerId: textAt(event, 'message.headers.message-id'),
    id: textAt(event, 'id'),
    address: textAt(event, 'recipient'),
    code: statusOf(event) ?? (status === undefined ? undefined : String(status)),
    detail: wordsOf(event),
    link: meaning.kind === 'clicked' ? textAt(event, 'url') : undefined,
  };
  const at = seconds === undefined ? {} : { at: Math.round(seconds * 1_000) };
  return ownReactions([{ ...meaning, ...presentTexts(texts), ...at }]);
}
