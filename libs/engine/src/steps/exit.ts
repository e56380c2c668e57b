import { KEY_PATTERN } from '@parcours/kernel';
import { say } from '../diagram/picture.js';
import { defineStepType } from './step-type.js';

/** Ends the journey. */
export interface ExitStep {
  readonly type: 'exit';
  /** Kept as the enrollment's end reason; default `completed`. */
  readonly reason?: string;
}

export const exitStep = defineStepType<ExitStep>({
  type: 'exit',
  title: 'Exit',
  description: 'Ends the journey for this customer.',
  properties: {
    reason: {
      type: 'string',
      pattern: KEY_PATTERN,
      not: {
        enum: [
          'exit-rule',
          'goal',
          'left',
          'merged',
          'exited-by-operator',
          'paused',
          'unpublished',
          'engine.loop',
        ],
      },
      default: 'completed',
      description: 'Why it ends, for reports.',
    },
  },
  examples: [{ type: 'exit', reason: 'completed' }],
  rests: false,
  explain: { ended: { en: 'The journey ended: {reason}.', fr: 'Le parcours s’est terminé : {reason}.' } },
  ways: () => [],
  compile: ({ reason = 'completed' }) => ({
    enter: () => ({ move: 'end', reason, code: 'ended', detail: { reason } }),
  }),
  picture: ({ reason = 'completed' }, context) => ({
    icon: 'exit',
    kind: say(context, 'Exit', 'Sortie'),
    title: reason,
    details: [],
    ways: [],
  }),
});
