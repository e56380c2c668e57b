import { type Finding, type JsonObject, pointer } from '@parcours/kernel';
import { KEY } from '../definition/schema-parts.js';
import type { PictureContext } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import type { DrawMethod, TrialArm } from '../trials/draw-arm.js';
import type { TrialAim } from '../trials/trial.js';
import type { ContentReference } from './step-type.js';

/** Several templates of which each customer gets one. */
export interface Experiment {
  readonly variants: readonly { readonly template: string; readonly weight?: number }[];
  /** What a good variant brings about. */
  readonly optimise: Exclude<TrialAim, 'accepted'>;
  /** Default `fixed`: shares by weights. */
  readonly method?: 'fixed' | 'thompson';
}

export const EXPERIMENT: JsonObject = {
  type: 'object',
  description: 'Several templates, of which each customer gets one, in place of the template.',
  required: ['variants', 'optimise'],
  additionalProperties: false,
  properties: {
    variants: {
      type: 'array',
      description: 'The templates.',
      minItems: 2,
      maxItems: 20,
      items: {
        type: 'object',
        required: ['template'],
        additionalProperties: false,
        properties: {
          template: { ...KEY, description: 'A message template.' },
          weight: {
            type: 'number',
            exclusiveMinimum: 0,
            maximum: 1_000,
            default: 1,
            description: 'Its share beside the others; of the method fixed.',
          },
        },
      },
    },
    optimise: {
      enum: ['opened', 'clicked', 'goal'],
      description:
        'What a good variant brings about: message.opened, message.clicked, or a goal of the journey.',
    },
    method: {
      enum: ['fixed', 'thompson'],
      default: 'fixed',
      description:
        'fixed: shares by weights. thompson: the variant that works best is drawn more and more often.',
    },
  },
};

export function armsOf({ variants }: Experiment): TrialArm[] {
  return variants.map(({ template, weight = 1 }) => ({ key: template, weight }));
}

export function methodOf(experiment: Experiment | undefined): DrawMethod {
  return experiment?.method === 'thompson' ? 'thompson' : 'weighted';
}

export function experimentReferences(experiment: Experiment | undefined): ContentReference[] {
  return (experiment?.variants ?? []).map(({ template }, index) => ({
    kind: 'template',
    key: template,
    at: pointer('experiment', 'variants', index, 'template'),
  }));
}

/** Findings about the variants; `at` is the JSON pointer of the experiment. */
export function checkExperiment(experiment: Experiment | undefined, at: string): Finding[] {
  if (!experiment) return [];
  const { variants, method } = experiment;
  return variants.flatMap(({ template, weight }, index): Finding[] => {
    const isRepeated = variants.findIndex((variant) => variant.template === template) < index;
    const isIgnored = method === 'thompson' && weight !== undefined;
    return [
      ...(isRepeated ? [repeatedVariant(template, at + pointer('variants', index, 'template'))] : []),
      ...(isIgnored ? [ignoredWeight(at + pointer('variants', index, 'weight'))] : []),
    ];
  });
}

/** How the draw is made, in words. */
export function experimentInWords({ method, optimise }: Experiment, context: PictureContext): string {
  const aim = {
    opened: say(context, 'opened', 'ouvert'),
    clicked: say(context, 'clicked', 'cliqué'),
    goal: say(context, 'goal reached', 'objectif atteint'),
  }[optimise];
  return method === 'thompson'
    ? say(context, `learns from: ${aim}`, `apprend de : ${aim}`)
    : say(context, `fixed shares, counts: ${aim}`, `parts fixes, compte : ${aim}`);
}

function repeatedVariant(template: string, at: string): Finding {
  return {
    code: 'journeys.repeated-key',
    severity: 'error',
    pointer: at,
    message: `There is a variant '${template}' already.`,
    suggestion: 'Name each template once, and give it a larger weight.',
  };
}

/** Also of offers. */
export function ignoredWeight(at: string): Finding {
  return {
    code: 'journeys.weight-ignored',
    severity: 'warning',
    pointer: at,
    message: 'The weight changes nothing: the draw is not made by weights.',
    suggestion: 'Leave it out, or choose a method that uses weights.',
  };
}
