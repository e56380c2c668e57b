import { parseDate } from '@parcours/conditions';
import type { Finding, JsonObject } from '@parcours/kernel';
import { checkZone } from '../time/check-zone.js';
import { HORIZON_YEARS, parseRecurrence, RecurrenceDefect } from './recurrence.js';

/** A schedule that counts days further than they are looked for. */
export const COUNT_TOO_FAR = 'journeys.count-too-far';

/** A rule of recurrence that cannot be read: it never fires. */
export const INVALID_RULE = 'journeys.invalid-rule';

/** Defects of a trigger that its schema cannot see; `at` is its JSON pointer. */
export function checkTrigger({ type, rrule, from, timezone }: JsonObject, at: string): Finding[] {
  const findings = typeof timezone === 'string' ? checkZone(timezone, `${at}/timezone`) : [];
  if (type !== 'schedule' || typeof rrule !== 'string') return findings;
  const first = typeof from === 'string' ? parseDate(from) : undefined;
  if (from !== undefined && first === undefined) {
    return [...findings, defect('journeys.invalid-value', `${at}/from`, 'There is no such day.')];
  }
  const rule = parseRecurrence(rrule, first);
  if (rule instanceof RecurrenceDefect)
    return [...findings, defect(INVALID_RULE, `${at}/rrule`, rule.message, rule.suggestion)];
  return rule.isCountTooFar ? [...findings, countTooFar(`${at}/rrule`)] : findings;
}

function countTooFar(at: string): Finding {
  return defect(
    COUNT_TOO_FAR,
    at,
    `The last day of COUNT lies more than ${String(HORIZON_YEARS)} years after the first.`,
    'Use a smaller COUNT, or none: then the rule has no end.',
  );
}

function defect(code: string, pointer: string, message: string, suggestion?: string): Finding {
  return {
    code,
    severity: 'error',
    pointer,
    message,
    ...(suggestion !== undefined && { suggestion }),
  };
}
