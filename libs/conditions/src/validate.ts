import { isJsonObject, nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import { MAX_CONDITION_DEPTH, MAX_CONDITION_TESTS } from './condition.js';
import { TEST_KINDS } from './test-kinds.js';

const COMBINATIONS = ['all', 'any', 'not'] as const;

interface Place {
  readonly at: string;
  readonly depth: number;
}

/**
 * Every defect of a condition, each with a JSON pointer that starts with `at` (the condition's own place in its
 * document; empty for a condition that is the document).
 */
export function validateCondition(condition: unknown, at = ''): Finding[] {
  const findings: Finding[] = [];
  const tests = visit(condition, { at, depth: 1 }, findings);
  if (tests > MAX_CONDITION_TESTS) {
    const message = `The condition has ${String(tests)} tests; ${String(MAX_CONDITION_TESTS)} is the most.`;
    findings.push(error('conditions.too-many-tests', at, message));
  }
  return findings;
}

/** Adds the findings of a condition and answers its number of tests. */
function visit(condition: unknown, { at, depth }: Place, findings: Finding[]): number {
  if (!isJsonObject(condition)) {
    findings.push(
      error('conditions.not-an-object', at, 'A condition is an object: all, any, not, or a test.'),
    );
    return 1;
  }
  if (depth > MAX_CONDITION_DEPTH) {
    const message = `Conditions lie in each other at most ${String(MAX_CONDITION_DEPTH)} deep.`;
    findings.push(error('conditions.too-deep', at, message));
    return 1;
  }
  const subjects = Object.keys(condition).filter(isSubject);
  const [subject, second] = subjects;
  if (subject === undefined) {
    findings.push(unknownTest(condition, at));
    return 1;
  }
  if (second !== undefined) {
    const message = `A condition is one thing; this one has ${subjects.join(', ')}.`;
    findings.push({
      ...error('conditions.ambiguous', at, message),
      suggestion: 'Put each into a list under all or any.',
    });
    return 1;
  }
  const kind = TEST_KINDS.get(subject);
  if (kind) {
    findings.push(...kind.validate(condition, at));
    return 1;
  }
  return visitCombination(condition, subject, { at, depth }, findings);
}

function visitCombination(
  condition: JsonObject,
  combination: string,
  { at, depth }: Place,
  findings: Finding[],
): number {
  for (const other of Object.keys(condition)) {
    if (other === combination) continue;
    const message = `'${other}' has no place beside '${combination}'.`;
    findings.push(error('conditions.unknown-member', at + pointer(other), message));
  }
  const inner = condition[combination];
  const innerAt = at + pointer(combination);
  if (combination === 'not') return visit(inner, { at: innerAt, depth: depth + 1 }, findings);
  if (!Array.isArray(inner) || inner.length === 0) {
    findings.push(error('conditions.not-a-list', innerAt, `'${combination}' expects a list of conditions.`));
    return 1;
  }
  let tests = 0;
  for (const [index, each] of inner.entries()) {
    tests += visit(each, { at: innerAt + pointer(index), depth: depth + 1 }, findings);
  }
  return tests;
}

function isSubject(member: string): boolean {
  return TEST_KINDS.has(member) || COMBINATIONS.some((combination) => combination === member);
}

function unknownTest(condition: JsonObject, at: string): Finding {
  const names = [...COMBINATIONS, ...TEST_KINDS.keys()];
  const meant = Object.keys(condition)
    .map((member) => nearest(member, names))
    .find((name) => name !== undefined);
  return {
    ...error('conditions.unknown-test', at, `A condition has one of ${names.join(', ')}.`),
    ...(meant === undefined ? {} : { suggestion: `Did you mean '${meant}'?` }),
  };
}

function error(code: string, at: string, message: string): Finding {
  return { code, severity: 'error', pointer: at, message };
}
