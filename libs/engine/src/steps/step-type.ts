import type { Condition, ConditionScope, HeardEvent } from '@parcours/conditions';
import type { Finding, JsonObject, JsonValue, LocalisedText } from '@parcours/kernel';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { EngineErrors } from '../engine.errors.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { schemaValidator } from '../definition/schema-validator.js';
import type { Effect, MessageDecision, MessageRequest, Signal } from '../run/passage.js';
import type { CustomerView, Waiting } from '../run/state.js';
import type { CompiledTrial, TrialCount } from '../trials/trial.js';

/** A way out of a step; `at` is the JSON pointer of the reference inside the step. */
export interface Way {
  readonly next: string;
  readonly at: string;
}

/** A piece of content that a step names; `at` is a JSON pointer inside the step. */
export interface ContentReference {
  readonly kind:
    | 'template'
    | 'touchpoint'
    | 'policy'
    | 'journey'
    | 'connector'
    | 'topic'
    | 'survey'
    | 'offer'
    | 'segment'
    | 'persona'
    | 'team';
  readonly key: string;
  readonly at: string;
}

/** A condition that a step asks; `at` is its JSON pointer inside the step. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly at: string;
}

/** What one step sees of the enrollment that visits it. */
export interface StepVisit {
  readonly step: string;
  readonly visit: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly customer: CustomerView;
  readonly context: JsonObject;
  /** The workspace's zone. */
  readonly timezone: string;
  /** The wait that a signal has come to; null on entering. */
  readonly waiting: Waiting | null;
  /** When that wait ends by time, in milliseconds since the epoch: as it was on entering, whatever the step says by now. */
  readonly dueAt: number | null;
  /** In the share of customers that enter but receive nothing. */
  readonly isHeldOut: boolean;
  /** Traits, the event at hand (the signal's, else the trigger's), context and now. */
  scope(): ConditionScope;
  /** The key of the journey. */
  readonly journeyKey: string;
  /** The enrollment as events name it; undefined where they name none. */
  readonly enrollment: string | undefined;
  /** A number from 0 up to 1 that is always the same for this customer at this step, and for these further names. */
  chance(...names: readonly string[]): number;
  /** What this step has tried before with this enrollment. */
  tried(): string | undefined;
  /** How it went at this step with all customers, as far as that is known. */
  trialCount(arm: string): TrialCount;
  /** Notes that the step tries something now. */
  try(arm: string): void;
  /** Why the customer cannot have an offer now; `undefined` when they can. */
  refuseOffer(offer: string): string | undefined;
  decideMessage(request: MessageRequest): MessageDecision;
  emit(effect: Effect): void;
  setTraits(traits: JsonObject): void;
  /** Lets the enrollment carry a value, for the steps that follow. */
  setContext(name: string, value: JsonValue): void;
}

/** What a step decides: go on, wait, or end. */
export type Move =
  | { readonly move: 'go'; readonly next: string; readonly code: string; readonly detail?: JsonObject }
  | { readonly move: 'wait'; readonly dueAt: number | null; readonly waiting: Waiting }
  | { readonly move: 'end'; readonly reason: string; readonly code: string; readonly detail?: JsonObject };

/** A step, compiled. */
export interface CompiledStep {
  /** What the step does with an enrollment that enters it. */
  enter(visit: StepVisit): Move;
  /** What it does with a signal that has come to its own wait; `undefined` when the signal does not concern it. */
  signal?(visit: StepVisit, signal: Signal): Move | undefined;
  /** Every event that can move on who rests in it. */
  readonly awaits?: readonly string[];
  /** What it asks the customer, for the page that its message leads to. */
  readonly question?: StepQuestion;
  /** How it learns from what comes of what it tries. */
  readonly trial?: CompiledTrial;
}

/** What an enrollment that rests in a step waits for. */
export interface RestingWait {
  readonly waiting: Waiting | null;
  /** Milliseconds since the epoch. */
  readonly dueAt: number | null;
}

/** A wait under another version of its step; `undefined` where nothing is left to wait for. */
export type WaitAdaption = (wait: RestingWait) => RestingWait | undefined;

/** What a step asks a customer. */
export type StepQuestion =
  | {
      readonly type: 'choice';
      readonly options: readonly { readonly key: string; readonly label: LocalisedText }[];
    }
  | { readonly type: 'survey'; readonly survey: string };

/** One sentence per language; `{member}` is replaced by that member of the record's detail. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

/**
 * One type of step. Everything that knows about types of steps (schema, validation, compiler, engine, words) asks
 * this interface, so that a new type is one file and one entry in the table.
 */
