import type { JsonValue } from '@parcours/kernel';

import type { FromSchema, JsonSchema } from './json-schema.js';
import type { StepWords } from './plugin-step-type.js';

/** A value that a test looks at, by a dotted path: `trait.account.balance`, `property.amount`, `context.order`. */
export type ConditionValue = `trait.${string}` | `property.${string}` | `context.${string}`;

/** What a test is asked. */
export interface ConditionQuestion<C = unknown> {
  /** What stands in `with`, checked against the schema, with defaults filled in. */
  readonly config: C;
  /**
   * What it looks at, by the names of `reads`. Absent where nothing is known: a segment, for one, sees neither an event
   * nor an enrollment.
   */
  readonly values: Readonly<Partial<Record<ConditionValue, JsonValue>>>;
}

/**
 * A named test for conditions, everywhere that there are any: `{ "test": "plugin.name", "with": { … } }`. `C` is the
 * type of its checked configuration.
 */
export interface ConditionTest<C = unknown> {
  /** A clause that reads after "if the customer": `is in good standing`. */
  readonly words: StepWords;
  /** One sentence for whoever writes a condition. */
  readonly description: string;
  /** JSON Schema (draft 2020-12) of what stands in `with`: an object. */
  readonly config: JsonSchema;
  /** The values that it looks at: it is given no others. */
  reads(config: C): readonly ConditionValue[];
  /**
   * True where it holds. It is pure: the same answer for the same question, at once, with no look at a clock, a network
   * or a variable of its own. One that throws, answers anything but true or false, or takes longer than a tenth of a
   * second does not hold.
   */
  holds(question: ConditionQuestion<C>): boolean;
}

/** A test whose schema is written out, so that the type of its configuration follows from it. */
export interface ConditionTestDefinition<S extends JsonSchema> extends ConditionTest<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares a test for conditions; `holds` receives a configuration typed by the schema.
 * @example
 * const goodStanding = defineConditionTest({
 *   words: { en: 'is in good standing', fr: 'est en règle' },
 *   description: 'Owes no more than is allowed.',
 *   config: { type: 'object', properties: { most: { type: 'number', default: 0 } } },
 *   reads: () => ['trait.owed'],
 *   holds: ({ config, values }) => Number(values['trait.owed'] ?? 0) <= (config.most ?? 0),
 * });
 */
export function defineConditionTest<const S extends JsonSchema>(
  test: ConditionTestDefinition<S>,
): ConditionTestDefinition<S> {
  return test;
}
