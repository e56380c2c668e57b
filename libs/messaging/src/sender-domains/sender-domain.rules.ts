import { BRAND_TYPE } from '@parcours/catalog';
import type { ContentSnapshot } from '@parcours/content';

import type { PublishedBrand } from '../brands/brand-of.rules.js';
import type { DayQuota } from '../gates/gate-terms.js';
import { quotaOn } from '../gates/warm-up.rules.js';

/** A domain that emails come from, while mailbox providers get to know it. */
export interface WarmingDomain {
  /** Such as `news.example.com`, in lower case. */
  readonly domain: string;
  /** Keys of the brands whose senders say how it begins. */
  readonly brands: readonly string[];
  readonly quota: DayQuota;
}

/** What has left in the name of a domain on a day; only of days on which a plan holds it back. */
export interface DomainDay {
  readonly domain: string;
  /** Such as `2026-03-02`; empty where nothing has left yet. */
  readonly day: string;
  readonly sent: number;
}

const warming = new WeakMap<ContentSnapshot, readonly PublishedBrand[]>();

/** Brands whose domains have a plan, looked for once a snapshot. */
function brandsWithPlans(content: ContentSnapshot): readonly PublishedBrand[] {
  const known = warming.get(content);
  if (known) return known;
  const found = content.all(BRAND_TYPE).filter(({ document }) => document.warmUp !== undefined);
  warming.set(content, found);
  return found;
}

/** Where the emails of a brand come from; `undefined` where its connector says it. */
export function senderDomainOf({ document: { senders, sender } }: PublishedBrand): string | undefined {
  const address = (senders?.email ?? sender)?.address;
  return address?.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Domains that a plan holds back on the day that it is. Of several plans for one the least counts. */
export function warmingDomains(
  content: ContentSnapshot,
  now: number,
  workspaceZone: string,
): ReadonlyMap<string, WarmingDomain> {
  const domains = new Map<string, WarmingDomain>();
  for (const brand of brandsWithPlans(content)) {
    const domain = senderDomainOf(brand);
    const { warmUp } = brand.document;
    const quota = warmUp && quotaOn(warmUp, now, workspaceZone);
    if (domain === undefined || !quota) continue;
    const known = domains.get(domain);
    const brands = [...(known?.brands ?? []), brand.key];
    const least = known && known.quota.messages <= quota.messages ? known.quota : quota;
    domains.set(domain, { domain, brands, quota: least });
  }
  return domains;
}

/** What has left on the day, or on one that has begun already for a process whose clock is ahead. */
export function sentOn(known: DomainDay | undefined, { date }: DayQuota): number {
  return known && known.day >= date ? known.sent : 0;
}

/** The count with so many more. It never goes back to a day before. */
export function takenOn(known: DomainDay, quota: DayQuota, count: number): DomainDay {
  const { domain, day } = known;
  return { domain, day: day >= quota.date ? day : quota.date, sent: sentOn(known, quota) + count };
}
