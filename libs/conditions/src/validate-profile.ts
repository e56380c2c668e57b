import { isJsonObject, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import { validateCondition } from './validate.js';

const NEEDS = { property: 'an event', context: 'an enrollment' } as const;

/**
 * Every defect of a condition that is asked about a customer alone: of a persona, a segment, an offer. Beyond
 * {@link validateCondition} a test of `property` or `context` is one, because there is nothing for it to look at.
 * Pointers start with `at`, the condition's own place in its document.
 */
export function validateProfileCondition(condition: unknown, at = ''): Finding[] {
  const findings = validateCondition(condition, at);
  // Only of a sound condition is it known how deep it goes.
  return findings.length > 0 ? findings : misplacedTests(condition, at);
}

function misplacedTests(condition: unknown, at: string): Finding[] {
  if (!isJsonObject(condition)) return [];
  for (const combination of ['all', 'any'] as const) {
    const inner = condition[combination];
    if (!Array.isArray(inner)) continue;
    return inner.flatMap((each, index) => misplacedTests(each, at + pointer(combination, index)));
  }
  if (condition['not'] !== undefined) return misplacedTests(condition['not'], at + pointer('not'));
  return Object.entries(NEEDS).flatMap(([member, needs]) =>
    condition[member] === undefined
      ? []
      : [
          {
            code: 'conditions.no-such-subject',
            severity: 'error' as const,
            pointer: at + pointer(member),
            message: `A test of '${member}' looks at ${needs}, and here there is only the customer.`,
            suggestion: 'Test a trait.',
          },
        ],
  );
}
