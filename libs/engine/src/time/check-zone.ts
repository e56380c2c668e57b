import type { Finding } from '@parcours/kernel';
import { CUSTOMER_ZONE } from './zone-choice.js';
import { isZone } from './zones.js';

/** A finding for a zone that does not exist; `at` is its JSON pointer. */
export function checkZone(timezone: string | undefined, at: string): Finding[] {
  if (timezone === undefined || timezone === CUSTOMER_ZONE || isZone(timezone)) return [];
  return [
    {
      code: 'journeys.unknown-timezone',
      severity: 'error',
      pointer: at,
      message: `There is no time zone '${timezone}'.`,
      suggestion: "Use an IANA name such as 'Europe/Paris', or 'customer'.",
    },
  ];
}
