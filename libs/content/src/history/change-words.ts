import { type JsonValue, languageOf } from '@parcours/kernel';

import type { DocumentChange } from './document-diff.js';

interface Words {
  readonly whole: string;
  readonly item: (position: number) => string;
  readonly quote: (text: string) => string;
  readonly added: (place: string, value: string) => string;
  readonly removed: (place: string, value: string) => string;
  readonly replaced: (place: string, values: { from: string; to: string }) => string;
  readonly hidden: (place: string) => string;
}

const WORDS: Readonly<Record<'en' | 'fr', Words>> = {
  en: {
    whole: 'the document',
    item: (position) => `entry ${String(position)}`,
    quote: (text) => `"${text}"`,
    added: (place, value) => `${place}: added ${value}`,
    removed: (place, value) => `${place}: removed ${value}`,
    replaced: (place, { from, to }) => `${place}: ${from} became ${to}`,
    hidden: (place) => `${place}: a secret was changed`,
  },
  fr: {
    whole: 'le document',
    item: (position) => `élément ${String(position)}`,
    quote: (text) => `« ${text} »`,
    added: (place, value) => `${place} : ajout de ${value}`,
    removed: (place, value) => `${place} : suppression de ${value}`,
    replaced: (place, { from, to }) => `${place} : ${from} devient ${to}`,
    hidden: (place) => `${place} : un secret a changé`,
  },
};

const SHOWN_LENGTH = 80;

/** Each change as a sentence, in French for French readers and in English for all others. */
export function describeChanges(changes: readonly DocumentChange[], locale: string): string[] {
  const words = languageOf(locale) === 'fr' ? WORDS.fr : WORDS.en;
  return changes.map((change) => describe(change, words));
}

function describe({ op, pointer, from, to, isHidden }: DocumentChange, words: Words): string {
  const place = placeOf(pointer, words);
  if (isHidden === true) return words.hidden(place);
  switch (op) {
    case 'add':
      return words.added(place, shown(to, words));
    case 'remove':
      return words.removed(place, shown(from, words));
    case 'replace':
      return words.replaced(place, { from: shown(from, words), to: shown(to, words) });
  }
}

/** `/steps/hello/cases/0` reads `steps › hello › cases › entry 1`. */
function placeOf(pointer: string, words: Words): string {
  const [, ...tokens] = pointer.split('/');
  if (tokens.length === 0) return words.whole;
  return tokens
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((token) => (/^\d+$/.test(token) ? words.item(Number(token) + 1) : token))
    .join(' › ');
}

function shown(value: JsonValue | undefined, { quote }: Words): string {
  if (typeof value === 'string') return quote(cut(value));
  return cut(JSON.stringify(value ?? null));
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH - 1).join('')}…` : text;
}
