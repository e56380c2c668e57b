import type { JsonSchema } from '@parcours/http';
import { type Finding, isJsonObject, type LocalisedText, pointer } from '@parcours/kernel';

import { failure } from './findings.js';

/** A localised text and where it stands. */
export interface PlacedText {
  readonly pointer: string;
  readonly text: LocalisedText;
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** True for a BCP 47 tag whose language, script and region there are. */
export function isKnownLocale(tag: string): boolean {
  try {
    return LANGUAGES.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** A check that finds texts in languages that there are not, anywhere in a document of this schema. */
export function unknownLocales(schema: JsonSchema, document: unknown): Finding[] {
  return localisedTexts(schema, document).flatMap(({ text, pointer: at }) =>
    localesOf(text)
      .filter((locale) => !isKnownLocale(locale))
      .map((locale) =>
        failure('catalog.unknown-locale', {
          pointer: at + pointer(locale),
          message: `'${locale}' is not a language tag (BCP 47) that is in use.`,
        }),
      ),
  );
}

export function localesOf(text: LocalisedText): string[] {
  return typeof text === 'string' ? [] : Object.keys(text);
}

/** Every localised text of a document, the name first. */
export function localisedTexts(schema: JsonSchema, document: unknown): PlacedText[] {
  const name = isJsonObject(document) ? asText(document['name']) : undefined;
  const own = collect(schema, document, '');
  return name === undefined ? own : [{ pointer: '/name', text: name }, ...own];
}

function collect(schema: unknown, value: unknown, at: string): PlacedText[] {
  if (!isRecord(schema) || value === undefined) return [];
  if (isLocalised(schema)) {
    const found = asText(value);
    return found === undefined ? [] : [{ pointer: at, text: found }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => collect(schema['items'], item, at + pointer(index)));
  }
  const properties = schema['properties'];
  if (!isRecord(properties) || !isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    collect(properties[name], inner, at + pointer(name)),
  );
}

/** As the schemas of this library write one; see `localised`. */
function isLocalised({ oneOf }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(oneOf) && oneOf.some((branch) => isRecord(branch) && 'propertyNames' in branch);
}

function asText(value: unknown): LocalisedText | undefined {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value).flatMap(([locale, words]) =>
    typeof words === 'string' ? [[locale, words] as const] : [],
  );
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
