import { describeError } from '@parcours/kernel';
import type { SendError } from '@parcours/sdk';

import type { SecretScrubber } from './secret-scrubber.js';
import { DeadlinePassed } from './with-deadline.js';

/** The plugin answered something that is no answer. */
export class BadAnswer extends Error {}

/** What a call into a plugin that threw means: what it did before it failed nobody knows. */
export function failureOf(cause: unknown, scrubber: SecretScrubber, who: 'connector' | 'plugin'): SendError {
  const failure = { class: 'temporary', maybeSent: true } as const;
  if (cause instanceof DeadlinePassed) {
    return { ...failure, code: 'plugin.timed-out', detail: `The ${who} did not answer in time.` };
  }
  if (cause instanceof BadAnswer) {
    return { ...failure, code: 'plugin.bad-answer', detail: `The ${who} did not answer as it has to.` };
  }
  return { ...failure, code: 'plugin.threw', detail: scrubber.text(describeError(cause), 500) };
}
