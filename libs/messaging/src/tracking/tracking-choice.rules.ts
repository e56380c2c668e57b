import { consentFor, type Customer } from '@parcours/audience';

/** What a template or a brand says of tracking; what is left out follows what is behind it. */
export interface TrackingDocument {
  readonly opens?: boolean;
  readonly clicks?: boolean;
  readonly imageProxies?: 'counted' | 'ignored';
}

/** What is tracked of one message. */
export interface TrackingChoice {
  readonly opens: boolean;
  readonly clicks: boolean;
  readonly countsProxies: boolean;
}

/** The topic by which customers refuse to be tracked on a channel, whatever templates say. */
export const TRACKING_TOPIC = 'tracking';

export const TRACKING_OFF: TrackingChoice = { opens: false, clicks: false, countsProxies: false };

/**
 * What is tracked: what the template says, else what its brand says, else everything of marketing and nothing of what the
 * customer needs, whose links are often secrets. Nothing of whoever has refused.
 */
export function trackingOf(
  {
    category = 'marketing',
    tracking = {},
  }: {
    readonly category?: 'marketing' | 'transactional' | undefined;
    readonly tracking?: TrackingDocument | undefined;
  },
  {
    brand = {},
    customer,
    channel,
  }: {
    readonly brand?: TrackingDocument | undefined;
    readonly customer: Pick<Customer, 'profile'>;
    readonly channel: string;
  },
): TrackingChoice {
  if (consentFor(customer.profile.consents, channel, TRACKING_TOPIC) === 'denied') return TRACKING_OFF;
  const isTracked = category === 'marketing';
  return {
    opens: tracking.opens ?? brand.opens ?? isTracked,
    clicks: tracking.clicks ?? brand.clicks ?? isTracked,
    countsProxies: (tracking.imageProxies ?? brand.imageProxies) === 'counted',
  };
}
