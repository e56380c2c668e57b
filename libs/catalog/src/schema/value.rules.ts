import { type Finding, nearest, pointer } from '@parcours/kernel';

import { failure } from './findings.js';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

export function currencyFindings(currency: string | undefined, at: string): Finding[] {
  if (currency === undefined || CURRENCIES.has(currency)) return [];
  const message = `There is no currency '${currency}' in ISO 4217.`;
  return [
    failure('catalog.unknown-currency', { pointer: at, message, suggestion: nearest(currency, CURRENCIES) }),
  ];
}

export function countryFindings(countries: readonly string[] | undefined, at: string): Finding[] {
  return (countries ?? []).flatMap((country, index) =>
    REGIONS.of(country) === undefined
      ? [
          failure('catalog.unknown-country', {
            pointer: at + pointer(index),
            message: `There is no country '${country}' in ISO 3166-1.`,
          }),
        ]
      : [],
  );
}

export interface Range {
  readonly from?: number;
  readonly to?: number;
}

export function rangeFindings(range: Range | undefined, at: string): Finding[] {
  if (range?.from === undefined || range.to === undefined || range.from <= range.to) return [];
  const message = `It ends at ${String(range.to)}, before it starts at ${String(range.from)}.`;
  return [failure('catalog.empty-range', { pointer: `${at}/to`, message })];
}

/** Entries of a list that have the identity of an earlier one. */
export function duplicates<T>(
  entries: readonly T[],
  identityOf: (entry: T) => string,
): { readonly index: number; readonly identity: string }[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const identity = identityOf(entry);
    if (seen.has(identity)) return [{ index, identity }];
    seen.add(identity);
    return [];
  });
}
