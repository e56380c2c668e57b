import type { JsonObject } from '@parcours/kernel';

import { EVERY } from '../consents/consent.js';
import { consentFor } from '../consents/consent.rules.js';
import { isEmailAddress } from '../contacts/email-address.rules.js';
import type { Profile } from '../customers/profile.js';

const PHONE_CHANNELS = ['sms', 'voice', 'whatsapp', 'rcs'];

/** True where there is an address for a channel, and the channel as a whole is not refused. */
export function isReachableOn(
  channel: string,
  { traits, profile }: { readonly traits: JsonObject; readonly profile: Profile },
): boolean {
  return hasAddress(channel, traits, profile) && consentFor(profile.consents, channel, EVERY) !== 'denied';
}

function hasAddress(channel: string, traits: JsonObject, { devices = [] }: Profile): boolean {
  if (channel === 'email') return isEmailAddress(traits['email']);
  if (PHONE_CHANNELS.includes(channel)) {
    const { phone } = traits;
    return typeof phone === 'string' && /^\+[1-9]\d{6,14}$/.test(phone);
  }
  if (channel === 'push') return devices.some(({ platform }) => platform !== 'web');
  return channel === 'web-push' && devices.some(({ platform }) => platform === 'web');
}
