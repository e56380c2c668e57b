import type { ContentSnapshot } from '@parcours/content';
import { compileJourney, isJourneyDefinition, runJourneyTest, type TestResult } from '@parcours/engine';
import { type Finding, pointer } from '@parcours/kernel';

import type { JourneyTemplateDocument } from '../templates/journey-template.type.js';
import { surroundingsOf } from './surroundings.rules.js';

/** A test gives the same answer everywhere: a customer without a zone of their own lives in UTC. */
const TEST_ZONE = 'UTC';

/** Runs the tests that a journey carries. A definition with errors has none that could run. */
export function runTestsOf(
  { definition, tests = [] }: Pick<JourneyTemplateDocument, 'definition' | 'tests'>,
  { key, content }: { key: string; content: ContentSnapshot },
): TestResult[] {
  if (tests.length === 0 || !isJourneyDefinition(definition)) return [];
  const surroundings = surroundingsOf(content, { key, compiled: compileJourney(definition) }, TEST_ZONE);
  return tests.map((test) => runJourneyTest(test, surroundings));
}

/** Each expectation that did not come true stops a publish. */
export function testFindings(results: readonly TestResult[]): Finding[] {
  return results.flatMap(({ name, failures }, index) =>
    failures.map((failure) => ({
      code: 'journeys.test-failed',
      severity: 'error' as const,
      pointer: pointer('tests', index) + failure.pointer,
      message: `${name}: ${failure.message}`,
      suggestion: 'POST …/test shows all that happened.',
    })),
  );
}
