import type { SendError } from '@parcours/sdk';

type Meaning = Pick<SendError, 'class' | 'code' | 'retryAfterMs' | 'outage'>;

/** SMPP has no way to say how long; whoever sends too fast is let in again within a second. */
const SLOWER_MS = 1_000;
const VENDORS_FROM = 0x400;

const misconfigured = (name: string): Meaning => ({ class: 'misconfigured', code: `smpp.${name}` });
const permanent = (name: string): Meaning => ({ class: 'permanent', code: `smpp.${name}` });
const temporary = (name: string): Meaning => ({ class: 'temporary', code: `smpp.${name}` });
const throttled: Meaning = { class: 'throttled', code: 'smpp.throttled', retryAfterMs: SLOWER_MS };

/** What a `command_status` other than 0 means; those of SMPP 3.4 that are not listed refuse the message. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  0x01: permanent('too-long'),
  0x04: misconfigured('wrong-bind'),
  // Another process may hold the one session that the account has.
  0x05: temporary('already-bound'),
  0x08: temporary('unavailable'),
  0x0a: misconfigured('sender-refused'),
  0x0b: { class: 'rejected-recipient', code: 'smpp.invalid-number' },
  0x0d: { ...temporary('bind-failed'), outage: true },
  0x0e: misconfigured('not-authorised'),
  0x0f: misconfigured('not-authorised'),
  0x14: throttled,
  0x15: misconfigured('service-type-refused'),
  0x45: temporary('submit-failed'),
  0x48: misconfigured('sender-refused'),
  0x49: misconfigured('sender-refused'),
  0x50: permanent('invalid-number'),
  0x51: permanent('invalid-number'),
  0x53: misconfigured('not-authorised'),
  0x58: throttled,
  0x64: temporary('unavailable'),
  0xc0: permanent('parameter-refused'),
  0xc1: permanent('parameter-refused'),
  0xc2: permanent('parameter-refused'),
  0xc3: permanent('parameter-refused'),
  0xc4: permanent('parameter-refused'),
  0xfe: temporary('submit-failed'),
  0xff: temporary('submit-failed'),
};

/** What the SMSC means by the status of its answer. Those of vendors are tried again: nobody knows what they say. */
export function errorOfStatus(status: number): SendError {
  const meaning =
    MEANINGS[status] ?? (status >= VENDORS_FROM ? temporary('submit-failed') : permanent('refused'));
  const digits = status.toString(16).toUpperCase().padStart(8, '0');
  return { ...meaning, detail: `The SMSC answered with the status 0x${digits}.` };
}
