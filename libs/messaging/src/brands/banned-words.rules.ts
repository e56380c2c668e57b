import type { BannedWord } from '@parcours/catalog';
import { languageOf } from '@parcours/kernel';

/** A word that a brand bans, found in a text. */
export interface FoundWord {
  readonly word: string;
  readonly instead: string | undefined;
  readonly severity: 'warning' | 'error';
}

const MARKUP = /<[^>]*>|&[a-z]+;|\{\{[\s\S]*?\}\}\}?/gi;

/** The banned words of a text in a language; those without a language are banned in all. What tags stand for is not looked at. */
export function bannedWordsIn(
  text: string,
  banned: readonly BannedWord[],
  locale: string | undefined,
): FoundWord[] {
  const words = normalised(text.replace(MARKUP, ' '));
  return banned.flatMap(({ word, instead, severity = 'warning' }) =>
    formsOf(word, locale).flatMap((form) =>
      occurs(normalised(form), words)
        ? [{ word: form, instead: instead === undefined ? undefined : formsOf(instead, locale)[0], severity }]
        : [],
    ),
  );
}

type Text = BannedWord['word'];

/** A text that is not localised may be in any language: then every form counts. */
function formsOf(text: Text, locale: string | undefined): readonly string[] {
  if (typeof text === 'string') return [text];
  if (locale === undefined) return Object.values(text);
  return Object.entries(text).flatMap(([each, form]) =>
    each === locale || languageOf(each) === languageOf(locale) ? [form] : [],
  );
}

function normalised(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A word by itself: not within another. */
function occurs(word: string, text: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
