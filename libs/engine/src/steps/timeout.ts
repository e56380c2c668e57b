import type { JsonObject } from '@parcours/kernel';
import { DURATION, STEP_KEY } from '../definition/schema-parts.js';

/** How long an answer is waited for, and the way out when the time is over. */
export interface Timeout {
  /** A duration. */
  readonly after: string;
  readonly next: string;
}

export const TIMEOUT: JsonObject = {
  type: 'object',
  description: 'How long it waits, and the way out when the time is over.',
  required: ['after', 'next'],
  additionalProperties: false,
  properties: { after: DURATION, next: STEP_KEY },
};
