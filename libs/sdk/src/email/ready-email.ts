import type { ChannelSenders, OutgoingMessage, SendError } from '../outgoing-message.js';
import { oneLine, wireAddress } from './email-address.js';
import { textOf } from './text-part.js';

/** In whose name emails go out where a message does not say. */
export interface EmailSender {
  readonly from: { readonly name?: string; readonly address: string };
  readonly replyTo?: string;
}

/** Members of a configuration that say in whose name emails go out. */
export const emailSenderProperties = {
  from: {
    type: 'object',
    required: ['address'],
    additionalProperties: false,
    description: 'In whose name emails go out where the brand of a message names nobody.',
    properties: {
      name: { type: 'string', maxLength: 200, examples: ['Example'] },
      address: { type: 'string', format: 'email', examples: ['news@example.com'] },
    },
  },
  replyTo: {
    type: 'string',
    format: 'email',
    description: 'Where answers go; to the sender when left out.',
    examples: ['hello@example.com'],
  },
} as const;

/** An email as a provider with an API takes it: addresses in the form of the wire, nothing with a line break. */
export interface ReadyEmail {
  readonly from: { readonly name?: string; readonly address: string };
  readonly replyTo?: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const OWN_HEADERS =
  /^(from|sender|to|cc|bcc|subject|date|message-id|reply-to|mime-version|return-path|received|dkim-signature|content-.*|resent-.*)$/i;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,75}$/;

export interface ReadyEmailOptions {
  /** The first half of the codes of errors, such as `sendgrid`. */
  readonly provider: string;
  readonly sender: EmailSender;
}

/**
 * Makes a message ready for a provider with an API, or says why none would take it: `address-invalid`, `sender-invalid`,
 * `header-refused`. The text part follows from the HTML where there is none.
 * @example
 * const ready = readyEmail(message, { provider: 'sendgrid', sender: config });
 * if ('error' in ready) return { status: 'failed', error: ready.error };
 */
export function readyEmail(
  { to: recipient, from, content, headers = {} }: OutgoingMessage<'email'>,
  { provider, sender }: ReadyEmailOptions,
): { readonly email: ReadyEmail } | { readonly error: SendError } {
  const refused = (error: Pick<SendError, 'class' | 'code' | 'detail'>) => ({
    error: { ...error, code: `${provider}.${error.code}` },
  });
  const to = wireAddress(recipient);
  if (to === undefined) {
    const detail = 'The recipient is no address that an email can go to.';
    return refused({ class: 'rejected-recipient', code: 'address-invalid', detail });
  }
  const named = from ? senderOf(from) : ownSenderOf(sender);
  if (!named) {
    const detail = 'The sender is no address that an email can come from.';
    return refused({ class: 'permanent', code: 'sender-invalid', detail });
  }
  const wrong = Object.keys(headers).find((name) => !HEADER_NAME.test(name) || OWN_HEADERS.test(name));
  if (wrong !== undefined) {
    const detail = `The header '${oneLine(wrong)}' may not be set.`;
    return refused({ class: 'permanent', code: 'header-refused', detail });
  }
  const { subject, html, text = textOf(html) } = content;
  return {
    email: {
      ...named,
      to,
      subject: oneLine(subject),
      html,
      text,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)])),
    },
  };
}

function ownSenderOf({ from, replyTo }: EmailSender): Pick<ReadyEmail, 'from' | 'replyTo'> | undefined {
  return senderOf({ ...from, ...(replyTo !== undefined && { replyTo }) });
}

function senderOf({
  name = '',
  address: given,
  replyTo: answersTo = '',
}: ChannelSenders['email']): Pick<ReadyEmail, 'from' | 'replyTo'> | undefined {
  const address = wireAddress(given);
  if (address === undefined) return undefined;
  const shown = oneLine(name);
  const replyTo = wireAddress(answersTo);
  return {
    from: { address, ...(shown !== '' && { name: shown }) },
    ...(replyTo !== undefined && { replyTo }),
  };
}
