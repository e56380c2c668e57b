import type { CallbackSubject, Deliver, MessageReaction, PluginLogger } from '@parcours/sdk';

import { decoded } from './alphabets.js';
import { type IncomingPart, LongTexts } from './long-texts.js';
import { bodyOf, type Fields, numberIn, OK, TEMPORARY_APPLICATION_ERROR, textIn } from './protocol.js';
import { kindOf, type Receipt, receiptOf } from './receipt.js';
import type { SmppConfig } from './smpp-config.js';
import { placedText } from './text-parts.js';

const INTERNATIONAL = 1;
/** An SMSC that keeps a window of its own goes on while the first part waits. */
const HOLD_MS = 3_000;

export interface IncomingParts {
  readonly config: SmppConfig;
  readonly logger: PluginLogger;
}

/** Makes receipts and replies of what the SMSC sends, and answers it when they are durable. */
export class Incoming {
  private deliver: Deliver | undefined;
  private readonly longTexts: LongTexts;

  constructor(
    private readonly parts: IncomingParts,
    holdMs = HOLD_MS,
  ) {
    this.longTexts = new LongTexts({ holdMs, tell: (texts) => this.tellText(texts) });
  }

  /** Until then everything is to be sent again later. */
  to(deliver: Deliver): void {
    this.deliver = deliver;
  }

  /** The status that the SMSC is answered. */
  async take(pdu: Fields): Promise<number> {
    if (!this.deliver) return TEMPORARY_APPLICATION_ERROR;
    try {
      await this.read(pdu, this.deliver);
      return OK;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'unknown';
      this.parts.logger.warn('what came in could not be kept, the SMSC sends it again', { reason });
      return TEMPORARY_APPLICATION_ERROR;
    }
  }

  private async read(pdu: Fields, deliver: Deliver): Promise<void> {
    const body = bodyOf(pdu);
    const kind = kindOf(pdu, body);
    if (kind === 'other') return;
    if (kind === 'receipt') {
      const receipt = receiptOf(pdu, body);
      if (receipt) await deliver(this.told(receipt, pdu));
      else this.parts.logger.warn('a receipt cannot be read', { octets: body.length });
      return;
    }
    const { octets, place } = placedText(body, pdu);
    const [from, to] = [addressOf(pdu, 'source'), textIn(pdu, 'destination_addr') ?? ''];
    const part = { from, to, octets, coding: numberIn(pdu, 'data_coding') ?? 0 };
    if (place) await this.longTexts.take({ ...part, place });
    else await this.tellText([part]);
  }

  private told(receipt: Receipt, pdu: Fields): Parameters<Deliver>[0] {
    const { id: written, state } = receipt;
    const providerId = answeredId(written, this.parts.config.receiptIds);
    const id = `${providerId}.${state}`.slice(-200);
    const reaction = this.reactionOf(receipt, { providerId, id });
    // A receipt comes from the number that the message went to.
    const address = addressOf(pdu, 'source');
    return { status: 'accepted', id, reactions: reaction ? [{ ...reaction, address }] : [] };
  }

  private reactionOf(receipt: Receipt, subject: CallbackSubject): MessageReaction | undefined {
    const { state, error, isUnknownNumber } = receipt;
    if (state === 'DELIVRD') return { kind: 'delivered', ...subject };
    if (!['EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD'].includes(state)) return undefined;
    const isGone =
      isUnknownNumber || (error !== undefined && this.parts.config.unknownNumberErrors.includes(error));
    const bounce = isGone ? 'hard' : state === 'REJECTD' ? 'policy' : 'soft';
    const code = error === undefined ? state : `${state} ${error}`;
    return { kind: 'bounced', ...subject, bounce, code, detail: `The SMSC says ${code}.` };
  }

  /** Octets are joined before they are read: a letter may be cut between two parts by others than us. */
  private async tellText(parts: readonly Omit<IncomingPart, 'place'>[]): Promise<void> {
    const [first] = parts;
    if (!first || !this.deliver) throw new Error('nobody listens');
    const text = decoded(Buffer.concat(parts.map(({ octets }) => octets)), first.coding);
    if (text === undefined) {
      this.parts.logger.warn('a message is no text', { coding: first.coding });
      return;
    }
    await this.deliver({ status: 'accepted', replies: [{ from: first.from, text }] });
  }
}

/** Numbers in E.164; what is none stays as it is. */
function addressOf(pdu: Fields, which: 'source'): string {
  const address = textIn(pdu, `${which}_addr`) ?? '';
  const isInternational = numberIn(pdu, `${which}_addr_ton`) === INTERNATIONAL || /^\d{11,15}$/.test(address);
  return isInternational && /^\d{7,15}$/.test(address) ? `+${address}` : address;
}

/** The id as it was answered, of one that a receipt writes in other digits. */
function answeredId(id: string, written: SmppConfig['receiptIds']): string {
  if (written === 'decimal' && /^\d+$/.test(id)) return BigInt(id).toString(16);
  if (written === 'hexadecimal' && /^[0-9a-f]+$/i.test(id)) return BigInt(`0x${id}`).toString(10);
  return id;
}
