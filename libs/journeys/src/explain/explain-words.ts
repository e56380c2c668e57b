import { describeCondition, type DecidingTest } from '@parcours/conditions';
import type { JsonValue, Language } from '@parcours/kernel';

export type Sentence = Readonly<Record<Language, string>>;

/** A sentence with its gaps filled: `{member}` by that member of the values. */
export function say(
  sentence: Sentence,
  language: Language,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    const value = values[member];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
  });
}

/** `2026-03-05 08:00 UTC` */
export function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const TESTS: Readonly<Record<'fails' | 'holds', Sentence>> = {
  fails: { en: '“{test}” does not hold ({values})', fr: '« {test} » n’est pas vrai ({values})' },
  holds: { en: '“{test}” holds ({values})', fr: '« {test} » est vrai ({values})' },
};
const UNKNOWN: Sentence = { en: 'unknown', fr: 'inconnu' };

/** The tests that decided, each with what the customer has: "“plan is pro” does not hold (trait.plan: trial)". */
export function testsInWords(tests: readonly DecidingTest[], language: Language): string {
  return tests
    .map(({ test, holds, values }) => {
      const seen = Object.entries(values).map(
        ([name, value]) => `${name}: ${value === null ? UNKNOWN[language] : plain(value)}`,
      );
      const words = { test: describeCondition(test, language), values: seen.join(', ') };
      return say(TESTS[holds ? 'holds' : 'fails'], language, words);
    })
    .join(' ; ');
}

function plain(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
