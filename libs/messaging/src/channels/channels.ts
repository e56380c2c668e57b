import type { ChannelName } from '@parcours/sdk';

import type { Addressee, Channel } from './channel.js';
import { EMAIL_CHANNEL } from './email.channel.js';
import { LETTER_CHANNEL } from './letter.channel.js';
import {
  CHAT_CHANNEL,
  PUSH_CHANNEL,
  SMS_CHANNEL,
  WEB_PUSH_CHANNEL,
  WEBHOOK_CHANNEL,
} from './text-channels.js';

/** Every channel that messages are written for. What the platform knows of one stands with it, and nowhere else. */
export const CHANNELS: readonly Channel[] = [
  EMAIL_CHANNEL,
  SMS_CHANNEL,
  PUSH_CHANNEL,
  WEB_PUSH_CHANNEL,
  CHAT_CHANNEL,
  WEBHOOK_CHANNEL,
  LETTER_CHANNEL,
];

const BY_NAME = new Map<string, Channel>(CHANNELS.map((channel) => [channel.name, channel]));

/** The channel of a name; `undefined` where nobody knows it. */
export function channelOf(name: string): Channel | undefined {
  return BY_NAME.get(name);
}

export function isChannelName(name: string): name is ChannelName {
  return BY_NAME.has(name);
}

/** Where a customer is reached on a channel; `undefined` where nowhere. */
export function addressOn(channel: string, customer: Addressee): string | undefined {
  return BY_NAME.get(channel)?.addressOf(customer);
}
