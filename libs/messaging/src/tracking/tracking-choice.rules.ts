import { consentFor, type ConsentStates, type Customer } from '@parcours/audience';

/** What a template or a brand says of tracking; what is left out follows what is behind it. */
export interface TrackingDocument {
  readonly opens?: boolean;
  readonly clicks?: boolean;
  readonly imageProxies?: 'counted' | 'ignored';
  /** Links in plain texts, which are made short. */
  readonly texts?: boolean;
}

/** What a brand says: where its short links are as well. */
export interface BrandTracking extends TrackingDocument {
  readonly shortUrl?: string;
}

/** What is tracked of one message. */
export interface TrackingChoice {
  readonly opens: boolean;
  readonly clicks: boolean;
  readonly countsProxies: boolean;
}

/** What a template says of tracking, and what it is for. */
export interface TrackedTemplate {
  readonly category?: 'marketing' | 'transactional' | undefined;
  readonly tracking?: TrackingDocument | undefined;
}

/** The topic by which customers refuse to be tracked on a channel, whatever templates say. */
export const TRACKING_TOPIC = 'tracking';

export const TRACKING_OFF: TrackingChoice = { opens: false, clicks: false, countsProxies: false };

/**
 * What is tracked: what the template says, else what its brand says, else everything of marketing and nothing of what the
 * customer needs, whose links are often secrets. Nothing of whoever has refused.
 */
export function trackingOf(
  { category = 'marketing', tracking = {} }: TrackedTemplate,
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

/**
 * Before which `/l/` the links of a plain text are made short: that of its brand, else the address under which we are
 * found; `undefined` where they stay as they are. What the template says, else what its brand says; where neither does,
 * marketing whose brand has an address of its own for short links. Nothing of whoever has refused.
 */
export function shortBaseOf(
  { category = 'marketing', tracking = {} }: TrackedTemplate,
  {
    brand = {},
    consents,
    channel,
    publicUrl,
  }: {
    readonly brand?: BrandTracking | undefined;
    readonly consents: ConsentStates | undefined;
    readonly channel: string;
    readonly publicUrl: string | undefined;
  },
): string | undefined {
  if (consentFor(consents, channel, TRACKING_TOPIC) === 'denied') return undefined;
  const isOn = tracking.texts ?? brand.texts ?? (category === 'marketing' && brand.shortUrl !== undefined);
  return isOn ? (brand.shortUrl ?? publicUrl) : undefined;
}
