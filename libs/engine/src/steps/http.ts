import type { Finding, JsonValue } from '@parcours/kernel';
import { parseDuration, pointer } from '@parcours/kernel';
import { DURATION, KEY, STEP_KEY } from '../definition/schema-parts.js';
import { checkValue, compileValue, compileWords } from '../definition/values.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import type { HeaderValue, HttpMethod } from '../run/passage.js';
import { HTTP_METHODS } from '../run/passage.js';
import { awaitCall, callFailed, CONTEXT_NAME, statusOf } from './calls.js';
import { SAVE_PATTERN } from './http-answer.js';
import type { CompiledStep, StepVisit } from './step-type.js';
import { defineStepType, waysOf } from './step-type.js';

/** Calls an address on the web, and can keep a part of the answer. */
export interface HttpStep {
  readonly type: 'http';
  /** Default `POST`. */
  readonly method?: HttpMethod;
  /** Values may be read after the host: `https://api.example.com/customers/{{customer.id}}`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, HeaderValue>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: JsonValue;
  /** What of the answer is kept, such as `response.body.score`, as which member of the context. */
  readonly save?: string;
  readonly as?: string;
  /** Of one attempt; default 10s, 60s at most. */
  readonly timeout?: string;
  /** The way out when every attempt has failed; default `next`. */
  readonly on?: { readonly failed?: string };
  readonly next: string;
}

const DEFAULT_METHOD = 'POST';
const DEFAULT_TIMEOUT_MS = 10_000;
const LONGEST_TIMEOUT_MS = 60_000;

/** Set by Parcours, or by the connection itself. */
const OWN_HEADERS = '(host|connection|content-length|transfer-encoding|idempotency-key|user-agent)$';

