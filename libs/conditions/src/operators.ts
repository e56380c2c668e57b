import { describeDuration, DURATION_PATTERN, parseDuration } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import { RE2JS } from 're2js';
import type { Scalar } from './condition.js';
import { MAX_PATTERN_LENGTH } from './condition.js';
import { compileMoment, isAnniversaryWithin, parseMoment } from './dates.js';
import type { Operator, ValuePredicate } from './operator.js';
import { operator } from './operator.js';
import type { MomentWords, Phrase } from './words.js';
import { listInWords, momentInWords, valueInWords } from './words.js';

const MAX_LIST_LENGTH = 1_000;
const DURATION = new RegExp(DURATION_PATTERN);

const isText = (operand: unknown): operand is string => typeof operand === 'string' && operand !== '';
const isNumber = (operand: unknown): operand is number =>
  typeof operand === 'number' && Number.isFinite(operand);
const isScalar = (operand: unknown): operand is Scalar =>
  typeof operand === 'string' || typeof operand === 'boolean' || isNumber(operand);
const isScalarList = (operand: unknown): operand is Scalar[] =>
  Array.isArray(operand) &&
  operand.length > 0 &&
  operand.length <= MAX_LIST_LENGTH &&
  operand.every(isScalar);
const isMoment = (operand: unknown): operand is string =>
  typeof operand === 'string' && compileMoment(operand) !== undefined;
const isDuration = (operand: unknown): operand is string =>
  typeof operand === 'string' && DURATION.test(operand);
const isBoolean = (operand: unknown): operand is boolean => typeof operand === 'boolean';
const isPattern = (operand: unknown): operand is string =>
  isText(operand) && operand.length <= MAX_PATTERN_LENGTH;

const SCALAR_SCHEMA: JsonObject = { type: ['string', 'number', 'boolean'] };
const TEXT_SCHEMA: JsonObject = { type: 'string', minLength: 1 };

/** What an operator is for people: its place in the schema, and how it is said. */
interface Wording<T> {
  readonly description: string;
  readonly words: (operand: T) => Phrase;
}

/** Words that stand before the operand. */
const followedBy =
  (en: string, fr: string) =>
  (operand: Scalar): Phrase => ({
    en: `${en} ${valueInWords(operand, 'en')}`,
    fr: `${fr} ${valueInWords(operand, 'fr')}`,
  });

const equality = (
  { description, words }: Wording<Scalar>,
  compile: (operand: Scalar) => ValuePredicate,
): Operator =>
  operator({
    schema: { ...SCALAR_SCHEMA, description },
    expected: 'a text, a number or true/false',
    accepts: isScalar,
    compile,
    words,
  });

const membership = (
  { description, words }: Wording<readonly Scalar[]>,
  compile: (operand: ReadonlySet<unknown>) => ValuePredicate,
): Operator =>
  operator({
    schema: { type: 'array', items: SCALAR_SCHEMA, minItems: 1, maxItems: MAX_LIST_LENGTH, description },
    expected: `a list of 1 to ${String(MAX_LIST_LENGTH)} texts, numbers or true/false`,
    accepts: isScalarList,
    compile: (operand) => compile(new Set(operand)),
    words,
  });

const ordering = (
  { description, words }: Wording<number>,
  holds: (value: number, operand: number) => boolean,
): Operator =>
  operator({
    schema: { type: 'number', description, examples: [100] },
    expected: 'a number',
    accepts: isNumber,
    compile: (operand) => (value) => typeof value === 'number' && holds(value, operand),
    words,
  });

const affix = (
  { description, words }: Wording<string>,
  holds: (value: string, operand: string) => boolean,
): Operator =>
  operator({
    schema: { ...TEXT_SCHEMA, description, examples: ['FR'] },
    expected: 'a text that is not empty',
    accepts: isText,
    compile: (operand) => (value) => typeof value === 'string' && holds(value, operand),
    words,
  });

const momentComparison = (
  { description, words }: Wording<string>,
  holds: (at: number, limit: number) => boolean,
): Operator =>
  operator({
    schema: { type: 'string', description, examples: ['2026-03-02T08:00:00Z', '2026-03-02', '-30d'] },
    expected: "an RFC 3339 instant, a date, or an offset from now such as '-30d'",
    accepts: isMoment,
    compile: (operand) => {
      const limit = compileMoment(operand);
      if (!limit) return () => false;
      return (value, now) => {
        const at = parseMoment(value);
        return at !== undefined && holds(at, limit(now));
      };
    },
    words,
  });

const BEFORE: Readonly<Record<'en' | 'fr', MomentWords>> = {
  en: {
    language: 'en',
    date: 'is before',
    past: { before: 'is more than ', after: ' ago' },
    future: { before: 'is less than ', after: ' away (or past)' },
  },
  fr: {
    language: 'fr',
    date: 'est avant le',
    past: { before: 'remonte à plus de ', after: '' },
    future: { before: 'est dans moins de ', after: ' (ou passé)' },
  },
};

const AFTER: Readonly<Record<'en' | 'fr', MomentWords>> = {
  en: {
    language: 'en',
    date: 'is after',
    past: { before: 'is less than ', after: ' ago (or to come)' },
    future: { before: 'is more than ', after: ' away' },
  },
  fr: {
    language: 'fr',
    date: 'est après le',
    past: { before: 'remonte à moins de ', after: ' (ou à venir)' },
    future: { before: 'est dans plus de ', after: '' },
  },
};

