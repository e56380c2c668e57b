import { type JsonObject, parseDuration } from '@parcours/kernel';

/** What a condition is asked about. */
export interface NaiveScope {
  readonly traits: JsonObject;
  readonly event: { readonly properties: JsonObject } | undefined;
  readonly context: JsonObject;
  readonly now: number;
}

type Test = Readonly<Record<string, unknown>>;

/** Reads a dotted path, member by member. */
export function readPath(from: unknown, path: string): unknown {
  let value = from;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

const known = (value: unknown) => value !== undefined && value !== null;
const both = (value: unknown, operand: unknown, compare: (a: number, b: number) => boolean) =>
  typeof value === 'number' && typeof operand === 'number' && compare(value, operand);

/** One line for each operator, as the design's table has them. */
const OPERATORS: Readonly<Record<string, (value: unknown, operand: unknown, now: number) => boolean>> = {
  is: (value, operand) => value === operand,
  'is-not': (value, operand) => value !== operand,
  in: (value, operand) => (operand as unknown[]).includes(value),
  'not-in': (value, operand) => !(operand as unknown[]).includes(value),
  gt: (value, operand) => both(value, operand, (a, b) => a > b),
  gte: (value, operand) => both(value, operand, (a, b) => a >= b),
  lt: (value, operand) => both(value, operand, (a, b) => a < b),
  lte: (value, operand) => both(value, operand, (a, b) => a <= b),
  before: (value, operand, now) => Date.parse(String(value)) < now + (parseDuration(String(operand)) ?? NaN),
  after: (value, operand, now) => Date.parse(String(value)) > now + (parseDuration(String(operand)) ?? NaN),
};

/** Answers a condition by the words of the design: what is not known fails every test but `exists: false`. */
export function holds(condition: object, scope: NaiveScope): boolean {
  const test = condition as Test;
  if ('all' in test) return (test['all'] as object[]).every((each) => holds(each, scope));
  if ('any' in test) return (test['any'] as object[]).some((each) => holds(each, scope));
  if ('not' in test) return !holds(test['not'] as object, scope);
  const { trait, property, context, ...asked } = test;
  const value =
    trait !== undefined
      ? readPath(scope.traits, trait as string)
      : property !== undefined
        ? readPath(scope.event?.properties, property as string)
        : readPath(scope.context, context as string);
  return Object.entries(asked).every(([name, operand]) => {
    if (name === 'exists') return known(value) === operand;
    const operator = OPERATORS[name];
    if (!operator) throw new Error(`the naive model knows no operator '${name}'`);
    return known(value) && operator(value, operand, scope.now);
  });
}
