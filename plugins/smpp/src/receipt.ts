import { type Fields, numberIn, octetsOf, textIn } from './protocol.js';

/** `message_state` in the words of a receipt. */
const STATES = [
  'SCHEDULED',
  'ENROUTE',
  'DELIVRD',
  'EXPIRED',
  'DELETED',
  'UNDELIV',
  'ACCEPTD',
  'UNKNOWN',
  'REJECTD',
];

const RECEIPT = 0x04;
const KINDS = 0x3c;

/** What became of a message, as its SMSC tells. */
export interface Receipt {
  /** As it was answered when the message was handed over, or as the SMSC writes it in receipts. */
  readonly id: string;
  /** Such as `DELIVRD`. */
  readonly state: string;
  /** The SMSC's or the network's own code, such as `000` or `21b`. */
  readonly error?: string;
  /** Where the phone network has said that nobody has this number. */
  readonly isUnknownNumber: boolean;
}

/** What a message that comes in is, by `esm_class`; `other` are acknowledgements and notices on the way. */
export function kindOf(pdu: Fields, body: Buffer): 'text' | 'receipt' | 'other' {
  const kind = (numberIn(pdu, 'esm_class') ?? 0) & KINDS;
  if (kind === RECEIPT) return 'receipt';
  if (kind !== 0) return 'other';
  // Some say it by the text alone.
  const isUnmarked =
    textIn(pdu, 'receipted_message_id') !== undefined || /^id:\S+ sub:\d/.test(body.toString('latin1'));
  return isUnmarked ? 'receipt' : 'text';
}

/** Optional parameters are believed before the text. `undefined` where neither says what became of which message. */
export function receiptOf(pdu: Fields, body: Buffer): Receipt | undefined {
  const text = body.toString('latin1');
  const said = (name: string): string | undefined =>
    new RegExp(`(?:^|\\s)${name}:(\\S+)`, 'i').exec(text)?.[1];
  const number = numberIn(pdu, 'message_state');
  const id = textIn(pdu, 'receipted_message_id') ?? said('id');
  const state = (number === undefined ? undefined : STATES[number]) ?? said('stat')?.toUpperCase();
  if (id === undefined || state === undefined) return undefined;
  const network = octetsOf(pdu, 'network_error_code');
  const ofNetwork = network.length === 3 ? network.readUInt16BE(1) : undefined;
  const error = said('err') ?? (ofNetwork === undefined ? undefined : String(ofNetwork));
  return { id, state, ...(error !== undefined && { error }), isUnknownNumber: isUnknown(network) };
}

const GSM = 3;
/** 3GPP TS 29.002, 17.6.6: unknown subscriber. */
const UNKNOWN_SUBSCRIBER = 1;

function isUnknown(network: Buffer): boolean {
  return network.length === 3 && network[0] === GSM && network.readUInt16BE(1) === UNKNOWN_SUBSCRIBER;
}