const comparedWith =
  (words: Readonly<Record<'en' | 'fr', MomentWords>>) =>
  (operand: string): Phrase => ({
    en: momentInWords(operand, words.en),
    fr: momentInWords(operand, words.fr),
  });

const quoted =
  (en: string, fr: string) =>
  (operand: string): Phrase => ({ en: `${en} “${operand}”`, fr: `${fr} « ${operand} »` });

function compilePattern(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    // The library has no way to ask without throwing; the finding names the pattern's fault.
    return undefined;
  }
}

/** Every operator by name. The schema, the validation and the compiler all read this one table. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  is: equality(
    { description: 'Equal, without any change of type.', words: followedBy('is', 'est') },
    (operand) => (value) => value === operand,
  ),
  'is-not': equality(
    { description: 'Known and not equal.', words: followedBy('is not', 'n’est pas') },
    (operand) => (value) => value !== operand,
  ),
  in: membership(
    {
      description: 'One of these.',
      words: (operand) => ({
        en: `is ${listInWords(operand, 'or', 'en')}`,
        fr: `est ${listInWords(operand, 'ou', 'fr')}`,
      }),
    },
    (operand) => (value) => operand.has(value),
  ),
  'not-in': membership(
    {
      description: 'Known and none of these.',
      words: (operand) => ({
        en: `is not ${listInWords(operand, 'or', 'en')}`,
        fr: `n’est pas ${listInWords(operand, 'ou', 'fr')}`,
      }),
    },
    (operand) => (value) => !operand.has(value),
  ),
  gt: ordering(
    { description: 'Greater than.', words: followedBy('is over', 'dépasse') },
    (value, operand) => value > operand,
  ),
  gte: ordering(
    { description: 'Greater than or equal.', words: followedBy('is at least', 'vaut au moins') },
    (value, operand) => value >= operand,
  ),
  lt: ordering(
    { description: 'Less than.', words: followedBy('is under', 'est inférieur à') },
    (value, operand) => value < operand,
  ),
  lte: ordering(
    { description: 'Less than or equal.', words: followedBy('is at most', 'vaut au plus') },
    (value, operand) => value <= operand,
  ),
  contains: equality(
    {
      description: 'A part of a text, or a member of a list.',
      words: followedBy('contains', 'contient'),
    },
    (operand) => (value) => {
      if (Array.isArray(value)) return value.includes(operand);
      return typeof value === 'string' && typeof operand === 'string' && value.includes(operand);
    },
  ),
  'starts-with': affix(
    { description: 'The text begins so.', words: quoted('begins with', 'commence par') },
    (value, operand) => value.startsWith(operand),
  ),
  'ends-with': affix(
    { description: 'The text ends so.', words: quoted('ends with', 'finit par') },
    (value, operand) => value.endsWith(operand),
  ),
  matches: operator({
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: MAX_PATTERN_LENGTH,
      description: 'An RE2 pattern, found anywhere in the text unless anchored with ^ and $.',
      examples: ['^FR[0-9]{2}'],
    },
    expected: `a pattern of 1 to ${String(MAX_PATTERN_LENGTH)} characters`,
    accepts: isPattern,
    problem: (operand) =>
      compilePattern(operand) ? undefined : `'${operand}' is not a pattern that RE2 can run`,
    compile: (operand) => {
      const pattern = compilePattern(operand);
      return (value) => typeof value === 'string' && pattern !== undefined && pattern.test(value);
    },
    words: quoted('matches the pattern', 'suit le motif'),
  }),
  exists: operator({
    schema: { type: 'boolean', description: 'Whether the value is known: present and not null.' },
    expected: 'true or false',
    accepts: isBoolean,
    compile: (operand) => () => operand,
    ofUnknown: (operand) => !operand,
    words: (operand) =>
      operand ? { en: 'is known', fr: 'est connu' } : { en: 'is unknown', fr: 'est inconnu' },
  }),
  before: momentComparison(
    { description: 'Earlier than.', words: comparedWith(BEFORE) },
    (at, limit) => at < limit,
  ),
  after: momentComparison(
    { description: 'Later than.', words: comparedWith(AFTER) },
    (at, limit) => at > limit,
  ),
  'anniversary-within': operator({
    schema: {
      type: 'string',
      pattern: DURATION_PATTERN,
      description: 'The yearly return of the date lies within this time from now.',
      examples: ['7d'],
    },
    expected: "a duration such as '7d'",
    accepts: isDuration,
    compile: (operand) => {
      const withinMs = parseDuration(operand) ?? 0;
      return (value, now) => {
        const at = parseMoment(value);
        return at !== undefined && isAnniversaryWithin(at, now, withinMs);
      };
    },
    words: (operand) => ({
      en: `has its anniversary within ${describeDuration(operand, 'en')}`,
      fr: `a son anniversaire d’ici ${describeDuration(operand, 'fr')}`,
    }),
  }),
};

/** The operator of a name, if there is one. */
export function operatorNamed(name: string): Operator | undefined {
  return Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
}
