import type { JsonObject } from '@parcours/kernel';
import { isJsonObject } from '@parcours/kernel';
import type { TestKinds } from './combinations.js';
import { MAX_CONDITION_DEPTH } from './condition.js';
import type { Phrase } from './words.js';
import type { Telling as TellingOfKind } from './test-kind.js';

interface Telling extends TellingOfKind {
  readonly kinds: TestKinds;
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

/** A condition in words, as far as its tests are of these kinds. What is not valid in it is shown as it was written. */
export function describeWith(condition: unknown, telling: TellingOfKind, kinds: TestKinds): string {
  return tell(condition, { ...telling, kinds }, 0).text;
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
    .map((member) => telling.kinds.get(member))
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
