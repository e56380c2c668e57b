import type { JsonObject } from '@parcours/kernel';
import type { ConditionScope } from '../condition.js';
import { type Reaction, REACTIONS } from '../facts.js';
import { jsonAt } from '../sql/json-sql.js';
import type { SqlContext } from '../sql/sql-context.js';
import { FALSE, raw, sql, type SqlFragment } from '../sql/sql-fragment.js';
import type { TestKind } from '../test-kind.js';
import type { Phrase } from '../words.js';
import { valueInWords } from '../words.js';
import { memberFindings, nothingAsked } from './asked.js';
import { windowWords } from './event-words.js';
import { KEY_RULE, KEY_SCHEMA, oneOf, textIn, WITHIN_RULE, WITHIN_SCHEMA, windowOf } from './rules.js';

/** Reactions that the outbox itself knows; the numbers are its statuses. Every other one is an event. */
export const OUTBOX_STATUS: Readonly<Partial<Record<Reaction, number>>> = { sent: 2, failed: 3 };

/** The event that a reaction is recorded as, with the template's key as its property `template`. */
export function reactionEvent(reaction: Reaction): string {
  return `message.${reaction}`;
}

const RULES = { message: KEY_RULE, is: oneOf(REACTIONS), within: WITHIN_RULE };

const WORDS: Readonly<Record<Reaction, Phrase>> = {
  sent: { en: 'was sent', fr: 'a été envoyé' },
  delivered: { en: 'was delivered', fr: 'a été remis' },
  opened: { en: 'was opened', fr: 'a été ouvert' },
  clicked: { en: 'was clicked', fr: 'a été cliqué' },
  bounced: { en: 'bounced', fr: 'a été retourné' },
  replied: { en: 'was answered', fr: 'a reçu une réponse' },
  skipped: { en: 'was skipped', fr: 'n’a pas été envoyé' },
  failed: { en: 'failed', fr: 'a échoué' },
};

function asked(test: JsonObject): { template: string; reaction: Reaction; withinMs: number } {
  const reaction = REACTIONS.find((name) => name === test['is']) ?? 'sent';
  return { template: textIn(test, 'message'), reaction, withinMs: windowOf(test['within']) };
}

/** Tests of what became of the messages of a template. */
export const MESSAGE_TEST: TestKind = {
  member: 'message',
  sight: 'history',
  schema: {
    type: 'object',
    title: 'What became of messages',
    required: ['message', 'is'],
    additionalProperties: false,
    properties: {
      message: { ...KEY_SCHEMA, description: 'The key of a message template.' },
      is: { enum: [...REACTIONS], description: 'What became of a message.' },
      within: WITHIN_SCHEMA,
    },
    examples: [{ message: 'welcome', is: 'sent', within: '30d' }],
  },
  validate: (test, at) => {
    const findings = memberFindings(test, { at, rules: RULES, what: 'A test of a message' });
    if (test['is'] === undefined) {
      findings.push(nothingAsked(at, 'The test of a message', '{ message: welcome, is: sent }'));
    }
    return findings;
  },
  compile: (test) => {
    const { template, reaction, withinMs } = asked(test);
    const latest = ({ facts }: ConditionScope): number =>
      (facts?.reactions(template, reaction) ?? []).reduce((last, at) => Math.max(last, at), -Infinity);
    const isYoung = (scope: ConditionScope): boolean => latest(scope) > scope.now - withinMs;
    return {
      holds: isYoung,
      reads: [{ of: 'message', path: template, value: isYoung }],
      flipsAt:
        withinMs === Infinity ? undefined : (scope) => (isYoung(scope) ? latest(scope) + withinMs : Infinity),
    };
  },
  sql: (test, context) => {
    const found = reactionsSql(test, context);
    return found ? sql`EXISTS (SELECT 1 FROM ${found.from})` : FALSE;
  },
  sqlFlips: (test, context) => {
    const { withinMs } = asked(test);
    const found = withinMs === Infinity ? undefined : reactionsSql(test, context);
    return found ? [{ at: sql`(SELECT MAX(${found.at}) + ${withinMs} FROM ${found.from})` }] : [];
  },
  describe: (test, { language }) => {
    const { template, reaction } = asked(test);
    const noun = language === 'fr' ? 'le message' : 'message';
    const name = valueInWords(template, language);
    return [`${noun} ${name} ${WORDS[reaction][language]}${windowWords(test['within'], language)}`];
  },
};

function reactionsSql(
  test: JsonObject,
  context: SqlContext,
): { readonly from: SqlFragment; readonly at: SqlFragment } | undefined {
  const { template, reaction, withinMs } = asked(test);
  const status = OUTBOX_STATUS[reaction];
  const young = (at: SqlFragment) =>
    withinMs === Infinity ? raw('') : sql` AND ${at} > ${context.now - withinMs}`;
  if (status === undefined) {
    const at = raw('e.occurred_at');
    const about = jsonAt(raw('e.properties'), 'template', context);
    return {
      at,
      from: sql`events e WHERE e.customer_id = c.id AND e.name = ${reactionEvent(reaction)}${young(at)} AND ${about} = ${JSON.stringify(template)}`,
    };
  }
  const id = context.numbers.template(template);
  if (id === undefined) return undefined;
  const at = raw('m.finished_at');
  return {
    at,
    from: sql`messages m JOIN content_versions v ON v.id = m.template_version_id WHERE m.customer_id = c.id AND v.item_id = ${id} AND m.status = ${status}${young(at)}`,
  };
}
