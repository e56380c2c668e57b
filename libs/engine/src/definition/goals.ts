import { compileCondition, validateCondition } from '@parcours/conditions';
import type { CompiledCondition, Condition } from '@parcours/conditions';
import {
  type Finding,
  isJsonObject,
  type JsonObject,
  KEY_PATTERN,
  parseDuration,
  pointer,
} from '@parcours/kernel';
import { compileScopePath, type ScopeReader } from './paths.js';
import { CONDITION, DURATION, EVENT_NAME } from './schema-parts.js';

/** What the journey is for: an event of the customer that counts as a conversion, once per enrollment. */
export interface GoalDefinition {
  readonly key: string;
  readonly event: string;
  readonly where?: Condition;
  /** How long after entering it counts, also when the journey has ended by then; for ever when left out. */
  readonly within?: string;
  /** Ends the journey at once. */
  readonly exits?: boolean;
  /** A path to what it is worth, a number: `event.amount`. */
  readonly value?: string;
}

/** A goal, ready to be asked. */
export interface CompiledGoal {
  readonly key: string;
  readonly event: string;
  readonly where: CompiledCondition | undefined;
  /** Infinity where it counts for ever. */
  readonly withinMs: number;
  readonly exits: boolean;
  readonly value: ScopeReader | undefined;
}

export const GOALS_SCHEMA: JsonObject = {
  type: 'array',
  maxItems: 20,
  description: 'What the journey is for. Each counts once per enrollment.',
  items: {
    type: 'object',
    title: 'Goal',
    required: ['key', 'event'],
    additionalProperties: false,
    properties: {
      key: { type: 'string', pattern: KEY_PATTERN, description: 'The name of the goal, in figures.' },
      event: EVENT_NAME,
      where: CONDITION,
      within: {
        ...DURATION,
        description: 'How long after entering it counts, also after the journey has ended.',
      },
      exits: { type: 'boolean', default: false, description: 'Ends the journey at once.' },
      value: {
        type: 'string',
        pattern: '^(event|context|customer)\\.[^.]{1,100}(\\.[^.]{1,100}){0,9}$',
        description: 'A path to what it is worth, a number.',
        examples: ['event.amount'],
      },
    },
    examples: [
      { key: 'activated', event: 'project.created', within: '14d', exits: true, value: 'event.amount' },
    ],
  },
};

export function compileGoal({
  key,
  event,
  where,
  within,
  exits = false,
  value,
}: GoalDefinition): CompiledGoal {
  return {
    key,
    event,
    where: where && compileCondition(where),
    withinMs: within === undefined ? Infinity : (parseDuration(within) ?? Infinity),
    exits,
    value: value === undefined ? undefined : compileScopePath(value),
  };
}

/** Findings of goals that the schema has looked at. */
export function checkGoals(goals: readonly unknown[]): Finding[] {
  const seen = new Set<unknown>();
  return goals.flatMap((goal, index) => {
    if (!isJsonObject(goal)) return [];
    const at = pointer('goals', index);
    const { key, where } = goal;
    const findings = where === undefined ? [] : validateCondition(where, `${at}/where`);
    if (typeof key === 'string' && seen.has(key)) findings.push(repeatedGoal(key, at));
    seen.add(key);
    return findings;
  });
}

function repeatedGoal(key: string, at: string): Finding {
  return {
    code: 'journeys.repeated-key',
    severity: 'error',
    pointer: `${at}/key`,
    message: `There is a goal '${key}' already.`,
    suggestion: 'Give each goal a key of its own.',
  };
}
