import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import {
  answerPage,
  Answers,
  type ListQuery,
  ListParams,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { formatInstant, idOf, type Language } from '@parcours/kernel';

import { MessagingErrors } from '../messaging.errors.js';
import { MESSAGE_CATEGORIES, MESSAGE_STATUSES, type MessageFailure } from '../outbox/message.js';
import { MESSAGE_LIST, type MessageView, MessageViews } from '../outbox/message-view.store.js';
import { reasonsOf } from '../outbox/message-explanation.rules.js';
import { REACTION_KINDS } from '../reactions/reaction.js';
import {
  EXPLAIN_MESSAGE_QUERY_SCHEMA,
  MESSAGE_EXPLANATION_SCHEMA,
  MESSAGE_ID,
  MESSAGE_SCHEMA,
} from './message.schema.js';

@Tag('Messages', 'What journeys have sent, or are about to.')
@Controller()
export class MessageController {
  constructor(private readonly messages: MessageViews) {}

  @Get('messages')
  @Scope('messages:read')
  @ApiOperation({
    summary: 'List messages',
    description: 'The newest first: to whom, by which journey, and what has become of them.',
  })
  @Answers(200, MESSAGE_SCHEMA, 'list')
  async list(@ListParams(MESSAGE_LIST) query: ListQuery) {
    return answerPage(await this.messages.list(query), query, present);
  }

  @Get('messages/:id')
  @Scope('messages:read')
  @ApiOperation({ summary: 'Read a message', description: 'What has become of it, and why.' })
  @Refuses(MessagingErrors.messageNotFound)
  @Answers(200, MESSAGE_SCHEMA)
  async get(@PathParam('id', MESSAGE_ID) id: string) {
    return { data: present(await this.require(id)) };
  }

  @Get('messages/:id/explain')
  @Scope('messages:read')
  @ApiOperation({
    summary: 'Explain a message',
    description:
      'Why it waits, was put off or given up: what its decision kept, and what has become of it since.',
  })
  @Refuses(MessagingErrors.messageNotFound)
  @Answers(200, MESSAGE_EXPLANATION_SCHEMA)
  async explain(
    @PathParam('id', MESSAGE_ID) id: string,
    @QueryParams(EXPLAIN_MESSAGE_QUERY_SCHEMA) { locale }: { locale: Language },
  ) {
    const message = await this.require(id);
    return { data: { id, status: MESSAGE_STATUSES[message.status], reasons: reasonsOf(message, locale) } };
  }

  @Get('customers/:id/messages')
  @Scope('messages:read')
  @ApiOperation({
    summary: "List a customer's messages",
    description: 'As the list of all messages. A customer who is not known has none.',
  })
  @Answers(200, MESSAGE_SCHEMA, 'list')
  async listOfCustomer(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @ListParams(MESSAGE_LIST) query: ListQuery,
  ) {
    return answerPage(await this.messages.list(query, id), query, present);
  }

  private async require(id: string): Promise<MessageView> {
    const message = await this.messages.find(idOf(id));
    if (!message) throw MessagingErrors.messageNotFound({ id });
    return message;
  }
}

export function present(message: MessageView) {
  const { journey, step, visit, channel, brand, connector, attempts, address } = message;
  return {
    id: String(message.id),
    customerId: message.customer_key,
    enrollmentId: String(message.enrollment_id),
    journey,
    step,
    visit,
    channel,
    category: MESSAGE_CATEGORIES[message.category],
    brand,
    connector,
    template: { key: message.template, version: message.template_version },
    status: MESSAGE_STATUSES[message.status],
    attempts,
    maybeDuplicate: message.maybe_duplicate === 1,
    address,
    providerId: message.provider_id,
    failure: message.failure === null ? null : (JSON.parse(message.failure) as MessageFailure),
    createdAt: formatInstant(message.created_at),
    nextAttemptAt: message.queue_at === null ? null : formatInstant(message.queue_at),
    finishedAt: message.finished_at === null ? null : formatInstant(message.finished_at),
    ...reactionTimes(message),
  };
}

function reactionTimes(message: MessageView) {
  return Object.fromEntries(
    REACTION_KINDS.map((kind) => {
      const at = message[`${kind}_at`];
      return [`${kind}At`, at === null ? null : formatInstant(at)];
    }),
  );
}
