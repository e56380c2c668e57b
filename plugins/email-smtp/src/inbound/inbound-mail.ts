import PostalMime from 'postal-mime';
import type { Attachment, Email } from 'postal-mime';

import { type BounceClass, bounceClass, statusIn } from './bounce-class.js';
import { addressIn, type Fields, fieldBlocks } from './report-fields.js';
import { newWords } from './reply-text.js';

/** One address that a message was not delivered to. */
export interface FailedRecipient {
  readonly address: string;
  readonly bounce: BounceClass;
  readonly status?: string | undefined;
  readonly detail: string;
}

/** What an incoming mail is. `about` are the Message-IDs that it names, the nearest first. */
export type InboundMail =
  | {
      readonly kind: 'bounce';
      readonly about: readonly string[];
      readonly recipients: readonly FailedRecipient[];
    }
  | { readonly kind: 'delivered'; readonly about: readonly string[] }
  | { readonly kind: 'complaint'; readonly about: readonly string[]; readonly feedback: string }
  | {
      readonly kind: 'reply';
      readonly about: readonly string[];
      readonly from: string;
      readonly subject: string;
      readonly text: string;
      readonly isAutomated: boolean;
    }
  /** A warning of a delay, a report about authentication, a mail without a sender. */
  | { readonly kind: 'nothing' };

const NOTHING: InboundMail = { kind: 'nothing' };
const COMPLAINTS = ['abuse', 'fraud', 'opt-out', 'opt-out-list', 'complaint'];
const LONGEST_DETAIL = 500;

/** Reads a mail that came to the address for bounces, complaints or replies (RFC 3464, RFC 5965, RFC 3834). */
export async function readInbound(raw: Uint8Array): Promise<InboundMail> {
  const mail = await PostalMime.parse(withoutMboxLine(raw), {
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  });
  const headers: Fields = new Map(mail.headers.map(({ key, value }) => [key, value]));
  const feedback = partOf(mail, 'message/feedback-report');
  if (feedback) return complaintIn(fieldBlocks(textOf(feedback))[0] ?? new Map(), mail);
  const status = partOf(mail, 'message/delivery-status');
  if (status) return reportIn(fieldBlocks(textOf(status)), mail);
  if (isFromMailer(headers)) return bounceInWords(headers, mail);
  return replyIn(headers, mail);
}

function complaintIn(report: Fields, mail: Email): InboundMail {
  const feedback = report.get('feedback-type')?.toLowerCase() ?? '';
  if (!COMPLAINTS.includes(feedback)) return NOTHING;
  return { kind: 'complaint', feedback, about: idsOf(returned(mail)) };
}

function reportIn(blocks: readonly Fields[], mail: Email): InboundMail {
  const about = idsOf(returned(mail));
  const of = blocks.filter((block) => block.has('action'));
  const recipients = of.flatMap((block): FailedRecipient[] => {
    const address = addressIn(block.get('original-recipient')) ?? addressIn(block.get('final-recipient'));
    if (block.get('action')?.toLowerCase() !== 'failed' || address === undefined) return [];
    const detail = block.get('diagnostic-code') ?? block.get('status') ?? '';
    const status = statusIn(block.get('status') ?? '');
    return [
      { address, status, bounce: bounceClass(status, detail), detail: detail.slice(0, LONGEST_DETAIL) },
    ];
  });
  if (recipients.length > 0) return { kind: 'bounce', about, recipients };
  const isDelivered = of.some((block) => block.get('action')?.toLowerCase() === 'delivered');
  return isDelivered ? { kind: 'delivered', about } : NOTHING;
}

/** Where the words that a mailer without reports writes for people end, and the message begins that came back. */
const COPY =
  /^-{2,}.*(?:copy of|original message|returned message|message follows).*$|^--- Below this line/im;

/** Mailers without reports write to people: the addresses and what the other side said stand in the text. */
function bounceInWords(headers: Fields, mail: Email): InboundMail {
  const [words = '', ...copy] = (mail.text ?? '').split(COPY);
  const named =
    headers.get('x-failed-recipients')?.split(',') ??
    [...words.matchAll(/^<([^<>\s]+@[^<>\s]+)>:/gm)].map(([, address = '']) => address);
  const recipients = named.flatMap((each): FailedRecipient[] => {
    const address = addressIn(each);
    if (address === undefined) return [];
    const said = words.slice(Math.max(words.indexOf(address), 0)).slice(0, LONGEST_DETAIL);
    const status = statusIn(said);
    return [{ address, status, bounce: bounceClass(status, said), detail: said.replace(/\s+/g, ' ').trim() }];
  });
  if (recipients.length === 0) return NOTHING;
  return { kind: 'bounce', recipients, about: idsOf(fieldBlocks(copy.join('\n').trimStart())[0]) };
}

function replyIn(headers: Fields, mail: Email): InboundMail {
  const { from } = mail;
  const address = from && 'address' in from ? from.address : undefined;
  if (address === undefined || !address.includes('@')) return NOTHING;
  const about = [mail.inReplyTo, ...(mail.references?.split(/\s+/).reverse() ?? [])];
  return {
    kind: 'reply',
    about: about.flatMap((id) => (id === undefined || id === '' ? [] : [id])),
    from: address,
    subject: mail.subject ?? '',
    text: newWords(mail.text ?? ''),
    isAutomated: isAutomatic(headers),
  };
}

/** As RFC 3834 has it, and as programs did it before. */
function isAutomatic(headers: Fields): boolean {
  const said = headers.get('auto-submitted')?.toLowerCase() ?? 'no';
  if (said !== 'no') return true;
  if (/^(?:bulk|auto_reply|junk|list)$/i.test(headers.get('precedence') ?? '')) return true;
  return ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list-id'].some((name) =>
    headers.has(name),
  );
}

function isFromMailer(headers: Fields): boolean {
  if (headers.has('x-failed-recipients')) return true;
  const isFromDaemon = /\b(?:mailer-daemon|postmaster)@/i.test(headers.get('from') ?? '');
  return isFromDaemon && headers.get('return-path')?.trim() === '<>';
}

/** The headers of the message that came back. */
function returned(mail: Email): Fields | undefined {
  const part =
    partOf(mail, 'message/rfc822') ??
    partOf(mail, 'text/rfc822-headers') ??
    partOf(mail, 'text/rfc822-header');
  return part && fieldBlocks(textOf(part))[0];
}

function idsOf(headers: Fields | undefined): string[] {
  return [headers?.get('message-id')].filter((id) => id !== undefined);
}

function partOf({ attachments }: Email, type: string): Attachment | undefined {
  return attachments.find(({ mimeType }) => mimeType.toLowerCase() === type);
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** Mail that is piped from a file begins with a line of its own. */
function withoutMboxLine(raw: Uint8Array): Uint8Array {
  if (new TextDecoder('latin1').decode(raw.subarray(0, 5)) !== 'From ') return raw;
  const end = raw.indexOf(10);
  return end === -1 ? raw : raw.subarray(end + 1);
}
