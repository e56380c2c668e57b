/** A language that Parcours itself speaks, in its own sentences. */
export type Language = 'en' | 'fr';

/** The languages of {@link Language}. */
export const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** A text in one language, or one text per BCP 47 locale: `{ en: 'Hello', fr: 'Bonjour' }`. */
export type LocalisedText = string | Readonly<Record<string, string>>;

/**
 * The text for a reader: the exact locale, then its language (`fr-CA` → `fr`), then the default locale, then the
 * first one there is.
 */
export function resolveText(text: LocalisedText, locale: string, defaultLocale = 'en'): string {
  if (typeof text === 'string') return text;
  for (const candidate of [locale, languageOf(locale), defaultLocale, languageOf(defaultLocale)]) {
    const found = Object.hasOwn(text, candidate) ? text[candidate] : undefined;
    if (found !== undefined) return found;
  }
  return Object.values(text)[0] ?? '';
}

/** The language of a BCP 47 tag: `fr` for `fr-CA`. */
export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

const TAGS = new Map<string, string | undefined>();
const MOST_TAGS = 1_000;

/**
 * The BCP 47 tag that a text means, as it is written there: `fr-FR` for `fr_FR`, `fr-fr` and `fr_FR.UTF-8`; none for what is
 * no locale, such as `French`.
 */
export function localeOf(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > LONGEST_TAG) return undefined;
  if (!TAGS.has(given)) {
    if (TAGS.size >= MOST_TAGS) TAGS.clear();
    TAGS.set(given, canonicalTag(given));
  }
  return TAGS.get(given);
}

/** RFC 5646 has no bound; nobody's language needs more. */
const LONGEST_TAG = 64;

function canonicalTag(given: string): string | undefined {
  const [tag = ''] = given.trim().replaceAll('_', '-').split(/[.@]/, 1);
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** JSON Schema of a localised text. */
export const LOCALISED_TEXT_SCHEMA = {
  description: 'One text, or one text per locale.',
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
      additionalProperties: { type: 'string' },
    },
  ],
} as const;
