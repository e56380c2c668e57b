import { isJsonObject, pointer } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import type { ConditionScope } from '../condition.js';
import { CONSENT_ANSWERS, type ConsentAnswer } from '../facts.js';
import { jsonIn } from '../sql/json-sql.js';
import { raw, sql } from '../sql/sql-fragment.js';
import type { TestKind } from '../test-kind.js';
import type { Phrase } from '../words.js';
import { valueInWords } from '../words.js';
import { invalidOperand, memberFindings } from './asked.js';
import { NAME_RULE, NAME_SCHEMA, oneOf, textIn } from './rules.js';

const RULES = { channel: NAME_RULE, topic: NAME_RULE, is: oneOf(CONSENT_ANSWERS) };
const MEMBERS = Object.keys(RULES);

const WORDS: Readonly<Record<ConsentAnswer, Phrase>> = {
  granted: { en: 'granted', fr: 'donné' },
  denied: { en: 'denied', fr: 'refusé' },
  pending: { en: 'to be confirmed', fr: 'à confirmer' },
  unknown: { en: 'unknown', fr: 'inconnu' },
};

/** Stands for every topic of a channel. */
const EVERY = '*';

function asked(test: JsonObject): { channel: string; topic: string; is: ConsentAnswer } {
  const consent = isJsonObject(test['consent']) ? test['consent'] : {};
  const is = CONSENT_ANSWERS.find((answer) => answer === consent['is']) ?? 'unknown';
  return { channel: textIn(consent, 'channel'), topic: textIn(consent, 'topic'), is };
}

/** Tests of what a customer has said to messages about a topic on a channel. */
export const CONSENT_TEST: TestKind = {
  member: 'consent',
  sight: 'history',
  schema: {
    type: 'object',
    title: 'A consent',
    required: ['consent'],
    additionalProperties: false,
    properties: {
      consent: {
        type: 'object',
        required: MEMBERS,
        additionalProperties: false,
        properties: { channel: NAME_SCHEMA, topic: NAME_SCHEMA, is: { enum: [...CONSENT_ANSWERS] } },
      },
    },
    examples: [{ consent: { channel: 'email', topic: 'news', is: 'granted' } }],
  },
  validate: (test, at) => {
    const { consent, ...others } = test;
    const place = at + pointer('consent');
    const strays = memberFindings(others, { at, rules: {}, what: 'A test of a consent' });
    if (!isJsonObject(consent)) {
      return [...strays, invalidOperand(place, "'consent' expects an object with channel, topic and is.")];
    }
    const missing = MEMBERS.filter((member) => consent[member] === undefined);
    return [
      ...strays,
      ...memberFindings(consent, { at: place, rules: RULES, what: "'consent'" }),
      ...missing.map((member) => invalidOperand(place, `'consent' needs '${member}'.`)),
    ];
  },
  compile: (test) => {
    const { channel, topic, is } = asked(test);
    const value = ({ facts }: ConditionScope) => facts?.consent(channel, topic);
    return {
      holds: (scope) => value(scope) === is,
      reads: [{ of: 'consent', path: `${channel}.${topic}`, value }],
    };
  },
  sql: (test, context) => {
    const { channel, topic, is } = asked(test);
    const { profile } = context;
    if (!profile) return raw(is === 'unknown' ? '1' : '0');
    const stateOf = (of: string) => jsonIn(profile, ['consents', channel, of, 'state'], context);
    return sql`COALESCE(${stateOf(topic)}, ${stateOf(EVERY)}, '"unknown"') = ${JSON.stringify(is)}`;
  },
  describe: (test, { language }) => {
    const { channel, topic, is } = asked(test);
    const about = `${valueInWords(channel, language)}/${valueInWords(topic, language)}`;
    const noun = language === 'fr' ? 'le consentement' : 'consent for';
    const verb = language === 'fr' ? 'est' : 'is';
    return [`${noun} ${about} ${verb} ${WORDS[is][language]}`];
  },
};
