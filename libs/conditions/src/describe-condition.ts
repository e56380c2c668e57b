import type { Language } from '@parcours/kernel';
import { describeWith } from './describe.js';
import { TEST_KINDS } from './test-kinds.js';

/** How much {@link describeCondition} has to say. */
export interface DescribeOptions {
  /** The kind of test whose subject goes without saying, such as `property` right beside the name of its event. */
  readonly implied?: 'trait' | 'property' | 'context';
}

/**
 * A condition in words: one clause that reads after "if". What is not valid in it is shown as it was written.
 * @example describeCondition({ all: [{ trait: 'plan', is: 'pro' }, { not: { trait: 'staff', is: true } }] }, 'en')
 * // "plan is pro unless staff is true"
 */
export function describeCondition(
  condition: unknown,
  language: Language,
  { implied }: DescribeOptions = {},
): string {
  return describeWith(condition, { language, implied }, TEST_KINDS);
}
