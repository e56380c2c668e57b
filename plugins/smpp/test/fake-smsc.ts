import type { AddressInfo } from 'node:net';

import { type FakeBehaviour, type FakeProvider, type ReceivedMessage, remember } from '@parcours/sdk/testing';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import library from 'smpp';

import { bodyOf, type Fields, type Pdu, pduOf, type WireSession } from '../src/protocol.js';

const ACCOUNT = { system_id: 'belvedere', password: 'pass-of-smpp' };

/** Numbers that stand for the status that a message to them is answered with. */
export const REFUSED: Readonly<Record<string, number>> = {
  '15005550001': 0x0b,
  '15005550002': 0x45,
  '15005550003': 0x14,
  '15005550004': 0x08,
  '15005550005': 0x0a,
  '15005550006': 0x1234,
  '15005550007': 0x66,
};

/** What an operator takes of a `submit_sm`, in our own words. */
const SUBMIT: AnySchemaObject = {
  type: 'object',
  properties: {
    source_addr: { type: 'string', pattern: '^([0-9]{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ._&-]{1,11})$' },
    destination_addr: { type: 'string', pattern: '^[1-9][0-9]{6,14}$' },
    dest_addr_ton: { const: 1 },
    dest_addr_npi: { const: 1 },
    data_coding: { enum: [0, 8] },
    esm_class: { enum: [0, 0x40] },
    registered_delivery: { enum: [0, 1, 2] },
    sar_total_segments: { type: 'integer', minimum: 2, maximum: 255 },
  },
  oneOf: [
    { properties: { source_addr_ton: { const: 5 }, source_addr: { pattern: '[A-Za-z]' } } },
    { properties: { source_addr_ton: { enum: [0, 1, 3] }, source_addr: { pattern: '^[0-9]+$' } } },
  ],
};
const STATUS_OF: Readonly<Record<string, number>> = {
  '/source_addr': 0x0a,
  '/destination_addr': 0x0b,
  '/esm_class': 0x43,
  '/dest_addr_ton': 0x50,
  '/dest_addr_npi': 0x51,
};
const ajv = new Ajv2020({ allErrors: true, strict: false });

export interface SmscOptions {
  /** A key and a certificate, for TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** An SMSC with one account, on loopback. */
export class FakeSmsc implements FakeProvider {
  readonly refusedAddress = '+15005550001';
  /** Every `submit_sm` that was taken. */
  readonly taken: Pdu[] = [];
  /** Every command that was heard, binds included. */
  readonly heard: string[] = [];
  readonly bound: WireSession[] = [];
  /** The most requests that were unanswered at once. */
  mostAtOnce = 0;
  /** How long each answer takes, in milliseconds. */
  answerMs = 0;
  /** What every bind is answered with, from now on. */
  bindStatus = 0;
  private behaviour: FakeBehaviour = 'normal';
  private unanswered = 0;
  /** Of all messages that were taken. */
  private count = 0;
  private readonly server;

  private constructor({ tls }: SmscOptions) {
    this.server = library.createServer({ ...tls }, (session) => {
      this.accept(session);
    });
  }

  static async start(options: SmscOptions = {}): Promise<FakeSmsc> {
    const fake = new FakeSmsc(options);
    await new Promise<void>((listening) => {
      fake.server.listen(0, '127.0.0.1', listening);
    });
    return fake;
  }

  get config() {
    const { port } = this.server.address() as AddressInfo;
    const { system_id: systemId, password } = ACCOUNT;
    return { host: '127.0.0.1', port, systemId, password, from: 'BELVEDERE', timeoutMs: 2_000 };
  }

  get wrongConfig() {
    return { ...this.config, password: 'pass-of-yesterday' };
  }

  /** Whole texts; a text whose parts are not all there yet is none. */
  received(): readonly ReceivedMessage[] {
    const texts = new Map<string, { to: string; left: number; parts: Buffer[]; coding: unknown }>();
    for (const pdu of this.taken) {
      const { reference, total, number, octets } = partOf(pdu);
      const to = `+${String(pdu['destination_addr'])}`;
      const key = total === 1 ? String(texts.size) : `${to} ${String(reference)}`;
      const text = texts.get(key) ?? { to, left: total, parts: [], coding: pdu['data_coding'] };
      text.parts[number - 1] = octets;
      texts.set(key, { ...text, left: text.left - 1 });
    }
    return [...texts.values()]
      .filter(({ left }) => left === 0)
      .map(({ to, parts, coding }) => {
        const { ASCII, UCS2 } = library.encodings;
        return { to, content: (coding === 8 ? UCS2 : ASCII).decode(Buffer.concat(parts)) };
      });
  }

