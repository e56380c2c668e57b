import { pointer } from '@parcours/kernel';
import type { JourneyDefinition, StepDefinition } from './definition.js';

/** A template that a step can send. */
export interface SentTemplate {
  readonly key: string;
  /** JSON pointer inside the step. */
  readonly at: string;
}

/** How a step sends its message. */
export interface StepSending {
  readonly step: string;
  readonly templates: readonly SentTemplate[];
  readonly policy: string;
  /** A channel's name, or `policy`. */
  readonly channel: string;
  readonly touchpoint: string | undefined;
  /** Names that its templates can read beside what every template reads. */
  readonly gives: readonly string[];
}

/** What the steps of each type that send give their templates. */
const GIFTS = { message: [], choice: ['choices', 'choice'], survey: ['survey'], offer: ['offer'] } as const;

type SendingStep = Extract<StepDefinition, { type: keyof typeof GIFTS }>;

/** Every step that sends a message, and how. */
export function sendingsOf({ steps }: JourneyDefinition): StepSending[] {
  return Object.entries(steps).flatMap(([key, step]): StepSending[] => {
    if (!isSending(step)) return [];
    const { policy = 'default', channel = 'policy', touchpoint } = step;
    return [
      { step: key, templates: templatesOf(step), policy, channel, touchpoint, gives: GIFTS[step.type] },
    ];
  });
}

function isSending(step: StepDefinition): step is SendingStep {
  return Object.hasOwn(GIFTS, step.type);
}

function templatesOf(step: SendingStep): SentTemplate[] {
  if (step.type !== 'message' || !step.experiment) {
    return step.template === undefined ? [] : [{ key: step.template, at: '/template' }];
  }
  return step.experiment.variants.map(({ template }, index) => ({
    key: template,
    at: pointer('experiment', 'variants', index, 'template'),
  }));
}
