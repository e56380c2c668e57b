import { isJsonObject, nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import type { TestKinds } from './combinations.js';
import { MAX_CONDITION_DEPTH, MAX_CONDITION_TESTS } from './condition.js';
import type { Sight } from './test-kind.js';

const COMBINATIONS = ['all', 'any', 'not'] as const;

interface Place {
  readonly at: string;
  readonly depth: number;
}

/** Which condition is looked at, and by whom. */
export interface Surroundings {
  /** The JSON pointer of the condition. */
  readonly at: string;
  /** Kinds of tests that have something to look at here. */
  readonly kinds: TestKinds;
  /** Every kind that there is: one that has no place here is told as such. */
  readonly known: TestKinds;
}

/** Every defect of a condition, each with a JSON pointer. Only of a sound condition is it told what has no place. */
export function findingsOf(condition: unknown, { at, kinds, known }: Surroundings): Finding[] {
  const visit = new Visit(known);
  const findings = visit.all(condition, at);
  return findings.length > 0 ? findings : misplacedTests(condition, { at, kinds, known });
}

class Visit {
  private readonly findings: Finding[] = [];

  constructor(private readonly kinds: TestKinds) {}

  all(condition: unknown, at: string): Finding[] {
    const tests = this.visit(condition, { at, depth: 1 });
    if (tests > MAX_CONDITION_TESTS) {
      const message = `The condition has ${String(tests)} tests; ${String(MAX_CONDITION_TESTS)} is the most.`;
      this.add('conditions.too-many-tests', at, message);
    }
    return this.findings;
  }

  /** Adds the findings of a condition and answers its number of tests. */
  private visit(condition: unknown, { at, depth }: Place): number {
    if (!isJsonObject(condition)) {
      this.add('conditions.not-an-object', at, 'A condition is an object: all, any, not, or a test.');
      return 1;
    }
    if (depth > MAX_CONDITION_DEPTH) {
      const message = `Conditions lie in each other at most ${String(MAX_CONDITION_DEPTH)} deep.`;
      this.add('conditions.too-deep', at, message);
      return 1;
    }
    const subjects = Object.keys(condition).filter((member) => this.isSubject(member));
    const [subject, second] = subjects;
    if (subject === undefined) {
      this.findings.push(this.unknownTest(condition, at));
      return 1;
    }
    if (second !== undefined) {
      const message = `A condition is one thing; this one has ${subjects.join(', ')}.`;
      this.add('conditions.ambiguous', at, message, 'Put each into a list under all or any.');
      return 1;
    }
    const kind = this.kinds.get(subject);
    if (!kind) return this.visitCombination(condition, subject, { at, depth });
    this.findings.push(...kind.validate(condition, at));
    return 1;
  }

  private visitCombination(condition: JsonObject, combination: string, { at, depth }: Place): number {
    for (const other of Object.keys(condition)) {
      if (other === combination) continue;
      const message = `'${other}' has no place beside '${combination}'.`;
      this.add('conditions.unknown-member', at + pointer(other), message);
    }
    const inner = condition[combination];
    const innerAt = at + pointer(combination);
    if (combination === 'not') return this.visit(inner, { at: innerAt, depth: depth + 1 });
    if (!Array.isArray(inner) || inner.length === 0) {
      this.add('conditions.not-a-list', innerAt, `'${combination}' expects a list of conditions.`);
      return 1;
    }
    let tests = 0;
    for (const [index, each] of inner.entries()) {
      tests += this.visit(each, { at: innerAt + pointer(index), depth: depth + 1 });
    }
    return tests;
  }

  private isSubject(member: string): boolean {
    return this.kinds.has(member) || COMBINATIONS.some((combination) => combination === member);
  }

  private unknownTest(condition: JsonObject, at: string): Finding {
    const names = [...COMBINATIONS, ...this.kinds.keys()];
    const meant = Object.keys(condition)
      .map((member) => nearest(member, names))
      .find((name) => name !== undefined);
    return {
      code: 'conditions.unknown-test',
      severity: 'error',
      pointer: at,
      message: `A condition has one of ${names.join(', ')}.`,
      ...(meant === undefined ? {} : { suggestion: `Did you mean '${meant}'?` }),
    };
  }

  private add(code: string, at: string, message: string, suggestion?: string): void {
    this.findings.push({
      code,
      severity: 'error',
      pointer: at,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

const LOOKS_AT: Readonly<Record<Sight, string>> = {
  customer: 'the customer',
  event: 'the event at hand',
  enrollment: 'the enrollment',
  history: 'what lies behind the customer',
};

function misplacedTests(condition: unknown, { at, kinds, known }: Surroundings): Finding[] {
  if (!isJsonObject(condition)) return [];
  for (const combination of ['all', 'any'] as const) {
    const inner = condition[combination];
    if (!Array.isArray(inner)) continue;
    return inner.flatMap((each, index) =>
      misplacedTests(each, { at: at + pointer(combination, index), kinds, known }),
    );
  }
  if (condition['not'] !== undefined) {
    return misplacedTests(condition['not'], { at: at + pointer('not'), kinds, known });
  }
  const usable = [...kinds.keys()].join(', ');
  return [...known.values()].flatMap(({ member, sight }): Finding[] => {
    if (condition[member] === undefined || kinds.has(member)) return [];
    return [
      {
        code: 'conditions.no-such-subject',
        severity: 'error',
        pointer: at + pointer(member),
        message: `A test of '${member}' looks at ${LOOKS_AT[sight]}, which is not to be seen here.`,
        suggestion: `Test ${usable}.`,
      },
    ];
  });
}
