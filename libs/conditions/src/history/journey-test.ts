import type { JsonObject } from '@parcours/kernel';
import type { ConditionScope } from '../condition.js';
import { FALSE, raw, sql } from '../sql/sql-fragment.js';
import type { TestKind } from '../test-kind.js';
import { valueInWords } from '../words.js';
import { invalidOperand, memberFindings, nothingAsked } from './asked.js';
import type { JourneyStanding } from '../facts.js';
import { BOOLEAN_RULE, KEY_RULE, KEY_SCHEMA, oneOf, textIn } from './rules.js';

const STATES = ['active', 'completed', 'converted'] as const;

type State = (typeof STATES)[number];

/** How an enrollment ends that has come to none of the journey's own ends. */
export const UNCOMPLETED_ENDS = ['exit-rule', 'engine.loop', 'merged'] as const;

/** Rows that say so, of the customer and the journey. */
const STATE_SQL = {
  active: raw('enrollments j WHERE j.is_active = 1'),
  completed: raw(
    `enrollments j WHERE j.is_active = 0 AND j.end_reason NOT IN (${UNCOMPLETED_ENDS.map((reason) => `'${reason}'`).join(', ')})`,
  ),
  converted: raw('enrollment_goals j WHERE 1 = 1'),
} as const;

const STANDING = {
  active: 'isActive',
  completed: 'isCompleted',
  converted: 'hasConverted',
} as const satisfies Record<State, keyof JourneyStanding>;

const STATE_WORDS = {
  active: { en: ['is in', 'is not in'], fr: ['suit', 'ne suit pas'] },
  completed: { en: ['has completed', 'has not completed'], fr: ['a terminé', 'n’a pas terminé'] },
  converted: {
    en: ['has reached a goal of', 'has reached no goal of'],
    fr: ['a atteint un objectif dans', 'n’a atteint aucun objectif dans'],
  },
} as const;

const RULES = { journey: KEY_RULE, state: oneOf(STATES), in: BOOLEAN_RULE };

function asked(test: JsonObject): { key: string; state: State; wanted: boolean } {
  const state = STATES.find((each) => each === test['state']) ?? 'active';
  return { key: textIn(test, 'journey'), state, wanted: test['in'] !== false };
}

/** Tests of where a customer stands in a journey. */
export const JOURNEY_TEST: TestKind = {
  member: 'journey',
  sight: 'history',
  schema: {
    type: 'object',
    title: 'A journey',
    required: ['journey'],
    additionalProperties: false,
    properties: {
      journey: { ...KEY_SCHEMA, description: 'The journey that it is about.', examples: ['welcome'] },
      state: {
        enum: [...STATES],
        description:
          'active: under way. completed: has come to one of its ends at least once. converted: has reached one of its ' +
          'goals at least once.',
      },
      in: { type: 'boolean', description: 'Under way in it, or not.' },
    },
    minProperties: 2,
    maxProperties: 2,
    examples: [{ journey: 'welcome', state: 'completed' }],
  },
  validate: (test, at) => {
    const findings = memberFindings(test, { at, rules: RULES, what: 'A test of a journey' });
    if (test['state'] === undefined && test['in'] === undefined) {
      findings.push(nothingAsked(at, 'The test of a journey', '{ journey: welcome, state: completed }'));
    }
    if (test['state'] !== undefined && test['in'] !== undefined) {
      findings.push(invalidOperand(`${at}/in`, "A test of a journey has 'state' or 'in', not both."));
    }
    return findings;
  },
  compile: (test) => {
    const { key, state, wanted } = asked(test);
    const value = ({ facts }: ConditionScope): boolean => facts?.journey(key)[STANDING[state]] ?? false;
    return {
      holds: (scope) => scope.facts !== undefined && value(scope) === wanted,
      reads: [{ of: 'journey', path: key, value }],
    };
  },
  sql: (test, { numbers }) => {
    const { key, state, wanted } = asked(test);
    const id = numbers.journey(key);
    const is =
      id === undefined
        ? FALSE
        : sql`EXISTS (SELECT 1 FROM ${STATE_SQL[state]} AND j.customer_id = c.id AND j.journey_id = ${id})`;
    return wanted ? is : sql`NOT (${is})`;
  },
  describe: (test, { language }) => {
    const { key, state, wanted } = asked(test);
    const words = STATE_WORDS[state][language][wanted ? 0 : 1];
    const noun = language === 'fr' ? 'le parcours' : 'journey';
    return [`${words} ${noun} ${valueInWords(key, language)}`];
  },
};
