import type { Finding } from '@parcours/kernel';
import { MOMENT_KINDS, TEST_KINDS } from './test-kinds.js';
import { findingsOf } from './validate.js';

/** What can be asked of a customer alone: of a persona, a segment, an offer. */
export const PROFILE_KINDS = new Map(
  [...TEST_KINDS].filter(([, { sight }]) => sight === 'customer' || sight === 'history'),
);

/**
 * Every defect of a condition that a journey asks, each with a JSON pointer that starts with `at` (the condition's own
 * place in its document; empty for a condition that is the document). A journey sees everything: the customer as they
 * are, what lies behind them, the event at hand and the enrollment.
 */
export function validateCondition(condition: unknown, at = ''): Finding[] {
  return findingsOf(condition, { at, kinds: TEST_KINDS, known: TEST_KINDS });
}

/** Every defect of a condition that is asked about the moment alone: tests of what lies behind the customer are some. */
export function validateMomentCondition(condition: unknown, at = ''): Finding[] {
  return findingsOf(condition, { at, kinds: MOMENT_KINDS, known: TEST_KINDS });
}

/**
 * Every defect of a condition that is asked about a customer alone. Beyond what is wrong anywhere, a test of `property`
 * or `context` is one, because there is nothing for it to look at.
 */
export function validateProfileCondition(condition: unknown, at = ''): Finding[] {
  return findingsOf(condition, { at, kinds: PROFILE_KINDS, known: TEST_KINDS });
}
