import { resolveText } from '@parcours/kernel';

import type { ChannelDocument, Said } from './channel.js';

/** What is said on a channel, each part in the nearest language that it has. */
export function saidIn(document: ChannelDocument, locale: string, defaultLocale = 'en'): Said {
  return Object.fromEntries(
    Object.entries(document).flatMap(([member, text]) =>
      text === undefined ? [] : [[member, resolveText(text, locale, defaultLocale)] as const],
    ),
  );
}

/** Every locale that a part is written in; one `undefined` when no part is localised. */
export function localesOf(document: ChannelDocument): (string | undefined)[] {
  const locales = new Set<string>();
  for (const text of Object.values(document)) {
    if (typeof text === 'object') for (const locale of Object.keys(text)) locales.add(locale);
  }
  return locales.size === 0 ? [undefined] : [...locales];
}
