import {
  type ActionRequest,
  type ConnectorAction,
  describeHandOver,
  type HandOver,
  type HttpAnswer,
  jsonIn,
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
  handOver: ['conversation', 'events', 'journey', 'traits'],
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
    },
  },
};

/** What an opening needs. */
export interface OpeningParts {
  readonly create: CreateConfig | undefined;
  readonly timeoutMs: number;
  readonly language: 'en' | 'fr';
  readonly host: Pick<PluginHostContext, 'http' | 'clock'>;
}

/** What became of an opening. */
export type Opening =
  | { readonly status: 'done'; readonly output: { readonly recordId: string } }
  | { readonly status: 'failed'; readonly error: SendError };

const failed = (error: SendError): Opening => ({ status: 'failed', error });

/** Opens tickets by a call that the author has described. */
export class TicketOpening {
  constructor(private readonly parts: OpeningParts) {}

  async open(request: ActionRequest, signal: AbortSignal): Promise<Opening> {
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
    const recordId = textOf(valueAt(jsonIn(answer.body), create.idAt));
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
      body: JSON.stringify(bodyOf(create, request, this.parts.language)),
      signal,
      timeoutMs: this.parts.timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
    });
  }
}

function bodyOf({ fields, constants = {} }: CreateConfig, request: ActionRequest, language: 'en' | 'fr') {
  const { id, customerId, input } = request;
  const known: Readonly<Record<string, JsonValue | undefined>> = {
    subject: input['subject'],
    text: storyOf(request, language),
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

/** What the author has written and what the journey hands over. Help desks take no ticket without words. */
function storyOf({ input, handOver }: ActionRequest, language: 'en' | 'fr'): string {
  const body = textOf(input['body']);
  const told = handOver ? known(handOver, LONGEST_TEXT - (body ?? '').length, language) : '';
  const words = [body ?? '', told].filter((part) => part !== '').join('\n\n');
  return words === '' ? (textOf(input['subject']) ?? '') : words;
}

/** Where there is too much to tell, what is oldest gives way: first what happened, then what was said. */
function known(handOver: HandOver, room: number, language: 'en' | 'fr'): string {
  const words = describeHandOver(handOver, language);
  if (words.length <= room) return words;
  const { events = [], conversation = [] } = handOver;
  if (events.length > 0) return known({ ...handOver, events: withoutOldest(events) }, room, language);
  if (conversation.length === 0) return `${words.slice(0, room)}…`;
  return known({ ...handOver, conversation: withoutOldest(conversation) }, room, language);
}

function withoutOldest<T>(items: readonly T[]): readonly T[] {
  return items.slice(Math.ceil(items.length / 8));
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
