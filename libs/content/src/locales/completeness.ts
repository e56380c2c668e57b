import { languageOf } from '@parcours/kernel';

import type { LocalisedMember } from './localised-members.js';

/** How much of a document is written in a locale. */
export interface LocaleCompleteness {
  readonly written: number;
  readonly of: number;
  /** Where the texts stand that are missing. */
  readonly missing: readonly string[];
}

/**
 * By locale: those of `locales` and every one that the document has. A text without a locale counts as written in the
 * default locale; one in `fr` serves `fr-CA` too.
 */
export function completenessOf(
  members: readonly LocalisedMember[],
  { locales, defaultLocale }: { locales: readonly string[]; defaultLocale: string },
): Record<string, LocaleCompleteness> {
  const used = members.flatMap(({ text }) => (typeof text === 'string' ? [] : Object.keys(text)));
  const all = [...new Set([defaultLocale, ...locales, ...used])].sort();
  return Object.fromEntries(
    all.map((locale) => {
      const missing = members.filter((member) => !isWritten(member, locale, defaultLocale));
      const written = members.length - missing.length;
      return [locale, { written, of: members.length, missing: missing.map(({ pointer }) => pointer) }];
    }),
  );
}

function isWritten({ text }: LocalisedMember, locale: string, defaultLocale: string): boolean {
  if (typeof text === 'string') return languageOf(locale) === languageOf(defaultLocale);
  return Object.hasOwn(text, locale) || Object.hasOwn(text, languageOf(locale));
}
