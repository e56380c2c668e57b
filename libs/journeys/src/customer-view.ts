import { channelsInOrder, consentFor, type Customer, zoneOf, isReachableOn } from '@parcours/audience';
import type { CustomerView } from '@parcours/engine';

/** A stored customer as the engine sees them. */
export function customerViewOf({ externalId, traits, profile }: Customer): CustomerView {
  const { locale } = traits;
  return {
    id: externalId,
    traits,
    // Looked up by who asks: a phone number takes time to read.
    get timezone() {
      return zoneOf(traits)?.name;
    },
    locale: typeof locale === 'string' ? locale : undefined,
    devices: profile.devices,
    consent: (channel, topic) => consentFor(profile.consents, channel, topic),
    reachable: (channel) => isReachableOn(channel, { traits, profile }),
    preferredChannels: channelsInOrder(traits, profile.channels),
  };
}
