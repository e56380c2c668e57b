import type { TestKind } from './test-kind.js';
import { CONSENT_TEST } from './consent-test.js';
import { VALUE_TESTS } from './value-tests.js';

/** Every kind of test by the member that tells it. The schema, the validation and the compiler read this one table. */
export const TEST_KINDS: ReadonlyMap<string, TestKind> = new Map(
  [...VALUE_TESTS, CONSENT_TEST].map((kind) => [kind.member, kind]),
);
