import type { JsonObject, JsonValue } from '@parcours/kernel';

import type { FromSchema, JsonSchema } from './json-schema.js';
import type { SendError } from './outgoing-message.js';
import type { CallContext, PluginLogger } from './plugin-host-context.js';
import type { HttpClient } from './plugin-http.js';

/** The same words in each language of the product. */
export interface StepWords {
  readonly en: string;
  readonly fr: string;
}

/** One visit of one customer to a step. */
export interface StepRequest<C = unknown> {
  /** Stable over retries: hand it to a system that takes an idempotency key, or look it up before you act. */
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** What the journey says, with every `{{…}}` read; checked against the schema, with defaults filled in. */
  readonly config: C;
  /** As they were when the step was entered. */
  readonly customer: { readonly id: string; readonly traits: JsonObject };
  /** The event that let the customer into the journey or into the step; `occurredAt` in milliseconds since the epoch. */
  readonly event:
    { readonly name: string; readonly properties: JsonObject; readonly occurredAt: number } | undefined;
  /** What the journey carries. */
  readonly context: JsonObject;
}

/** What accompanies a step's run. */
export interface StepContext extends CallContext {
  readonly logger: PluginLogger;
  /** The platform's clock: milliseconds since the Unix epoch, UTC. */
  readonly clock: { now(): number };
  readonly http: HttpClient;
}

/**
 * What became of a visit. `way` is one of the declared ways; `output` is JSON that a journey can keep a part of. The
 * classes of errors mean what they mean for actions.
 */
export type StepResult =
  | { readonly status: 'done'; readonly way: string; readonly output?: JsonValue }
  | { readonly status: 'failed'; readonly error: SendError };

/** A type of step that journeys can use; `C` is the type of its checked configuration. */
export interface PluginStepType<C = unknown> {
  /** What people call it. */
  readonly title: StepWords;
  /** One sentence for whoever writes a journey. */
  readonly description: string;
  /** JSON Schema (draft 2020-12) of what a step says: an object. Journeys are held against it before they are published. */
  readonly config: JsonSchema;
  /** Ways out, 1 or more: lower case letters, digits and hyphens. A journey names a step for a way, or lets it go to `next`. */
  readonly ways: readonly string[];
  /** A sentence by way for the history of a customer; `{next}` becomes the step that it went on to. */
  readonly explain?: Readonly<Record<string, StepWords>>;
  /**
   * Runs once per visit, and again after a failure that may pass. A failure is a result, not an exception: an exception
   * makes the host try again, marked as perhaps done.
   */
  run(request: StepRequest<C>, context: StepContext): Promise<StepResult>;
}

/** A type of step whose schema is written out, so that the type of its configuration follows from it. */
export interface PluginStepTypeDefinition<S extends JsonSchema> extends PluginStepType<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares a type of step; `run` receives a configuration typed by the schema.
 * @example
 * const credit = definePluginStepType({
 *   title: { en: 'Credit check', fr: 'Contrôle de solvabilité' },
 *   description: 'Asks whether the customer is good for an amount.',
 *   config: { type: 'object', required: ['amount'], properties: { amount: { type: 'number' } } },
 *   ways: ['granted', 'refused'],
 *   run: async ({ config, customer }) => ({ status: 'done', way: await ask(customer.id, config.amount) }),
 * });
 */
export function definePluginStepType<const S extends JsonSchema>(
  step: PluginStepTypeDefinition<S>,
): PluginStepTypeDefinition<S> {
  return step;
}
