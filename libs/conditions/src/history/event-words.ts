import { describeDuration, isJsonObject } from '@parcours/kernel';
import type { JsonObject, Language } from '@parcours/kernel';
import { OPERATORS } from '../operators.js';
import type { Phrase } from '../words.js';
import { valueInWords } from '../words.js';
import { FIGURES } from './event-history.js';
import { type NumberAsk, numberAsks } from './asked.js';
import { textIn } from './rules.js';

const FIGURE_WORDS: Readonly<Record<(typeof FIGURES)[number], Phrase>> = {
  sum: { en: 'the sum of', fr: 'la somme de' },
  avg: { en: 'the average of', fr: 'la moyenne de' },
  min: { en: 'the least', fr: 'le plus petit' },
  max: { en: 'the greatest', fr: 'le plus grand' },
};

const END_WORDS: Readonly<Record<'first' | 'last', Phrase>> = {
  first: { en: 'the first', fr: 'le premier' },
  last: { en: 'the last', fr: 'le dernier' },
};

/** Claims about past events, each complete with its window; `where` is already in words. */
export function eventClaims(test: JsonObject, language: Language, where: string | undefined): string[] {
  const french = language === 'fr';
  const name = valueInWords(textIn(test, 'event'), language);
  const which = where === undefined ? name : `${name} ${french ? 'où' : 'where'} ${where}`;
  const window = windowWords(test['within'], language);
  const claims = [
    ...numberAsks(test['count']).map((ask) => countWords(which, ask, language)),
    ...FIGURES.flatMap((figure) => {
      const asked = test[figure];
      if (!isJsonObject(asked)) return [];
      const of = textIn(asked, 'of');
      const words = `${FIGURE_WORDS[figure][language]} ${of} ${french ? 'de' : 'of'} ${which}`;
      return numberAsks(asked).map((ask) => `${words} ${askWords(ask, language)}`);
    }),
    ...(['first', 'last'] as const).flatMap((end) => {
      const asked = test[end];
      if (!isJsonObject(asked)) return [];
      return Object.entries(asked).map(
        ([side, operand]) =>
          `${END_WORDS[end][language]} ${which} ${OPERATORS[side]?.describe(operand, language) ?? ''}`,
      );
    }),
  ];
  const happened = french ? `${which} a eu lieu` : `${which} has happened`;
  return (claims.length > 0 ? claims : [happened]).map((claim) => `${claim}${window}`);
}

function countWords(which: string, [sign, limit]: NumberAsk, language: Language): string {
  const isNever =
    (sign === 'is' && limit === 0) || (sign === 'lt' && limit === 1) || (sign === 'lte' && limit === 0);
  if (isNever) return language === 'fr' ? `${which} n’a pas eu lieu` : `${which} has not happened`;
  const words = askWords([sign, limit], language);
  return language === 'fr' ? `le nombre de ${which} ${words}` : `the number of ${which} ${words}`;
}

function askWords([sign, limit]: NumberAsk, language: Language): string {
  return OPERATORS[sign]?.describe(limit, language) ?? `${sign} ${String(limit)}`;
}

/** How far back one looks: `, in the last 30 days`. */
export function windowWords(within: unknown, language: Language): string {
  if (typeof within !== 'string') return '';
  const duration = describeDuration(within, language);
  return language === 'fr' ? ` (depuis ${duration})` : ` within the last ${duration}`;
}
