import type { JsonObject } from '@parcours/kernel';
import { EVENT_NAME, STEP_KEY } from '../definition/schema-parts.js';
import { checkValue, compileValue } from '../definition/values.js';
import { say } from '../diagram/picture.js';
import { defineStepType } from './step-type.js';

/** Raises an event of the customer, which every journey can hear, this one included. */
export interface EmitStep {
  readonly type: 'emit';
  readonly event: string;
  /** Values may be read: `{{event.amount}}`, `{{context.score}}`, `{{customer.plan}}`, `{{step.key}}`. */
  readonly properties?: JsonObject;
  readonly next: string;
}

export const emitStep = defineStepType<EmitStep>({
  type: 'emit',
  title: 'Emit',
  description:
    'Raises an event of the customer: other journeys and segments see it as if it had been sent in.',
  required: ['event', 'next'],
  properties: {
    event: EVENT_NAME,
    properties: {
      type: 'object',
      maxProperties: 100,
      description: 'Properties of the event. {{event.amount}}, {{customer.plan}} and {{step.key}} are read.',
    },
    next: STEP_KEY,
  },
  examples: [
    { type: 'emit', event: 'journey.milestone', properties: { step: '{{step.key}}' }, next: 'thanks' },
  ],
  rests: false,
  explain: {
    emitted: {
      en: 'The event {event} was raised, and it went on to {next}.',
      fr: 'L’événement {event} a été émis : passage à {next}.',
    },
  },
  ways: ({ next }) => [{ next, at: '/next' }],
  check: ({ properties }, at) => checkValue(properties, `${at}/properties`),
  compile: ({ event, properties = {}, next }) => {
    const members = Object.entries(properties).map(([name, value]) => [name, compileValue(value)] as const);
    return {
      enter: (visit) => {
        const values: JsonObject = {};
        for (const [name, read] of members) {
          const value = read(visit);
          if (value !== undefined) values[name] = value;
        }
        visit.emit({ type: 'event', step: visit.step, visit: visit.visit, event, properties: values });
        return { move: 'go', next, code: 'emitted', detail: { event, next } };
      },
    };
  },
  picture: ({ event, next }, context) => ({
    icon: 'event',
    kind: say(context, 'Emit', 'Émission'),
    title: event,
    details: [],
    ways: [{ next }],
  }),
});
