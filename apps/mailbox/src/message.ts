import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';

/** One received mail, parsed. */
export interface MailboxMessage {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly receivedAt: string;
  /** Who spoke to the SMTP server; the headers may say otherwise. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly MailboxAttachment[];
  readonly raw: string;
  /** Bytes of the whole mail. */
  readonly size: number;
}

export interface MailboxAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface Arrival {
  readonly id: string;
  readonly receivedAt: Date;
  readonly envelope: MailboxMessage['envelope'];
  readonly raw: Buffer;
}

export async function parseMessage({ id, receivedAt, envelope, raw }: Arrival): Promise<MailboxMessage> {
  const email = await PostalMime.parse(raw);
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    envelope,
    from: email.from ? addressText(email.from) : envelope.from,
    to: email.to?.map(addressText) ?? envelope.to,
    cc: email.cc?.map(addressText) ?? [],
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: email.attachments.map(attachment),
    raw: raw.toString('utf8'),
    size: raw.length,
  };
}

function attachment({ filename, mimeType, content }: Attachment, at: number): MailboxAttachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  return { name: filename ?? `attachment-${at + 1}`, type: mimeType, content: bytes };
}

function addressText({ name, address, group }: Address): string {
  if (group) return `${name}: ${group.map(addressText).join(', ')}`;
  return name ? `${name} <${address}>` : address;
}
