import type { JsonObject, Language } from '@parcours/kernel';
import { isJsonObject } from '@parcours/kernel';
import { MAX_CONDITION_DEPTH } from './condition.js';
import type { Phrase } from './words.js';
import type { Telling } from './test-kind.js';
import { TEST_KINDS } from './test-kinds.js';

/** How much {@link describeCondition} has to say. */
export interface DescribeOptions {
  /** The kind of test whose subject goes without saying, such as `property` right beside the name of its event. */
  readonly implied?: 'trait' | 'property' | 'context';
}

/** How tightly the words of a condition hold together: what is looser than its surroundings is put in brackets. */
type Tightness = 'claim' | 'all' | 'any' | 'unless';

interface Told {
  readonly text: string;
  readonly tightness: Tightness;
}

const AND: Phrase = { en: 'and', fr: 'et' };
const OR: Phrase = { en: 'or', fr: 'ou' };
const NOT: Phrase = { en: 'not', fr: 'non' };
const UNLESS: Phrase = { en: 'unless', fr: 'sauf si' };
const DEPTH_EXCEEDED: Told = { text: '…', tightness: 'claim' };

/**
 * A condition in words: one clause that reads after "if". What is not valid in it is shown as it was written.
 * @example describeCondition({ all: [{ trait: 'plan', is: 'pro' }, { not: { trait: 'staff', is: true } }] }, 'en')
 * // "plan is pro unless staff is true"
 */
export function describeCondition(
  condition: unknown,
  language: Language,
  { implied }: DescribeOptions = {},
): string {
  return tell(condition, { language, implied }, 0).text;
}

function tell(condition: unknown, telling: Telling, depth: number): Told {
  if (depth > MAX_CONDITION_DEPTH) return DEPTH_EXCEEDED;
  if (!isJsonObject(condition)) return asWritten(condition);
  const { all, any } = condition;
  if (isFilled(all)) return tellAll(all, telling, depth);
  if (isFilled(any)) {
    const told = any.map((each) => nested(each, telling, depth + 1));
    return joined(told, OR[telling.language], 'any');
  }
  if ('not' in condition) {
    const exception = nested(condition['not'], telling, depth + 1);
    return { text: `${UNLESS[telling.language]} ${bracketed(exception, 'any')}`, tightness: 'unless' };
  }
  return tellTest(condition, telling);
}

function isFilled(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length > 0;
}

/** What must not be comes last, once: "A and B unless C or D". */
function tellAll(list: readonly unknown[], telling: Telling, depth: number): Told {
  const { language } = telling;
  const positive = list.filter((each) => !isNegation(each));
  const negated = list.filter(isNegation).map(({ not }) => not);
  const claims = positive.map((each) => nested(each, telling, depth + 1));
  if (negated.length === 0) return joined(claims, AND[language], 'all');
  const exceptions = negated.map((each) => nested(each, telling, depth + 2));
  const text = [
    ...(claims.length > 0 ? [inOneBreath(claims, AND[language], 'all')] : []),
    UNLESS[language],
    inOneBreath(exceptions, OR[language], 'any'),
  ].join(' ');
  return { text, tightness: 'unless' };
}

function isNegation(condition: unknown): condition is JsonObject & { not: unknown } {
  return isJsonObject(condition) && Object.keys(condition).length === 1 && 'not' in condition;
}

/** A condition inside another: "unless" would swallow what follows, so there a negation is said otherwise. */
function nested(condition: unknown, telling: Telling, depth: number): Told {
  if (!isNegation(condition)) return tell(condition, telling, depth);
  const { text } = tell(condition.not, telling, depth + 1);
  return { text: `${NOT[telling.language]} (${text})`, tightness: 'claim' };
}

function tellTest(test: JsonObject, telling: Telling): Told {
  const kind = Object.keys(test)
    .map((member) => TEST_KINDS.get(member))
    .find((found) => found !== undefined);
  const claims = kind?.describe(test, telling) ?? [];
  if (claims.length === 0) return asWritten(test);
  const told = claims.map((text): Told => ({ text, tightness: 'claim' }));
  return joined(told, AND[telling.language], 'all');
}

function joined(told: readonly Told[], word: string, tightness: Tightness): Told {
  const [only] = told;
  if (told.length === 1 && only) return only;
  return { text: inOneBreath(told, word, tightness), tightness };
}

function inOneBreath(told: readonly Told[], word: string, tightness: Tightness): string {
  return told.map((each) => bracketed(each, tightness)).join(` ${word} `);
}

function bracketed({ text, tightness }: Told, around: Tightness): string {
  return tightness === 'claim' || tightness === around ? text : `(${text})`;
}

function asWritten(condition: unknown): Told {
  return { text: condition === undefined ? '?' : JSON.stringify(condition), tightness: 'claim' };
}
