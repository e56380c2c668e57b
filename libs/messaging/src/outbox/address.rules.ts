import type { Addressee } from '../channels/channel.js';
import { addressOn } from '../channels/channels.js';

/** The customer's address on a channel; `undefined` when there is none that could work. */
export function addressFor(channel: string, customer: Addressee): string | undefined {
  return addressOn(channel, customer);
}