const SCHEME_AND_HOST = /^https?:\/\/[^/?#]*/i;

export const httpStep = defineStepType<HttpStep>({
  type: 'http',
  title: 'HTTP call',
  description:
    'Calls an address on the web, waits for the answer, and can keep a part of it. What fails for a while is tried again with the same Idempotency-Key.',
  required: ['url', 'next'],
  properties: {
    method: { enum: [...HTTP_METHODS], default: DEFAULT_METHOD, description: 'The method of the call.' },
    url: {
      type: 'string',
      pattern: '^https?://[^/?#@]+([/?#].*)?$',
      maxLength: 2_000,
      description: 'Values such as {{customer.id}} may stand after the host; they are encoded.',
      examples: ['https://api.example.com/scores/{{customer.id}}'],
    },
    headers: {
      type: 'object',
      maxProperties: 30,
      propertyNames: {
        type: 'string',
        pattern: `^(?!${caseless(OWN_HEADERS)})[A-Za-z0-9!#$%&'*+.^_|~-]{1,100}$`,
      },
      additionalProperties: {
        oneOf: [
          { type: 'string', maxLength: 2_000 },
          {
            type: 'object',
            required: ['secret'],
            additionalProperties: false,
            properties: {
              secret: { ...KEY, description: 'The name of a secret that holds the whole value.' },
            },
          },
        ],
      },
      description:
        'Further headers. A text is stored as it is written, and is no place for secrets: name one that is kept encrypted.',
      examples: [{ 'x-source': 'parcours', authorization: { secret: 'crm-token' } }],
    },
    body: {
      description:
        'A text is sent as it is, anything else as JSON. Values such as {{event.amount}} are read.',
      examples: [{ customer: '{{customer.id}}', plan: '{{customer.plan}}' }],
    },
    save: {
      type: 'string',
      pattern: SAVE_PATTERN,
      maxLength: 500,
      description: 'What of the answer is kept: response.status, response.body, or a path in the body.',
      examples: ['response.body.score'],
    },
    as: { ...CONTEXT_NAME, description: 'What it is called in the context: context.score.' },
    timeout: { ...DURATION, default: '10s', description: 'How long an attempt may take; 60s at most.' },
    on: {
      type: 'object',
      description: 'Other ways out than next.',
      additionalProperties: false,
      properties: { failed: STEP_KEY },
    },
    next: STEP_KEY,
  },
  rules: { dependentRequired: { save: ['as'], as: ['save'] } },
  examples: [
    {
      type: 'http',
      method: 'POST',
      url: 'https://api.example.com/scores',
      body: { customer: '{{customer.id}}' },
      save: 'response.body.score',
      as: 'score',
      on: { failed: 'without' },
      next: 'with',
    },
  ],
  rests: false,
  explain: {
    answered: {
      en: 'The other system answered {status}, and it went on to {next}.',
      fr: 'L’autre système a répondu {status} : passage à {next}.',
    },
    failed: {
      en: 'The other system could not be called ({reason}), and it went on to {next}.',
      fr: 'L’autre système n’a pas pu être appelé ({reason}) : passage à {next}.',
    },
    'held-out': {
      en: 'Nothing was called, as the customer is in the control group, and it went on to {next}.',
      fr: 'Rien n’a été appelé, car le client est dans le groupe témoin : passage à {next}.',
    },
  },
  ways: ({ next, on = {} }) => waysOf({ '/next': next, '/on/failed': on.failed }),
  check: (step, at) => [
    ...checkUrl(step.url, `${at}/url`),
    ...checkBody(step, at),
    ...checkTimeout(step.timeout, `${at}/timeout`),
    ...checkValue(step.url, `${at}/url`),
    ...checkValue({ ...step.headers }, `${at}/headers`),
    ...checkValue(step.body, `${at}/body`),
  ],
  compile: compileHttp,
  picture: drawHttp,
});

function compileHttp({ method = DEFAULT_METHOD, headers = {}, on = {}, ...step }: HttpStep): CompiledStep {
  const { as, save, next } = step;
  const url = compileWords(step.url, encodeURIComponent);
  const body = compileValue(step.body);
  const lines = Object.entries(headers).map(([name, value]) => [name, compileHeader(value)] as const);
  const timeoutMs =
    (step.timeout === undefined ? undefined : parseDuration(step.timeout)) ?? DEFAULT_TIMEOUT_MS;
  return {
    enter: (visit) => {
      if (visit.isHeldOut) return { move: 'go', next, code: 'held-out', detail: { next } };
      const content = body(visit);
      visit.emit({
        type: 'call',
        step: visit.step,
        visit: visit.visit,
        call: {
          kind: 'http',
          method,
          url: url(visit),
          headers: Object.fromEntries(lines.map(([name, words]) => [name, words(visit)])),
          ...(content === undefined ? {} : { body: content }),
          ...(save === undefined ? {} : { save }),
          timeoutMs,
        },
      });
      return awaitCall(visit);
    },
    signal: (visit, signal) => {
      if (signal.type !== 'call') return undefined;
      const { end } = signal;
      if (!end.succeeded) return callFailed(end, on.failed ?? next);
      if (as !== undefined && end.value !== undefined) visit.setContext(as, end.value);
      return { move: 'go', next, code: 'answered', detail: { ...statusOf(end), next } };
    },
  };
}

function compileHeader(value: HeaderValue): (visit: StepVisit) => HeaderValue {
  return typeof value === 'string' ? compileWords(value) : () => value;
}

/** Whoever could choose the host could have customers' data sent to it, or calls made from within. */
function checkUrl(url: string, at: string): Finding[] {
  const host = SCHEME_AND_HOST.exec(url)?.[0] ?? url;
  if (!/[{}]/.test(host)) {
    if (URL.canParse(host)) return [];
    return [error('invalid-value', at, `'${host}' is no address of a host.`)];
  }
  const suggestion = 'Write the host out; values may stand in the path and after the question mark.';
  return [
    { ...error('variable-host', at, 'The host of an address must not be read from data.'), suggestion },
  ];
}

function checkBody({ method = DEFAULT_METHOD, body }: HttpStep, at: string): Finding[] {
  if (method !== 'GET' || body === undefined) return [];
  return [error('misplaced-field', at + pointer('body'), "'body' makes no sense with the method GET.")];
}

function checkTimeout(timeout: string | undefined, at: string): Finding[] {
  if (timeout === undefined) return [];
  const ms = parseDuration(timeout) ?? 0;
  if (ms > 0 && ms <= LONGEST_TIMEOUT_MS) return [];
  return [error('invalid-value', at, 'An attempt may take between 1s and 60s.')];
}

function error(code: string, at: string, message: string): Finding {
  return { code: `journeys.${code}`, severity: 'error', pointer: at, message };
}

function drawHttp(
  { method = DEFAULT_METHOD, url, as, on = {}, next }: HttpStep,
  context: PictureContext,
): StepPicture {
  const [host = url] = SCHEME_AND_HOST.exec(url) ?? [];
  return {
    icon: 'http',
    kind: say(context, 'HTTP call', 'Appel HTTP'),
    title: `${method} ${host.replace(/^https?:\/\//i, '')}`,
    details: as === undefined ? [] : [say(context, `keeps ${as}`, `retient ${as}`)],
    ways: [
      { next, label: step(on.failed, say(context, 'answered', 'réponse')) },
      ...(on.failed === undefined ? [] : [{ next: on.failed, label: say(context, 'failed', 'échec') }]),
    ],
  };
}

function step(other: string | undefined, label: string): string | undefined {
  return other === undefined ? undefined : label;
}

/** A pattern in lower case that accepts letters of either case. */
function caseless(pattern: string): string {
  return pattern.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
