import { DatabaseErrors } from '@parcours/database';
import type { ErrorEntry } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';
import { PROBLEM_TYPE } from '../problems/problem.js';
import type { JsonSchema } from '../validation/json-schema.js';
import { type Operation, recordIn } from './operation.js';
import { takeRefusals } from './refuses.decorator.js';
import { takeVetoes } from './vetoes.js';

/** The extension under which an operation lists the codes of its problems. */
export const PROBLEM_CODES = 'x-problem-codes';

export const PROBLEM_SCHEMA: JsonSchema = {
  title: 'Problem',
  description: 'An error as RFC 9457 has it.',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: '`urn:parcours:problem:` and the code.',
      examples: ['urn:parcours:problem:http.invalid-request'],
    },
    title: { type: 'string', description: 'The kind of problem, in words.', examples: ['Invalid request'] },
    status: { type: 'integer', description: 'The HTTP status.', examples: [400] },
    detail: {
      type: 'string',
      description: 'What is wrong this time, and what to do.',
      examples: ['The body has 1 defect; see errors.'],
    },
    code: {
      type: 'string',
      description: 'Stable: decide by this. All are listed in docs/reference/errors.md.',
      examples: ['http.invalid-request'],
    },
    instance: {
      type: 'string',
      description: 'The request; also in the header x-request-id.',
      examples: ['urn:uuid:4f0e7a52-4a0c-4f3f-8f5f-6a4f7a1b9c55'],
    },
    errors: {
      type: 'array',
      description: 'What is wrong and where; absent where the problem has no parts.',
      items: {
        title: 'Problem item',
        description: 'One defect.',
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON pointer (RFC 6901) to what is wrong.',
            examples: ['/kind'],
          },
          code: { type: 'string', description: 'Stable.', examples: ['schema.not-allowed'] },
          detail: {
            type: 'string',
            description: 'What is wrong and how to put it right.',
            examples: ["Must be one of physical, digital, human, device; it is 'paper'."],
          },
        },
      },
    },
  },
};

/** Any route can answer these. */
const ALWAYS = [HttpErrors.tooManyRequests, HttpErrors.internal, DatabaseErrors.unavailable];

const WORDS: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong; `errors` says what and where.',
  401: 'No token, or one that is unknown, revoked or expired.',
  403: 'The token does not allow it.',
  404: 'There is no such thing.',
  409: 'It does not go with the present state.',
  412: 'It has changed since it was read.',
  413: 'The body is too large.',
  415: 'The body is of another media type.',
  422: 'A rule is broken.',
  429: 'Too many requests.',
  500: 'Our fault.',
  502: 'A provider failed.',
  503: 'Not now; try again.',
};

interface ApiResponseObject {
  readonly description: string;
  readonly content: Record<string, { schema: JsonSchema }>;
  readonly headers?: typeof RETRY_AFTER;
}

/** The answers that are problems, each once, for operations to point at. */
export class ProblemResponses {
  readonly components: Record<string, ApiResponseObject> = {};

  /** Documents every declared problem of an operation: by status for readers, by code for programs. */
  describe(operation: Operation): void {
    const declared = [
      ...takeRefusals(operation),
      ...takeVetoes(operation),
      ...ALWAYS.map(({ entry }) => entry),
    ];
    const entries = [...new Map(declared.map((entry) => [entry.code, entry])).values()].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    );
    operation[PROBLEM_CODES] = entries.map(({ code }) => code);
    const responses = recordIn(operation, 'responses');
    for (const status of new Set(entries.map((entry) => entry.status))) {
      responses[String(status)] = this.responseOf(
        status,
        entries.filter((entry) => entry.status === status),
      );
    }
  }

  private responseOf(status: number, entries: readonly ErrorEntry[]): { $ref: string } {
    const name = entries.map(({ code }) => code).join('_or_');
    this.components[name] = {
      description: [
        WORDS[status] ?? 'Refused.',
        ...entries.map(({ code, title }) => `- \`${code}\`: ${title}`),
      ].join('\n'),
      content: { [PROBLEM_TYPE]: { schema: PROBLEM_SCHEMA } },
      ...([429, 503].includes(status) && { headers: RETRY_AFTER }),
    };
    return { $ref: `#/components/responses/${name}` };
  }
}

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1, examples: [2] } },
};
