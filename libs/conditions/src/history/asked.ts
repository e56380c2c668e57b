import { isJsonObject, nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';

/** A comparison of numbers, by its name in the language. */
export const NUMBER_SIGNS = { is: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

export type NumberSign = keyof typeof NUMBER_SIGNS;

/** One thing asked of a number: `['gte', 2]`. */
export type NumberAsk = readonly [sign: NumberSign, limit: number];

export function isNumberSign(name: string): name is NumberSign {
  return Object.hasOwn(NUMBER_SIGNS, name);
}

/** What is asked of a number, as far as it is understood. */
export function numberAsks(asked: unknown): readonly NumberAsk[] {
  if (!isJsonObject(asked)) return [];
  return Object.entries(asked).flatMap(([name, limit]): NumberAsk[] =>
    isNumberSign(name) && typeof limit === 'number' ? [[name, limit]] : [],
  );
}

export function answers(value: number, asks: readonly NumberAsk[]): boolean {
  return asks.every(([sign, limit]) => compare(value, sign, limit));
}

/** The whole numbers from 1 on whose answer is another than that of the one before, the least first. */
export function turnsOf(asks: readonly NumberAsk[]): readonly number[] {
  const near = asks.flatMap(([, limit]) => [Math.ceil(limit), Math.floor(limit) + 1]);
  return [...new Set(near)]
    .filter((count) => count >= 1 && answers(count, asks) !== answers(count - 1, asks))
    .sort((a, b) => a - b);
}

function compare(value: number, sign: NumberSign, limit: number): boolean {
  switch (sign) {
    case 'is':
      return value === limit;
    case 'gt':
      return value > limit;
    case 'gte':
      return value >= limit;
    case 'lt':
      return value < limit;
    case 'lte':
      return value <= limit;
  }
}

const NUMBER_PROPERTIES: JsonObject = Object.fromEntries(
  Object.entries(NUMBER_SIGNS).map(([sign, meaning]) => [
    sign,
    { type: 'number', description: `The number is ${meaning} this one.`, examples: [2] },
  ]),
);

/** JSON Schema of what is asked of a number. */
export function numberSchema(description: string, others: JsonObject = {}): JsonObject {
  const own = Object.keys(others);
  return {
    type: 'object',
    description,
    minProperties: own.length + 1,
    ...(own.length > 0 && { required: own }),
    additionalProperties: false,
    properties: { ...others, ...NUMBER_PROPERTIES },
    examples: [own.length > 0 ? { of: 'amount', gte: 2 } : { gte: 2 }],
  };
}

/** What a member of a test has to be. */
export interface Rule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

/** Findings of the members of a test, or of what is asked of one of its numbers. */
export function memberFindings(
  value: JsonObject,
  { at, rules, what }: { at: string; rules: Readonly<Record<string, Rule>>; what: string },
): Finding[] {
  return Object.entries(value).flatMap(([name, member]): Finding[] => {
    const where = at + pointer(name);
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) return [unknownMember(name, { at: where, names: Object.keys(rules), what })];
    return rule.accepts(member) ? [] : [invalidOperand(where, `'${name}' expects ${rule.expected}.`)];
  });
}

export function invalidOperand(at: string, message: string): Finding {
  return { code: 'conditions.invalid-operand', severity: 'error', pointer: at, message };
}

function unknownMember(
  name: string,
  { at, names, what }: { at: string; names: readonly string[]; what: string },
): Finding {
  const meant = nearest(name, names);
  return {
    code: 'conditions.unknown-operator',
    severity: 'error',
    pointer: at,
    message: `${what} has no '${name}'.`,
    suggestion: meant === undefined ? `Use one of ${names.join(', ')}.` : `Did you mean '${meant}'?`,
  };
}

/** Adds "at least one of" to the findings of an object whose members are optional. */
export function nothingAsked(at: string, what: string, example: string): Finding {
  return {
    code: 'conditions.no-operator',
    severity: 'error',
    pointer: at,
    message: `${what} asks nothing.`,
    suggestion: `For example ${example}.`,
  };
}
