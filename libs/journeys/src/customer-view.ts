import { channelsInOrder, consentFor, type Customer, zoneOf, isReachableOn } from '@parcours/audience';
import type { CustomerView } from '@parcours/engine';
import { localeOf } from '@parcours/kernel';

/** A stored customer as the engine sees them. */
export function customerViewOf({ externalId, traits, profile }: Customer): CustomerView {
  return {
    id: externalId,
    traits,
    // Looked up by who asks: a phone number takes time to read.
    get timezone() {
      return zoneOf(traits)?.name;
    },
    locale: localeOf(traits['locale']),
    devices: profile.devices,
    consent: (channel, topic) => consentFor(profile.consents, channel, topic),
    reachable: (channel) => isReachableOn(channel, { traits, profile }),
    preferredChannels: channelsInOrder(traits, profile.channels),
  };
}
