import type { SendError } from '@parcours/sdk';

type Meaning = Pick<SendError, 'class' | 'code' | 'outage'>;

const misconfigured = (name: string): Meaning => ({ class: 'misconfigured', code: `vonage.${name}` });
const permanent = (name: string): Meaning => ({ class: 'permanent', code: `vonage.${name}` });
const rejected = (name: string): Meaning => ({ class: 'rejected-recipient', code: `vonage.${name}` });
const throttled: Meaning = { class: 'throttled', code: 'vonage.throttled' };

/** What the status of a part means. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  1: throttled,
  2: permanent('incomplete'),
  3: permanent('invalid'),
  4: misconfigured('not-authorised'),
  5: { class: 'temporary', code: 'vonage.unavailable' },
  6: permanent('no-route'),
  7: rejected('number-barred'),
  8: misconfigured('account-barred'),
  9: misconfigured('no-credit'),
  10: throttled,
  11: misconfigured('not-enabled'),
  12: permanent('too-long'),
  14: misconfigured('not-authorised'),
  15: misconfigured('sender-refused'),
  22: permanent('no-route'),
  23: misconfigured('callback-refused'),
  29: permanent('trial-account'),
  32: misconfigured('not-authorised'),
  33: rejected('number-gone'),
};

/** The status of a part that was not taken, in Vonage's words. */
export function errorOfPart(status: string, words: unknown): SendError {
  const detail = `${status}: ${typeof words === 'string' ? words : 'no words'}`;
  return { ...(MEANINGS[status] ?? permanent('refused')), detail };
}

/** Bounces by the `err-code` of a receipt: numbers that nobody has, and senders or texts that are not let through. */
const HARD = ['3', '9'];
const POLICY = ['6', '10', '13', '39', '50', '51', '52', '53', '54'];

/** What the `err-code` of an undelivered message says about the address; `soft` for all that passes. */
export function bounceOf(code: string): 'hard' | 'soft' | 'policy' {
  if (HARD.includes(code)) return 'hard';
  return POLICY.includes(code) ? 'policy' : 'soft';
}
