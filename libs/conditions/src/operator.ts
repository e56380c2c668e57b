import type { JsonObject, Language } from '@parcours/kernel';
import type { Phrase } from './words.js';

/** Asks one known value (neither absent nor null); `now` is in milliseconds since the epoch. */
export type ValuePredicate = (value: unknown, now: number) => boolean;

/** One operator of the language. Adding one is adding an entry to the table in operators.ts. */
export interface Operator {
  /** JSON Schema of the operand. */
  readonly schema: JsonObject;
  /** What an operand has to be, in words that complete "expected …". */
  readonly expected: string;
  accepts(operand: unknown): boolean;
  /** Why an operand of the right kind still cannot be used. */
  problem(operand: unknown): string | undefined;
  compile(operand: unknown): ValuePredicate;
  /** The answer for an absent or null value. */
  ofUnknown(operand: unknown): boolean;
  /** What is said of the value, to follow its name: `is at least 18`. `undefined` for an operand that is not accepted. */
  describe(operand: unknown, language: Language): string | undefined;
}

interface OperatorSpec<T> {
  readonly schema: JsonObject;
  readonly expected: string;
  readonly accepts: (operand: unknown) => operand is T;
  readonly problem?: (operand: T) => string | undefined;
  readonly compile: (operand: T) => ValuePredicate;
  readonly ofUnknown?: (operand: T) => boolean;
  readonly words: (operand: T) => Phrase;
}

/** Declares an operator whose functions see an operand of type T only after `accepts` has said yes. */
export function operator<T>(spec: OperatorSpec<T>): Operator {
  const { accepts, compile, problem, ofUnknown, words } = spec;
  return {
    schema: spec.schema,
    expected: spec.expected,
    accepts,
    problem: (operand) => (accepts(operand) ? problem?.(operand) : undefined),
    compile: (operand) => (accepts(operand) ? compile(operand) : () => false),
    ofUnknown: (operand) => accepts(operand) && ofUnknown !== undefined && ofUnknown(operand),
    describe: (operand, language) => (accepts(operand) ? words(operand)[language] : undefined),
  };
}
