import { isKey, KEY_PATTERN, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import { jsonAt, jsonIn } from './sql/json-sql.js';
import { FALSE, sql } from './sql/sql-fragment.js';
import type { TestKind } from './test-kind.js';

/** The trait in which customers say themselves how they want to be reached. */
const PREFERRED_TRAIT = 'preferred_channel';

/** A test of the channel that the customer prefers. */
export const PREFERENCE_TEST: TestKind = {
  member: 'preferred',
  sight: 'customer',
  schema: {
    type: 'object',
    title: 'The channel that the customer prefers',
    required: ['preferred'],
    additionalProperties: false,
    properties: {
      preferred: {
        type: 'string',
        pattern: KEY_PATTERN,
        description: `The channel that the customer names in the trait ${PREFERRED_TRAIT}; else the one that their reactions to messages speak for.`,
        examples: ['sms'],
      },
    },
    examples: [{ preferred: 'sms' }],
  },
  validate: ({ preferred, ...others }, at) => {
    const strays = Object.keys(others).map((name): Finding => ({
      code: 'conditions.unknown-member',
      severity: 'error',
      pointer: at + pointer(name),
      message: `'${name}' has no place beside 'preferred'.`,
    }));
    if (typeof preferred === 'string' && isKey(preferred)) return strays;
    const message = "'preferred' expects the name of a channel, such as sms.";
    const place = at + pointer('preferred');
    return [...strays, { code: 'conditions.invalid-operand', severity: 'error', pointer: place, message }];
  },
  compile: ({ preferred }) => ({
    holds: (scope) => scope.preferred === preferred,
    reads: [{ of: 'consent', path: 'preferred', value: (scope) => scope.preferred }],
  }),
  sql: ({ preferred }, context) => {
    const said = jsonAt(context.traits, PREFERRED_TRAIT, context);
    const wanted = JSON.stringify(preferred);
    const { profile } = context;
    const isSaid = sql`(SUBSTR(COALESCE(${said}, 'null'), 1, 1) = '"' AND ${said} <> '""')`;
    const earned = profile
      ? sql`COALESCE(${jsonIn(profile, ['channels', 'preferred'], context)}, 'null') = ${wanted}`
      : FALSE;
    return sql`CASE WHEN ${isSaid} THEN ${said} = ${wanted} ELSE ${earned} END`;
  },
  describe: ({ preferred }, { language }) => {
    const channel = typeof preferred === 'string' ? preferred : JSON.stringify(preferred);
    return [language === 'fr' ? `le canal préféré est ${channel}` : `the preferred channel is ${channel}`];
  },
};
