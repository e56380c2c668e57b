import type { Language } from './localised.js';

const DURATION = /^[+-]?(\d{1,9})([smhdw])$/;

const UNIT_WORDS: Readonly<Record<Language, Readonly<Record<string, readonly [one: string, many: string]>>>> =
  {
    en: {
      s: ['second', 'seconds'],
      m: ['minute', 'minutes'],
      h: ['hour', 'hours'],
      d: ['day', 'days'],
      w: ['week', 'weeks'],
    },
    fr: {
      s: ['seconde', 'secondes'],
      m: ['minute', 'minutes'],
      h: ['heure', 'heures'],
      d: ['jour', 'jours'],
      w: ['semaine', 'semaines'],
    },
  };

/**
 * A duration in words, its sign left out: `2d` is `2 days`, `-1w` is `1 semaine` in French. The unit stays as it was
 * written, for 36 hours are no day and a half to their author. Anything else comes back as it is.
 */
export function describeDuration(text: string, language: Language): string {
  const [, digits, unit = ''] = DURATION.exec(text) ?? [];
  const words = UNIT_WORDS[language][unit];
  if (!words) return text;
  const count = Number(digits);
  const [one, many] = words;
  // French counts zero as one.
  const isOne = count === 1 || (count === 0 && language === 'fr');
  return `${String(count)} ${isOne ? one : many}`;
}
