import { Injectable, Logger } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { describeError, ParcoursError } from '@parcours/kernel';
import type { OutgoingMessage } from '@parcours/sdk';

import { addressFor } from '../outbox/address.rules.js';
import type { ClaimedMessage, DeliveryOutcome, MessageFailure } from '../outbox/message.js';
import { type RenderContext, RenderContexts } from '../outbox/render-contexts.store.js';
import { EmailCache } from '../templates/email-cache.js';
import { type EmailDocument, MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { readerOf, renderData } from './render-data.js';

/** A message that can go out, or what becomes of one that never will. */
export type Rendered =
  | { readonly message: ClaimedMessage; readonly outgoing: OutgoingMessage }
  | { readonly message: ClaimedMessage; readonly outcome: DeliveryOutcome };

interface Reader {
  readonly customer: Customer;
  readonly context: RenderContext;
  readonly email: EmailDocument;
}

/** Fills templates with what is known of each customer at the moment of sending. */
@Injectable()
export class MessageRenderer {
  private readonly logger = new Logger(MessageRenderer.name);
  private readonly emails = new EmailCache();

  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly contexts: RenderContexts,
    private readonly content: PublishedContent,
    private readonly config: ParcoursConfig,
  ) {}

  async render(messages: readonly ClaimedMessage[]): Promise<Rendered[]> {
    const { sql } = this.database;
    const customers = await this.customers.findByIds(sql, [...new Set(messages.map((m) => m.customerId))]);
    const customersById = new Map(customers.map((customer) => [customer.id, customer]));
    const contexts = await this.contexts.of(sql, [...new Set(messages.map((m) => m.enrollmentId))]);
    const templates = await this.content.versions(
      MESSAGE_TEMPLATE_TYPE,
      messages.map((message) => message.templateVersionId),
    );
    return messages.map((message) => {
      const customer = customersById.get(message.customerId);
      const context = contexts.get(message.enrollmentId);
      const template = templates.get(message.templateVersionId);
      if (!customer || !context) return { message, outcome: failed(GONE) };
      if (context.hasLeft) return { message, outcome: { kind: 'withdrawn' } };
      if (!template) return { message, outcome: failed(NO_TEMPLATE) };
      return this.renderOne(message, { customer, context, email: template.document.channels.email });
    });
  }

  private renderOne(message: ClaimedMessage, { customer, context, email: document }: Reader): Rendered {
    const address = addressFor('email', customer.traits);
    if (address === undefined) return { message, outcome: failed(NO_ADDRESS) };
    const { locale: defaultLocale } = this.config.workspace;
    const reader = readerOf(customer, this.config.workspace);
    try {
      const email = this.emails.compiled(message.templateVersionId, document, {
        locale: reader.locale,
        defaultLocale,
      });
      const content = email.render(renderData(message.step, customer, context), reader);
      return { message, outgoing: outgoingOf(message, customer.externalId, address, content) };
    } catch (error) {
      if (error instanceof ParcoursError) {
        return { message, outcome: failed({ code: error.code, detail: error.message }, address) };
      }
      // A fault of ours in one message must not hold up the others of its batch.
      this.logger.error(`message ${String(message.id)} could not be rendered: ${describeError(error)}`);
      return { message, outcome: failed(NOT_RENDERED, address) };
    }
  }
}

const GONE = { code: 'messages.customer-gone', detail: 'The customer or the enrollment no longer exists.' };
const NO_ADDRESS = {
  code: 'messages.no-address',
  detail: 'The customer has no address on this channel any more.',
};
const NOT_RENDERED = {
  code: 'messages.render-failed',
  detail: 'The message could not be rendered; the log of the worker says why.',
};
const NO_TEMPLATE = {
  code: 'messages.template-gone',
  detail: 'The version of the template no longer exists.',
};

function failed(failure: MessageFailure, address?: string): DeliveryOutcome {
  return { kind: 'failed', address, failure };
}

function outgoingOf(
  message: ClaimedMessage,
  customerId: string,
  to: string,
  content: OutgoingMessage['content'],
): OutgoingMessage {
  return { id: String(message.id), customerId, attempt: message.attempt, to, content };
}
