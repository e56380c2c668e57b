import { actionStep } from './action.js';
import { branchStep } from './branch.js';
import { choiceStep } from './choice.js';
import { emitStep } from './emit.js';
import { exitStep } from './exit.js';
import { httpStep } from './http.js';
import { journeyStep } from './journey.js';
import { messageStep } from './message.js';
import { offerStep } from './offer.js';
import type { StepType } from './step-type.js';
import { splitStep } from './split.js';
import { surveyStep } from './survey.js';
import { updateStep } from './update.js';
import { waitForStep } from './wait-for.js';
import { waitStep } from './wait.js';

/** Types of steps by name. */
export type StepTypes = ReadonlyMap<string, StepType>;

/** The built-in types of steps. */
export const STEP_TYPES: StepTypes = new Map(
  [
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
  ].map((each) => [each.type, each]),
);
