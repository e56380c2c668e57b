import { parseDate } from '@parcours/conditions';
import type { Finding, JsonObject } from '@parcours/kernel';
import { checkZone } from '../time/check-zone.js';
import { parseRecurrence, RecurrenceDefect } from './recurrence.js';

/** Defects of a trigger that its schema cannot see; `at` is its JSON pointer. */
export function checkTrigger({ type, rrule, from, timezone }: JsonObject, at: string): Finding[] {
  const findings = typeof timezone === 'string' ? checkZone(timezone, `${at}/timezone`) : [];
  if (type !== 'schedule' || typeof rrule !== 'string') return findings;
  const first = typeof from === 'string' ? parseDate(from) : undefined;
  if (from !== undefined && first === undefined) {
    return [...findings, defect('invalid-value', `${at}/from`, 'There is no such day.')];
  }
  const rule = parseRecurrence(rrule, first);
  if (!(rule instanceof RecurrenceDefect)) return findings;
  return [...findings, defect('invalid-rule', `${at}/rrule`, rule.message, rule.suggestion)];
}

function defect(code: string, pointer: string, message: string, suggestion?: string): Finding {
  return {
    code: `journeys.${code}`,
    severity: 'error',
    pointer,
    message,
    ...(suggestion !== undefined && { suggestion }),
  };
}
