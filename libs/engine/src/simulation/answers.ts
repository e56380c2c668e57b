import type { JsonObject, JsonValue } from '@parcours/kernel';
import { KEY_PATTERN } from '@parcours/kernel';
import type { CallEnd, OutsideCall } from '../run/passage.js';
import { savedValue } from '../steps/http-answer.js';

/** What another system answers in a simulation. */
export interface SimulatedAnswer {
  /** Default 200; anything but 200 to 299 is a failure. */
  readonly status?: number;
  /** The body of an HTTP answer, or the output of an action; default null. */
  readonly body?: JsonValue;
  /** The way that a plugin's step answers; default `next`. */
  readonly way?: string;
}

/** Answers by the step that calls. */
export type SimulatedAnswers = Readonly<Record<string, SimulatedAnswer>>;

/** How a call ends that is answered like this. */
export function endOf(call: OutsideCall, { status = 200, body = null, way }: SimulatedAnswer = {}): CallEnd {
  const told = call.kind === 'http' ? { status } : {};
  if (status < 200 || status >= 300) return { succeeded: false, code: 'outside.refused', ...told };
  const value = call.save === undefined ? undefined : savedValue(call.save, { status, body });
  const decided = call.kind === 'step' && way !== undefined ? { way } : {};
  return { succeeded: true, ...told, ...decided, ...(value === undefined ? {} : { value }) };
}

/** What other systems answer. */
export const ANSWERS_SCHEMA: JsonObject = {
  type: 'object',
  maxProperties: 1_000,
  propertyNames: { pattern: KEY_PATTERN },
  description:
    'What other systems answer to the steps that call them, by step. Nothing is called; a step that is left out is answered 200 with nothing in it.',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: {
      status: {
        type: 'integer',
        minimum: 100,
        maximum: 599,
        default: 200,
        description: 'Anything but 200 to 299 is a failure.',
      },
      way: {
        type: 'string',
        maxLength: 50,
        description: 'The way that the step of a plugin answers; next where it is left out.',
        examples: ['refused'],
      },
      body: {
        description: 'The body of an HTTP answer, or the output of an action or of a plugin.',
        examples: [{ score: 0.8 }],
      },
    },
  },
  examples: [{ score: { status: 200, body: { score: 0.8 } } }],
};
