import { actionStep } from './action.js';
import { branchStep } from './branch.js';
import { choiceStep } from './choice.js';
import { emitStep } from './emit.js';
import { exitStep } from './exit.js';
import { httpStep } from './http.js';
import { journeyStep } from './journey.js';
import { messageStep } from './message.js';
import { offerStep } from './offer.js';
import { isPluginStepType, type OfferedStep, offeredStep, pluginStep } from './plugin.js';
import type { StepType } from './step-type.js';
import { splitStep } from './split.js';
import { surveyStep } from './survey.js';
import { updateStep } from './update.js';
import { waitForStep } from './wait-for.js';
import { waitStep } from './wait.js';

/** Types of steps by name. */
export type StepTypes = ReadonlyMap<string, StepType>;

/** Beside what it lists it knows every plugin's steps, loaded or not: a journey under way needs no more of them. */
class StepTypeTable extends Map<string, StepType> {
  override get(type: string): StepType | undefined {
    return super.get(type) ?? (isPluginStepType(type) ? { ...pluginStep, type } : undefined);
  }
}

const BUILT_IN: readonly StepType[] = [
  messageStep,
  waitStep,
  waitForStep,
  branchStep,
  splitStep,
  choiceStep,
  surveyStep,
  offerStep,
  updateStep,
  emitStep,
  httpStep,
  actionStep,
  journeyStep,
  exitStep,
];

/** The built-in types of steps, and what can be known of plugins' steps without the plugins. */
export const STEP_TYPES: StepTypes = new StepTypeTable(BUILT_IN.map((each) => [each.type, each]));

/** The same with what the loaded plugins say of theirs. */
export function stepTypesWith(offered: readonly OfferedStep[]): StepTypes {
  const types = [...BUILT_IN, ...offered.map(offeredStep)];
  return new StepTypeTable(types.map((each) => [each.type, each]));
}
