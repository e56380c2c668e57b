import library, { type Pdu, type Session as WireSession } from 'smpp';

/**
 * The library would read and write texts and times by itself: texts by a guess at their alphabet that loses what it does
 * not know. Without its filters a field is what stands on the wire, and what it means is said in `alphabets.ts`.
 */
for (const { params = {} } of Object.values(library.commands)) {
  for (const field of Object.values(params)) delete field.filter;
}
delete library.tlvs['message_payload']?.filter;

/** What is said of a single request or answer. */
export type Fields = Readonly<Record<string, unknown>>;

export type { Pdu, Session as WireSession } from 'smpp';
export const { PDU } = library;

export function connect(options: Fields): WireSession {
  return library.connect(options);
}

export function pduOf(command: string, fields: Fields = {}): Pdu {
  return new PDU(command, fields);
}

/** A field of octets; empty where it is not there. */
export function octetsOf(pdu: Fields, name: string): Buffer {
  const value = pdu[name];
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

export function numberIn(pdu: Fields, name: string): number | undefined {
  const value = pdu[name];
  return typeof value === 'number' ? value : undefined;
}

export function textIn(pdu: Fields, name: string): string | undefined {
  const value = pdu[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Where the text of a message stands: in its own field, or beside it. */
export function bodyOf(pdu: Fields): Buffer {
  const short = octetsOf(pdu, 'short_message');
  return short.length > 0 ? short : octetsOf(pdu, 'message_payload');
}

export const OK = 0;
/** Answers to what comes in: to be sent again later. */
export const TEMPORARY_APPLICATION_ERROR = 0x64;
export const UDH = 0x40;