export interface StepType {
  readonly type: string;
  /** JSON Schema of a whole step. It may use the `$defs` of the journey schema. */
  readonly schema: JsonObject;
  /** A sentence for each code of its records. */
  readonly explain: Readonly<Record<string, Sentence>>;
  /** What the schema says against a step; empty for an accepted one. */
  errors(step: unknown): readonly ErrorObject[];
  /**
   * True where every enrollment rests in this step, so that a loop through it does not spin. Like the functions below,
   * only for an accepted step; others throw engine.definition-invalid.
   */
  rests(step: unknown): boolean;
  /** Every way out. */
  ways(step: unknown): readonly Way[];
  /** Steps that it names without leading to them: their messages are what it is about. */
  namedSteps(step: unknown): readonly Way[];
  references(step: unknown): readonly ContentReference[];
  /** Every condition that it asks. */
  conditions(step: unknown): readonly PlacedCondition[];
  /** The events that it names to wait for them, with pointers inside the step. */
  hears(step: unknown): readonly HeardEvent[];
  /** Defects that the schema cannot see; `at` is the step's JSON pointer. */
  check(step: unknown, at: string): readonly Finding[];
  compile(step: unknown): CompiledStep;
  /** How waits change from one version of a step to another; `undefined` where they stay as they are. */
  adaptWaits(from: unknown, to: unknown): WaitAdaption | undefined;
  /** How it is drawn; `undefined` for a step that the schema does not accept. */
  picture(step: unknown, context: PictureContext): StepPicture | undefined;
}

/** How a type of step is declared, with the shape S of its steps. */
export interface StepTypeSpec<S> {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, JsonObject>>;
  /** Further keywords of JSON Schema for the whole step. */
  readonly rules?: JsonObject;
  readonly examples?: readonly JsonObject[];
  /** Whether every enrollment rests in it; a wait that may be over before it begins is none. */
  readonly rests: boolean | ((step: S) => boolean);
  readonly explain: Readonly<Record<string, Sentence>>;
  readonly ways: (step: S) => readonly Way[];
  readonly namedSteps?: (step: S) => readonly Way[];
  readonly references?: (step: S) => readonly ContentReference[];
  /** What it asks of customers; content that a condition names need not be among `references`. */
  readonly conditions?: (step: S) => readonly PlacedCondition[];
  /** The events that it names to wait for them; those of its conditions need not be among them. */
  readonly hears?: (step: S) => readonly HeardEvent[];
  readonly check?: (step: S, at: string) => readonly Finding[];
  readonly compile: (step: S) => CompiledStep;
  /** Default: waits stay as they are. */
  readonly adaptWaits?: (from: S, to: S) => WaitAdaption | undefined;
  /** Default: its title, and its ways without a word. */
  readonly picture?: (step: S, context: PictureContext) => StepPicture;
}

/**
 * Declares a type of step.
 * @example
 * defineStepType<ExitStep>({
 *   type: 'exit', title: 'Exit', description: 'Ends the journey.', rests: false,
 *   properties: { reason: { type: 'string' } }, explain: { ended: { en: 'Ended.', fr: 'Terminé.' } },
 *   ways: () => [],
 *   compile: ({ reason = 'completed' }) => ({ enter: () => ({ move: 'end', reason, code: 'ended' }) }),
 * });
 */
export function defineStepType<S>(spec: StepTypeSpec<S>): StepType {
  const schema: JsonObject = {
    type: 'object',
    title: spec.title,
    description: spec.description,
    required: ['type', ...(spec.required ?? [])],
    additionalProperties: false,
    properties: { type: { const: spec.type }, ...spec.properties },
    ...spec.rules,
    ...(spec.examples ? { examples: [...spec.examples] } : {}),
  };
  const validator = schemaValidator<S>(schema);
  const narrow = (step: unknown): S => {
    if (!validator.accepts(step)) throw EngineErrors.definitionInvalid({});
    return step;
  };
  return {
    type: spec.type,
    schema,
    explain: spec.explain,
    errors: (step) => validator.errors(step),
    rests: (step) => (typeof spec.rests === 'function' ? spec.rests(narrow(step)) : spec.rests),
    ways: (step) => spec.ways(narrow(step)),
    namedSteps: (step) => spec.namedSteps?.(narrow(step)) ?? [],
    references: (step) => spec.references?.(narrow(step)) ?? [],
    conditions: (step) => spec.conditions?.(narrow(step)) ?? [],
    hears: (step) => spec.hears?.(narrow(step)) ?? [],
    check: (step, at) => spec.check?.(narrow(step), at) ?? [],
    compile: (step) => spec.compile(narrow(step)),
    adaptWaits: (from, to) => spec.adaptWaits?.(narrow(from), narrow(to)),
    picture: (step, context) => {
      if (!validator.accepts(step)) return undefined;
      return spec.picture?.(step, context) ?? plainPicture(spec, step);
    },
  };
}

function plainPicture<S>(spec: StepTypeSpec<S>, step: S): StepPicture {
  return { icon: 'step', kind: spec.title, title: '', details: [], ways: spec.ways(step) };
}

/** The ways out that a map of outcomes names, with their pointers. */
export function waysOf(ways: Readonly<Record<string, string | undefined>>): Way[] {
  return Object.entries(ways).flatMap(([at, next]) => (next === undefined ? [] : [{ at, next }]));
}
