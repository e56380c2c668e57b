import { oneLine } from '@parcours/sdk/email';

import { encodeBody } from './mime-body.js';
import { mailboxHeader, textHeader } from './mime-header.js';

/** What is the same for every message of one connector. */
export interface Sender {
  readonly name?: string;
  /** In wire form. */
  readonly address: string;
  readonly replyTo?: string;
}

export interface MailParts {
  readonly id: string;
  /** In wire form. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds since the Unix epoch. */
  readonly sentAt: number;
}

/** A header that the caller may not set, or that is no header. */
export class RefusedHeader extends Error {}

// "=_" occurs in no quoted-printable and in no base64 body, so the boundary never does either (RFC 2045 section 6.7).
const BOUNDARY = '=_parcours_alternative';

const OWN_HEADERS =
  /^(from|sender|to|cc|bcc|subject|date|message-id|reply-to|mime-version|x-parcours-message|return-path|content-.*|resent-.*)$/i;

/**
 * Writes messages of one sender in the form of RFC 5322: multipart/alternative, UTF-8, 7 bit on the wire. Nodemailer
 * is handed the finished text, because its own composing costs three times as much.
 */
export class MailComposer {
  private readonly senderHeaders: string;
  private readonly domain: string;

  constructor(sender: Sender) {
    const replyTo =
      sender.replyTo === undefined ? '' : mailboxHeader('Reply-To', { address: sender.replyTo });
    this.senderHeaders = mailboxHeader('From', sender) + replyTo;
    this.domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  }

  /** The same for every attempt, so that receivers can tell a repeated message. */
  messageId(id: string): string {
    return `<${safeId(id)}@${this.domain}>`;
  }

  /** The id of the message that has this Message-ID; `undefined` where it is none of this sender's. */
  idOf(messageId: string): string | undefined {
    const [, id, domain] = /^<?([A-Za-z0-9_-]{1,200})@([^@>\s]+)>?$/.exec(messageId.trim()) ?? [];
    return domain?.toLowerCase() === this.domain.toLowerCase() ? id : undefined;
  }

  /** @throws RefusedHeader */
  compose(mail: MailParts): string {
    return (
      this.senderHeaders +
      mailboxHeader('To', { address: mail.to }) +
      textHeader('Subject', mail.subject) +
      `Date: ${new Date(mail.sentAt).toUTCString().replace('GMT', '+0000')}\r\n` +
      `Message-ID: ${this.messageId(mail.id)}\r\n` +
      `X-Parcours-Message: ${safeId(mail.id)}\r\n` +
      additionalHeaders(mail.headers) +
      `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n` +
      part('plain', mail.text) +
      part('html', mail.html) +
      `--${BOUNDARY}--\r\n`
    );
  }
}

function part(subtype: 'plain' | 'html', content: string): string {
  const { encoding, text } = encodeBody(content);
  return (
    `--${BOUNDARY}\r\nContent-Type: text/${subtype}; charset=utf-8\r\n` +
    `Content-Transfer-Encoding: ${encoding}\r\n\r\n${text}\r\n`
  );
}

function additionalHeaders(headers: Readonly<Record<string, string>> | undefined): string {
  if (!headers) return '';
  let lines = '';
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,75}$/.test(name) || OWN_HEADERS.test(name)) {
      throw new RefusedHeader(`the header '${oneLine(name)}' may not be set`);
    }
    lines += textHeader(name, value);
  }
  return lines;
}

/** Percent-encodes what may not stand in a Message-ID (RFC 5322 section 3.6.4, dot-atom without its rarer signs). */
function safeId(id: string): string {
  return /^[A-Za-z0-9_-]{1,200}$/.test(id) ? id : percentEncoded(id);
}

function percentEncoded(id: string): string {
  return [...Buffer.from(id)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9_-]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('')
    .slice(0, 600);
}
