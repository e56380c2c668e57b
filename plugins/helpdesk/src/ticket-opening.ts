import {
  type ActionRequest,
  type ActionResult,
  type ConnectorAction,
  type HttpAnswer,
  type JsonValue,
  type PluginHostContext,
  type SendError,
  sendErrorOfAnswer,
  sendErrorOfFailure,
} from '@parcours/sdk';

import type { CreateConfig } from './helpdesk-config.js';
import { documentOf, valueAt } from './json-pointers.js';
import { textOf } from './ticket-values.js';

const ANSWER_BYTES = 1_048_576;
const LONGEST_TEXT = 60_000;

const text = (description: string, maxLength = 500) =>
  ({ type: 'string', minLength: 1, maxLength, description }) as const;

export const CREATE_TICKET: ConnectorAction = {
  summary: 'Opens a ticket in the help desk, about the customer.',
  input: {
    type: 'object',
    required: ['subject'],
    properties: {
      subject: text('One line.', 255),
      email: text('The email address of the customer.', 320),
      phone: text('Their number in E.164.', 50),
      name: text('What they are called.'),
      priority: text('How much it matters, as the help desk calls it.', 100),
      body: text('What is to be known or done, as plain text.', 20_000),
      context: {
        type: 'object',
        maxProperties: 50,
        additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
        description: 'What the journey knows, by name: one line each.',
      },
      conversation: {
        type: 'array',
        maxItems: 200,
        description: 'What was said so far, the oldest first.',
        items: {
          type: 'object',
          required: ['text'],
          properties: {
            at: { type: 'string', description: 'When, in ISO 8601.' },
            from: text('Who said it.', 320),
            text: { type: 'string', maxLength: 10_000, description: 'The words.' },
          },
        },
      },
    },
  },
};

/** What an opening needs. */
export interface OpeningParts {
  readonly create: CreateConfig | undefined;
  readonly timeoutMs: number;
  readonly host: Pick<PluginHostContext, 'http' | 'clock'>;
}

const failed = (error: SendError): ActionResult => ({ status: 'failed', error });

/** Opens tickets by a call that the author has described. */
export class TicketOpening {
  constructor(private readonly parts: OpeningParts) {}

  async open(request: ActionRequest, signal: AbortSignal): Promise<ActionResult> {
    const { create, host } = this.parts;
    if (!create) return failed(NO_CREATE);
    let answer: HttpAnswer;
    try {
      answer = await this.post(create, request, signal);
    } catch (cause) {
      return failed(sendErrorOfFailure(cause));
    }
    if (answer.status < 200 || answer.status > 299) {
      return failed(sendErrorOfAnswer(answer, { provider: 'helpdesk', now: host.clock.now() }));
    }
    const recordId = textOf(valueAt(parsed(answer.body), create.idAt));
    return recordId === undefined ? failed(noId(create.idAt)) : { status: 'done', output: { recordId } };
  }

  private post(create: CreateConfig, request: ActionRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { url, authorization, authorizationHeader, idempotencyHeader, headers = {} } = create;
    return this.parts.host.http.fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        accept: 'application/json',
        'content-type': 'application/json',
        ...(authorization !== undefined && { [authorizationHeader]: authorization }),
        [idempotencyHeader]: request.id,
      },
      body: JSON.stringify(bodyOf(create, request)),
      signal,
      timeoutMs: this.parts.timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
    });
  }
}

function bodyOf({ fields, constants = {} }: CreateConfig, { id, customerId, input }: ActionRequest) {
  const known: Readonly<Record<string, JsonValue | undefined>> = {
    subject: input['subject'],
    text: storyOf(input),
    email: input['email'],
    phone: input['phone'],
    name: input['name'],
    priority: input['priority'],
    actionId: id,
    customerId,
  };
  const given = Object.entries(fields).flatMap(([pointer, name]) => {
    const value = known[name];
    return value === undefined ? [] : [[pointer, value] as const];
  });
  // The configuration is JSON, and so are the values in it.
  return documentOf([...Object.entries(constants as Record<string, JsonValue>), ...given]);
}

/** What the author has written, what the journey knows, and as much of the latest words as there is room for. */
function storyOf({ body, context, conversation, subject }: ActionRequest['input']): string {
  const head = [textOf(body) ?? '', contextOf(context)].filter((part) => part !== '').join('\n\n');
  const words = Array.isArray(conversation) ? conversation.map(lineOf).filter((line) => line !== '') : [];
  let room = LONGEST_TEXT - head.length;
  const latest: string[] = [];
  for (const line of words.toReversed()) {
    room -= line.length + 2;
    if (room < 0) break;
    latest.unshift(line);
  }
  const said = [head, ...(latest.length < words.length ? ['…'] : []), ...latest].filter(
    (part) => part !== '',
  );
  // Help desks take no ticket without words.
  return said.length === 0 ? (textOf(subject) ?? '') : said.join('\n\n').slice(0, LONGEST_TEXT + 10);
}

function contextOf(context: JsonValue | undefined): string {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return '';
  return Object.entries(context)
    .flatMap(([name, value]) => {
      const said = textOf(value);
      return said === undefined ? [] : [`${name}: ${said}`];
    })
    .join('\n');
}

function lineOf(said: JsonValue): string {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return '';
  const head = [textOf(said['at']), textOf(said['from'])].filter((part) => part !== undefined).join(', ');
  const words = textOf(said['text']) ?? '';
  return head === '' ? words : `${head}: ${words}`;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

const NO_CREATE: SendError = {
  class: 'misconfigured',
  code: 'helpdesk.no-create',
  detail: 'The connector does not say how a ticket is opened: its configuration has no /create.',
};

/** A success without the id is no success that could be followed up: some answer 200 with an error in it. */
const noId = (pointer: string): SendError => ({
  class: 'permanent',
  code: 'helpdesk.no-id',
  detail: `The answer has no id of a ticket at ${pointer}.`,
  maybeSent: true,
});
