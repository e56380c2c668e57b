import type { ChannelStandings } from '../channels/channel-standing.rules.js';
import type { ConsentStates } from '../consents/consent.js';

/** A device that push messages can reach. */
export interface Device {
  readonly token: string;
  readonly platform: 'ios' | 'android' | 'web';
  /** Which of your apps, where there are several. */
  readonly app?: string;
}

/**
 * What is known of a customer beside the traits. The first email, the first phone, the language and the zone are
 * traits, because events bring them; only what goes further is here.
 */
export interface Profile {
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly devices?: readonly Device[];
  readonly tags?: readonly string[];
  /** By channel and topic, as of the last change; the history is in a table of its own. */
  readonly consents?: ConsentStates;
  /** What reactions to messages tell of the channels. */
  readonly channels?: ChannelStandings;
}

export const EMPTY_PROFILE: Profile = {};

export const DEVICE_PLATFORMS = ['ios', 'android', 'web'] as const;

/** As it is stored: null where there is nothing, which is what most customers have. */
export function writeProfile(profile: Profile): string | null {
  const members: Readonly<Record<string, object | undefined>> = { ...profile };
  const kept = Object.keys(members).filter((name) => !isNothing(members[name]));
  if (kept.length === 0) return null;
  return JSON.stringify(Object.fromEntries(kept.map((name) => [name, members[name]])));
}

export function readProfile(text: string | null): Profile {
  return text === null ? EMPTY_PROFILE : (JSON.parse(text) as Profile);
}

function isNothing(value: object | undefined): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
