import { DURATION_PATTERN, KEY_PATTERN, parseDuration } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import type { Rule } from './asked.js';

const KEY = new RegExp(KEY_PATTERN);
const DURATION = new RegExp(DURATION_PATTERN);
const MAX_NAME = 200;

export const KEY_RULE: Rule = {
  expected: 'a key',
  accepts: (value) => typeof value === 'string' && KEY.test(value),
};

/** Names of events, tags, channels and topics. */
export const NAME_RULE: Rule = {
  expected: `a name of 1 to ${String(MAX_NAME)} characters`,
  accepts: (value) => typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME,
};

export const BOOLEAN_RULE: Rule = {
  expected: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

/** A window of time that has some length. */
export const WITHIN_RULE: Rule = {
  expected: "a duration such as '30d'",
  accepts: (value) => typeof value === 'string' && DURATION.test(value) && parseDuration(value) !== 0,
};

export function oneOf(values: readonly string[]): Rule {
  return {
    expected: `one of ${values.join(', ')}`,
    accepts: (value) => typeof value === 'string' && values.includes(value),
  };
}

export const NAME_SCHEMA: JsonObject = { type: 'string', minLength: 1, maxLength: MAX_NAME };
export const KEY_SCHEMA: JsonObject = { type: 'string', pattern: KEY_PATTERN };
export const WITHIN_SCHEMA: JsonObject = {
  type: 'string',
  pattern: `^(?!0+[smhdw]$)${DURATION_PATTERN.slice(1)}`,
  description: 'Only what is younger than this.',
  examples: ['30d'],
};

/** The window of a test in milliseconds; `Infinity` where it has none. */
export function windowOf(within: unknown): number {
  const ms = typeof within === 'string' ? parseDuration(within) : undefined;
  return ms ?? Infinity;
}

/** A member that has passed its rule. */
export function textIn(test: JsonObject, member: string): string {
  const value = test[member];
  return typeof value === 'string' ? value : '';
}
