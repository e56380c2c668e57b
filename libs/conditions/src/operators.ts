import { DURATION_PATTERN, parseDuration } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import { RE2JS } from 're2js';
import type { Scalar } from './condition.js';
import { MAX_PATTERN_LENGTH } from './condition.js';
import { compileMoment, isAnniversaryWithin, parseMoment } from './dates.js';
import type { Operator, ValuePredicate } from './operator.js';
import { operator } from './operator.js';

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
const isPattern = (operand: unknown): operand is string =>
  isText(operand) && operand.length <= MAX_PATTERN_LENGTH;

const SCALAR_SCHEMA: JsonObject = { type: ['string', 'number', 'boolean'] };
const TEXT_SCHEMA: JsonObject = { type: 'string', minLength: 1 };

const equality = (description: string, compile: (operand: Scalar) => ValuePredicate): Operator =>
  operator({
    schema: { ...SCALAR_SCHEMA, description },
    expected: 'a text, a number or true/false',
    accepts: isScalar,
    compile,
  });

const membership = (
  description: string,
  compile: (operand: ReadonlySet<unknown>) => ValuePredicate,
): Operator =>
  operator({
    schema: { type: 'array', items: SCALAR_SCHEMA, minItems: 1, maxItems: MAX_LIST_LENGTH, description },
    expected: `a list of 1 to ${String(MAX_LIST_LENGTH)} texts, numbers or true/false`,
    accepts: isScalarList,
    compile: (operand) => compile(new Set(operand)),
  });

const ordering = (description: string, holds: (value: number, operand: number) => boolean): Operator =>
  operator({
    schema: { type: 'number', description },
    expected: 'a number',
    accepts: isNumber,
    compile: (operand) => (value) => typeof value === 'number' && holds(value, operand),
  });

const affix = (description: string, holds: (value: string, operand: string) => boolean): Operator =>
  operator({
    schema: { ...TEXT_SCHEMA, description },
    expected: 'a text that is not empty',
    accepts: isText,
    compile: (operand) => (value) => typeof value === 'string' && holds(value, operand),
  });

const momentComparison = (description: string, holds: (at: number, limit: number) => boolean): Operator =>
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
  });

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
  is: equality('Equal, without any change of type.', (operand) => (value) => value === operand),
  'is-not': equality('Known and not equal.', (operand) => (value) => value !== operand),
  in: membership('One of these.', (operand) => (value) => operand.has(value)),
  'not-in': membership('Known and none of these.', (operand) => (value) => !operand.has(value)),
  gt: ordering('Greater than.', (value, operand) => value > operand),
  gte: ordering('Greater than or equal.', (value, operand) => value >= operand),
  lt: ordering('Less than.', (value, operand) => value < operand),
  lte: ordering('Less than or equal.', (value, operand) => value <= operand),
  contains: equality('A part of a text, or a member of a list.', (operand) => (value) => {
    if (Array.isArray(value)) return value.includes(operand);
    return typeof value === 'string' && typeof operand === 'string' && value.includes(operand);
  }),
  'starts-with': affix('The text begins so.', (value, operand) => value.startsWith(operand)),
  'ends-with': affix('The text ends so.', (value, operand) => value.endsWith(operand)),
  matches: operator({
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: MAX_PATTERN_LENGTH,
      description: 'An RE2 pattern, found anywhere in the text unless anchored with ^ and $.',
    },
    expected: `a pattern of 1 to ${String(MAX_PATTERN_LENGTH)} characters`,
    accepts: isPattern,
    problem: (operand) =>
      compilePattern(operand) ? undefined : `'${operand}' is not a pattern that RE2 can run`,
    compile: (operand) => {
      const pattern = compilePattern(operand);
      return (value) => typeof value === 'string' && pattern !== undefined && pattern.test(value);
    },
  }),
  exists: operator({
    schema: { type: 'boolean', description: 'Whether the value is known: present and not null.' },
    expected: 'true or false',
    accepts: (operand) => typeof operand === 'boolean',
    compile: (operand) => () => operand,
    ofUnknown: (operand) => !operand,
  }),
  before: momentComparison('Earlier than.', (at, limit) => at < limit),
  after: momentComparison('Later than.', (at, limit) => at > limit),
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
  }),
};

/** The operator of a name, if there is one. */
export function operatorNamed(name: string): Operator | undefined {
  return Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
}
