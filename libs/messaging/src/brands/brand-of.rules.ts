import { BRAND_TYPE, type BrandDocument } from '@parcours/catalog';
import type { ContentSnapshot, PublishedVersion } from '@parcours/content';

export type PublishedBrand = PublishedVersion<BrandDocument>;

const defaults = new WeakMap<ContentSnapshot, { readonly brand: PublishedBrand | undefined }>();

/** In whose name a template speaks: its brand, or the one that is marked as the default, or the only one. */
export function brandOf(
  content: ContentSnapshot,
  { brand }: { readonly brand?: string | undefined },
): PublishedBrand | undefined {
  return brand === undefined ? defaultBrand(content) : content.byKey(BRAND_TYPE, brand);
}

/** Looked for once a snapshot: a decision is made for every message. */
function defaultBrand(content: ContentSnapshot): PublishedBrand | undefined {
  const known = defaults.get(content);
  if (known) return known.brand;
  const brands = content.all(BRAND_TYPE);
  const marked = brands.find(({ document }) => document.default === true);
  const brand = marked ?? (brands.length === 1 ? brands[0] : undefined);
  defaults.set(content, { brand });
  return brand;
}
