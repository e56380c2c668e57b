import { formatInstant } from '@parcours/kernel';

import { zoneOf } from '../contacts/time-zone.rules.js';
import type { Customer } from './customer.js';
import { listed } from './customer-input.rules.js';

/** What an answer needs to know of the workspace. */
export interface PresenterSettings {
  readonly timezone: string;
}

/** A customer as REST shows one. */
export function presentCustomer(customer: Customer, { timezone }: PresenterSettings) {
  const { externalId, kind, traits, profile, lane, revision, createdAt, updatedAt } = customer;
  return {
    id: externalId,
    kind,
    traits,
    emails: listed(traits['email'], profile.emails),
    phones: listed(traits['phone'], profile.phones),
    devices: profile.devices ?? [],
    locale: typeof traits['locale'] === 'string' ? traits['locale'] : null,
    timezone: zoneOf(traits) ?? { name: timezone, source: 'default' },
    tags: profile.tags ?? [],
    lane,
    revision,
    createdAt: formatInstant(createdAt),
    updatedAt: formatInstant(updatedAt),
  };
}
