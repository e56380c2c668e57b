import { comparableEmail, isEmailAddress } from '../contacts/email-address.rules.js';
import { toE164 } from '../contacts/phone-number.rules.js';

/** Channels that use phone numbers. */
const PHONE_CHANNELS = new Set(['sms', 'voice', 'whatsapp', 'rcs']);

const LONGEST = 254;

/** An address in the form that suppressions are compared in; `undefined` where it cannot be one of the channel. */
export function suppressible(channel: string, text: string): string | undefined {
  const address = text.trim();
  if (channel === 'email') return isEmailAddress(address) ? comparableEmail(address) : undefined;
  if (PHONE_CHANNELS.has(channel)) return toE164(address);
  return address !== '' && address.length <= LONGEST ? address : undefined;
}

/**
 * What stands in the list in place of the address of somebody who was erased. No channel has addresses that begin like
 * this, and nobody can make up what follows.
 */
export function suppressedPseudonym(pseudonym: string): string {
  return `erased:${pseudonym}`;
}
