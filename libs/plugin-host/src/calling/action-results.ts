import type { JsonValue } from '@parcours/kernel';
import type { ActionResult, StepResult } from '@parcours/sdk';

import type { SecretScrubber } from './secret-scrubber.js';
import { checkedError, isRecord } from './send-results.js';

/** The longest output of an action, in characters of JSON. */
const LONGEST_OUTPUT = 65_536;

/** A plugin's answer, copied member by member and cleaned of secrets; `undefined` where it is no result of an action. */
export function checkedAction(answer: unknown, scrubber: SecretScrubber): ActionResult | undefined {
  if (!isRecord(answer)) return undefined;
  if (answer['status'] === 'failed') {
    const error = checkedError(answer['error'], scrubber);
    return error && { status: 'failed', error };
  }
  if (answer['status'] !== 'done') return undefined;
  const output = plain(answer['output'], scrubber);
  return output === undefined ? { status: 'done' } : { status: 'done', output };
}

/** The same of a step, whose answer has to name one of its ways. */
export function checkedStep(
  answer: unknown,
  ways: readonly string[],
  scrubber: SecretScrubber,
): StepResult | undefined {
  const result = checkedAction(answer, scrubber);
  if (result?.status !== 'done') return result;
  const way = isRecord(answer) ? answer['way'] : undefined;
  return typeof way === 'string' && ways.includes(way) ? { ...result, way } : undefined;
}

/** What JSON makes of it: no plugin's object lives on in here. */
function plain(output: unknown, scrubber: SecretScrubber): JsonValue | undefined {
  const text: unknown = output === undefined ? undefined : JSON.stringify(output);
  if (typeof text !== 'string' || text.length > LONGEST_OUTPUT) return undefined;
  return JSON.parse(scrubber.text(text, LONGEST_OUTPUT)) as JsonValue;
}