  behave(behaviour: FakeBehaviour): void {
    this.behaviour = behaviour;
    if (behaviour === 'outage') this.breakOff();
  }

  /** Ends every connection without a word. */
  breakOff(): void {
    for (const session of [...this.server.sessions]) session.destroy();
  }

  /** Sends something over the newest session; answers the status that it was answered with. */
  deliver(fields: Fields, command = 'deliver_sm'): Promise<number> {
    const session = this.bound.at(-1);
    if (!session) throw new Error('nobody is bound');
    return new Promise((resolve) => {
      session.send(pduOf(command, fields), ({ command_status: status }) => {
        resolve(status);
      });
    });
  }

  async stop(): Promise<void> {
    this.breakOff();
    await new Promise((closed) => {
      this.server.close(closed);
    });
  }

  private accept(session: WireSession): void {
    session.on('error', () => undefined);
    session.socket.setNoDelay(true);
    if (this.behaviour === 'outage') {
      session.destroy();
      return;
    }
    let isBound = false;
    session.on('close', () => {
      this.bound.splice(0, this.bound.length, ...this.bound.filter((each) => each !== session));
    });
    session.on('pdu', (pdu: Pdu) => {
      if (pdu.isResponse() || this.behaviour === 'hang') return;
      remember(this.heard, pdu.command);
      const status = isBound ? this.statusOf(pdu) : this.bindStatusOf(pdu);
      if (pdu.command.startsWith('bind_') && status === 0) {
        isBound = true;
        this.bound.push(session);
      }
      const id = pdu.command === 'submit_sm' ? { message_id: `id-${String(this.count)}` } : {};
      this.answer(session, pdu.response({ command_status: status, ...id }));
    });
  }

  private answer(session: WireSession, response: Pdu): void {
    this.unanswered += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.unanswered);
    setTimeout(() => {
      this.unanswered -= 1;
      session.send(response);
    }, this.answerMs).unref();
  }

  private bindStatusOf(pdu: Pdu): number {
    if (!pdu.command.startsWith('bind_')) return 0x04;
    if (this.bindStatus !== 0) return this.bindStatus;
    if (pdu['system_id'] !== ACCOUNT.system_id) return 0x0f;
    return pdu['password'] === ACCOUNT.password ? 0 : 0x0e;
  }

  private statusOf(pdu: Pdu): number {
    if (pdu.command.startsWith('bind_')) return 0x05;
    if (pdu.command !== 'submit_sm') return 0;
    if (this.behaviour === 'throttle') return 0x58;
    const status = REFUSED[String(pdu['destination_addr'])] ?? defectOf(pdu);
    if (status === 0) {
      this.count += 1;
      remember(this.taken, pdu);
    }
    return status;
  }
}

function defectOf(pdu: Pdu): number {
  if (!ajv.validate(SUBMIT, { ...pdu })) {
    const places = (ajv.errors ?? []).map(({ instancePath }) => STATUS_OF[instancePath]);
    return places.find((status) => status !== undefined) ?? 0x08;
  }
  const isPayload = pdu['message_payload'] !== undefined;
  const { octets, total } = partOf(pdu);
  const room = total > 1 ? [153, 134] : [160, 140];
  const most = pdu['data_coding'] === 8 ? room[1] : room[0];
  if (bodyOf(pdu).length > 254 && !isPayload) return 0x01;
  return !isPayload && octets.length > (most ?? 0) ? 0x01 : 0;
}

function partOf(pdu: Pdu) {
  const body = bodyOf(pdu);
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: number } = pdu;
  if (typeof total === 'number') return { reference, total, number: Number(number), octets: body };
  if (pdu['esm_class'] !== 0x40) return { reference: 0, total: 1, number: 1, octets: body };
  const [length = 0, , , ref, parts = 1, at = 1] = body;
  return { reference: ref, total: parts, number: at, octets: body.subarray(1 + length) };
}
