import { DEFAULT_CODING, encoded } from './alphabets.js';
import { type Fields, octetsOf, numberIn, UDH } from './protocol.js';

/** How a long text is sent: each part with a header of its own, with optional parameters, or whole. */
export type Concatenation = 'udh' | 'sar' | 'payload';

/** Octets of a message in one part, and of a part of several; a septet is an octet here. */
const ROOM = { default: { single: 160, part: 153 }, other: { single: 140, part: 134 } };
const MOST_PARTS = 255;
/** What a library of the other side reads of one request, with room for its other fields. */
const LONGEST_PAYLOAD = 16_000;

/** The fields of each `submit_sm` of a text; `undefined` where it is too long to be sent. */
export function partsOf(
  text: string,
  { concatenation, reference }: { readonly concatenation: Concatenation; readonly reference: number },
): readonly Fields[] | undefined {
  const { coding: data_coding, letters } = encoded(text);
  const room = data_coding === DEFAULT_CODING ? ROOM.default : ROOM.other;
  const whole = Buffer.concat(letters);
  if (whole.length <= room.single) return [{ data_coding, short_message: whole }];
  if (concatenation === 'payload') {
    return whole.length > LONGEST_PAYLOAD ? undefined : [{ data_coding, message_payload: whole }];
  }
  const parts = cut(letters, room.part);
  if (parts.length > MOST_PARTS) return undefined;
  return parts.map((octets, at): Fields => {
    const [total, number] = [parts.length, at + 1];
    if (concatenation === 'sar') {
      const place = { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: number };
      return { data_coding, short_message: octets, ...place };
    }
    const header = Buffer.from([5, 0, 3, reference, total, number]);
    return { data_coding, esm_class: UDH, short_message: Buffer.concat([header, octets]) };
  });
}

/** No letter is cut in two. */
function cut(letters: readonly Buffer[], room: number): readonly Buffer[] {
  const parts: Buffer[][] = [];
  let used = Infinity;
  for (const letter of letters) {
    if (used + letter.length > room) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(letter);
    used += letter.length;
  }
  return parts.map((part) => Buffer.concat(part));
}

/** Which part of a text something is. */
export interface Place {
  readonly reference: number;
  readonly total: number;
  /** From 1. */
  readonly number: number;
}

export interface PlacedText {
  readonly octets: Buffer;
  /** Left out where it is the whole text. */
  readonly place?: Place;
}

/** Takes the header off a text that came in, and reads which part it is (3GPP TS 23.040, 9.2.3.24). */
export function placedText(body: Buffer, pdu: Fields): PlacedText {
  const length = 1 + (body[0] ?? 0);
  const isMarked =
    ((numberIn(pdu, 'esm_class') ?? 0) & UDH) !== 0 && octetsOf(pdu, 'short_message').length > 0;
  const hasHeader = isMarked && length <= body.length;
  const end = hasHeader ? length : 0;
  const octets = body.subarray(end);
  const place = hasHeader ? placeIn(body.subarray(1, end)) : placeBeside(pdu);
  return place && isSound(place) ? { octets, place } : { octets };
}

/** Elements of a header: what it is, how long, and so many octets. */
function placeIn(header: Buffer): Place | undefined {
  for (let at = 0; at + 1 < header.length; at += 2 + (header[at + 1] ?? 0)) {
    const [kind, length] = [header[at], header[at + 1]];
    const [a = 0, b = 0, c = 0, d = 0] = header.subarray(at + 2);
    if (kind === 0 && length === 3) return { reference: a, total: b, number: c };
    if (kind === 8 && length === 4) return { reference: a * 256 + b, total: c, number: d };
  }
  return undefined;
}

function placeBeside(pdu: Fields): Place | undefined {
  const reference = numberIn(pdu, 'sar_msg_ref_num');
  const total = numberIn(pdu, 'sar_total_segments');
  const number = numberIn(pdu, 'sar_segment_seqnum');
  if (reference === undefined || total === undefined || number === undefined) return undefined;
  return { reference, total, number };
}

function isSound({ total, number }: Place): boolean {
  return total > 1 && number >= 1 && number <= total;
}
