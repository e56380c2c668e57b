import type { Language } from '@parcours/kernel';
import { describeDuration } from '@parcours/kernel';
import type { Scalar } from './condition.js';

/** The same words in each language that Parcours speaks. */
export type Phrase = Readonly<Record<Language, string>>;

const PLAIN_WORD = /^[\p{L}\p{N}_@+-]+([.:/][\p{L}\p{N}_@+-]+)*$/u;
// Without quotes these would read as numbers, truth values or words of the sentence.
const AMBIGUOUS = /^([+-]?\d+([.]\d+)?|true|false|null|and|or|not|unless|et|ou|non|sauf|vrai|faux)$/i;

/** A value as it stands in a sentence: a text in quotes unless it can only be a text. */
export function valueInWords(value: Scalar, language: Language): string {
  if (typeof value === 'number') {
    return language === 'fr' ? String(value).replace('.', ',') : String(value);
  }
  if (typeof value === 'boolean') return TRUTH[language][value ? 'yes' : 'no'];
  if (PLAIN_WORD.test(value) && !AMBIGUOUS.test(value)) return value;
  return language === 'fr' ? `« ${value} »` : `“${value}”`;
}

const TRUTH = { en: { yes: 'true', no: 'false' }, fr: { yes: 'vrai', no: 'faux' } } as const;

/** Several values with a word before the last: `FR, BE or DE`. */
export function listInWords(values: readonly Scalar[], word: string, language: Language): string {
  const words = values.map((value) => valueInWords(value, language));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** The operand of `before` and `after`: how long ago or ahead it is, or the date as it was written. */
export function momentInWords(operand: string, words: MomentWords): string {
  const offset = /^([+-]?)\d+[smhdw]$/.exec(operand);
  if (!offset) return `${words.date} ${operand}`;
  const { before, after } = offset[1] === '-' ? words.past : words.future;
  return `${before}${describeDuration(operand, words.language)}${after}`;
}

/** How a comparison with a moment is put in one language. */
export interface MomentWords {
  readonly language: Language;
  readonly date: string;
  readonly past: Surround;
  readonly future: Surround;
}

interface Surround {
  readonly before: string;
  readonly after: string;
}
