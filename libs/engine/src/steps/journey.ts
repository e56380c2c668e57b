import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import { named, say } from '../diagram/picture.js';
import { defineStepType } from './step-type.js';

/** Lets the customer into another journey, or takes them out of it. */
export interface JourneyStep {
  readonly type: 'journey';
  readonly enter?: string;
  readonly leave?: string;
  readonly next: string;
}

export const journeyStep = defineStepType<JourneyStep>({
  type: 'journey',
  title: 'Journey',
  description:
    'Lets the customer into another journey, whose conditions and re-entry rules hold, or takes them out of it.',
  required: ['next'],
  properties: {
    enter: { ...KEY, description: 'The journey to enter.' },
    leave: { ...KEY, description: 'The journey to leave, wherever in it the customer is.' },
    next: STEP_KEY,
  },
  rules: { oneOf: [{ required: ['enter'] }, { required: ['leave'] }] },
  examples: [{ type: 'journey', enter: 'nurture', next: 'end' }],
  rests: false,
  explain: {
    enters: {
      en: 'The customer was sent into the journey {journey}, and it went on to {next}.',
      fr: 'Le client a été envoyé dans le parcours {journey} : passage à {next}.',
    },
    leaves: {
      en: 'The customer was taken out of the journey {journey}, and it went on to {next}.',
      fr: 'Le client a été retiré du parcours {journey} : passage à {next}.',
    },
  },
  ways: ({ next }) => [{ next, at: '/next' }],
  references: ({ enter, leave }) => [
    ...(enter === undefined ? [] : [{ kind: 'journey', key: enter, at: '/enter' } as const]),
    ...(leave === undefined ? [] : [{ kind: 'journey', key: leave, at: '/leave' } as const]),
  ],
  compile: ({ enter, leave = '', next }) => ({
    enter: (visit) => {
      const { step, visit: number } = visit;
      const journey = enter ?? leave;
      visit.emit({ type: enter === undefined ? 'leave' : 'enter', journey, step, visit: number });
      const code = enter === undefined ? 'leaves' : 'enters';
      return { move: 'go', next, code, detail: { journey, next } };
    },
  }),
  picture: ({ enter, leave = '', next }, context) => ({
    icon: 'entry',
    kind: enter === undefined ? say(context, 'Leave', 'Sortie de') : say(context, 'Enter', 'Entrée dans'),
    title: named(context, 'journey', enter ?? leave),
    details: [],
    ways: [{ next }],
  }),
});
