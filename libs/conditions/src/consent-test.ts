import { isJsonObject, isKey, KEY_PATTERN, nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import type { ConditionScope, ConsentAnswer } from './condition.js';
import type { Telling, TestKind } from './test-kind.js';

const ANSWERS: readonly ConsentAnswer[] = ['granted', 'denied', 'pending', 'unknown'];
const MEMBERS = ['channel', 'topic', 'is'];

/** The topic that stands for a whole channel. */
const EVERY = '*';

const CHANNEL = { type: 'string', pattern: KEY_PATTERN, description: 'Such as email.' };

/** A test of what a customer has let us send. */
export const CONSENT_TEST: TestKind = {
  member: 'consent',
  schema: {
    type: 'object',
    title: 'A consent of the customer',
    required: ['consent'],
    additionalProperties: false,
    properties: {
      consent: {
        type: 'object',
        required: ['channel', 'is'],
        additionalProperties: false,
        description:
          'In place of operators: the channel, the topic (the channel as a whole without one), and what it `is`: granted, denied, pending or unknown.',
        properties: {
          channel: CHANNEL,
          topic: {
            type: 'string',
            pattern: KEY_PATTERN,
            description: 'The key of a topic; the channel as a whole when left out.',
          },
          is: {
            enum: [...ANSWERS],
            description: 'unknown: nothing was decided. pending: asked for, and not confirmed yet.',
          },
        },
        examples: [{ channel: 'email', topic: 'newsletter', is: 'granted' }],
      },
    },
  },
  validate,
  compile: (test) => {
    const { channel, topic, is } = partsOf(test);
    const value = ({ consent }: ConditionScope) => consent?.(channel, topic) ?? 'unknown';
    return {
      holds: (scope) => value(scope) === is,
      reads: [{ of: 'consent', path: topic === EVERY ? channel : `${channel}.${topic}`, value }],
    };
  },
  describe: (test, telling) => [describe(partsOf(test), telling)],
};

interface Parts {
  readonly channel: string;
  readonly topic: string;
  readonly is: string;
}

/** What is not understood is shown as it was written. */
function partsOf({ consent }: JsonObject): Parts {
  const { channel, topic = EVERY, is } = isJsonObject(consent) ? consent : {};
  return { channel: textOf(channel), topic: textOf(topic), is: textOf(is) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function validate({ consent, ...others }: JsonObject, at: string): Finding[] {
  const place = at + pointer('consent');
  const strays = Object.keys(others).map((name) =>
    failure('conditions.unknown-member', at + pointer(name), `'${name}' has no place beside 'consent'.`),
  );
  if (!isJsonObject(consent)) {
    const message = "'consent' expects an object with channel, topic and is.";
    return [...strays, failure('conditions.invalid-operand', place, message)];
  }
  return [...strays, ...memberFindings(consent, place)];
}

function memberFindings(consent: JsonObject, place: string): Finding[] {
  const { channel, topic, is } = consent;
  const findings = Object.keys(consent).flatMap((name) => {
    if (MEMBERS.includes(name)) return [];
    const meant = nearest(name, MEMBERS);
    const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
    return [
      failure('conditions.unknown-member', place + pointer(name), `A consent has no '${name}'.${hint}`),
    ];
  });
  if (!isName(channel)) {
    findings.push(
      failure(
        'conditions.invalid-operand',
        place + pointer('channel'),
        "'channel' expects the name of a channel, such as email.",
      ),
    );
  }
  if (topic !== undefined && !isName(topic)) {
    findings.push(
      failure('conditions.invalid-operand', place + pointer('topic'), "'topic' expects the key of a topic."),
    );
  }
  if (!ANSWERS.some((answer) => answer === is)) {
    const message = `'is' expects one of ${ANSWERS.join(', ')}.`;
    findings.push(failure('conditions.invalid-operand', place + pointer('is'), message));
  }
  return findings;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && isKey(value);
}

function failure(code: string, at: string, message: string): Finding {
  return { code, severity: 'error', pointer: at, message };
}

const WORDS = {
  en: { granted: 'is granted', denied: 'is denied', pending: 'awaits confirmation', unknown: 'is unknown' },
  fr: { granted: 'est donné', denied: 'est refusé', pending: 'attend confirmation', unknown: 'est inconnu' },
} as const;

function describe({ channel, topic, is }: Parts, { language }: Telling): string {
  const answer = ANSWERS.find((known) => known === is);
  const words = answer ? WORDS[language][answer] : is;
  const about = topic === EVERY ? '' : language === 'fr' ? ` pour ${topic}` : ` about ${topic}`;
  return language === 'fr'
    ? `le consentement à ${channel}${about} ${words}`
    : `consent to ${channel}${about} ${words}`;
}
