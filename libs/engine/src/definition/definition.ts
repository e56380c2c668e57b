import type { Condition } from '@parcours/conditions';
import type { ActionStep } from '../steps/action.js';
import type { BranchStep } from '../steps/branch.js';
import type { ChoiceStep } from '../steps/choice.js';
import type { EmitStep } from '../steps/emit.js';
import type { HttpStep } from '../steps/http.js';
import type { ExitStep } from '../steps/exit.js';
import type { JourneyStep } from '../steps/journey.js';
import type { MessageStep } from '../steps/message.js';
import type { OfferStep } from '../steps/offer.js';
import type { PluginStep } from '../steps/plugin.js';
import type { SplitStep } from '../steps/split.js';
import type { SurveyStep } from '../steps/survey.js';
import type { UpdateStep } from '../steps/update.js';
import type { WaitForStep } from '../steps/wait-for.js';
import type { WaitStep } from '../steps/wait.js';
import type { DateTrigger, ScheduleTrigger } from '../triggers/calendar.js';
import type { GoalDefinition } from './goals.js';

/** What a journey template's `definition` says; see {@link JOURNEY_DEFINITION_SCHEMA}. */
export interface JourneyDefinition {
  readonly entry: EntryDefinition;
  /** Leave at once, from any step, when one of these fires. */
  readonly exit?: readonly ExitRuleDefinition[];
  readonly goals?: readonly GoalDefinition[];
  /** The key of the first step. */
  readonly start: string;
  readonly steps: Readonly<Record<string, StepDefinition>>;
}

/** How customers come in. */
export interface EntryDefinition {
  /** Any of them. */
  readonly triggers: readonly TriggerDefinition[];
  /** Who may enter. */
  readonly condition?: Condition;
  readonly reentry?: ReentryDefinition;
  /** Share of customers that enter but receive nothing, to measure what the journey does. The same ones every time. */
  readonly holdout?: number;
  /** Lets so many in a window of time; the rest waits its turn. */
  readonly limit?: { readonly max: number; readonly per: string };
}

/** What sets the journey off. */
export type TriggerDefinition =
  | { readonly type: 'event'; readonly event: string; readonly where?: Condition }
  | { readonly type: 'api' }
  | { readonly type: 'segment'; readonly segment: string; readonly on: 'enter' | 'exit' }
  | { readonly type: 'persona'; readonly persona: string; readonly on: 'enter' | 'exit' }
  | ScheduleTrigger
  | DateTrigger;

/** Who may come again; see `canEnter` for the exact meaning. */
export interface ReentryDefinition {
  /** Default `never`. */
  readonly mode?: 'never' | 'after-exit' | 'always';
  /** Rest after the last passage, as a duration. */
  readonly cooldown?: string;
  /** A path such as `event.order_id` or `context.cart`: the rules above hold for each of its values apart. */
  readonly key?: string;
}

/** A reason to leave at once. A condition is looked at whenever something happens to the enrollment. */
export type ExitRuleDefinition =
  { readonly event: string; readonly where?: Condition } | { readonly condition: Condition };

/** One of the built-in steps, or a plugin's. */
export type StepDefinition =
  | MessageStep
  | WaitStep
  | WaitForStep
  | BranchStep
  | SplitStep
  | ChoiceStep
  | SurveyStep
  | OfferStep
  | UpdateStep
  | EmitStep
  | HttpStep
  | ActionStep
  | JourneyStep
  | ExitStep
  | PluginStep;
