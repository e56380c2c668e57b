import { Injectable, Logger } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { describeError, isJsonObject, type JsonObject, ParcoursError } from '@parcours/kernel';
import type { OutgoingMessage } from '@parcours/sdk';
import { IANAZone } from 'luxon';

import { addressFor } from '../outbox/address.rules.js';
import type { ClaimedMessage, DeliveryOutcome, MessageFailure } from '../outbox/message.js';
import { type RenderContext, RenderContexts } from '../outbox/render-contexts.store.js';
import { EmailCache } from '../templates/email-cache.js';
import { type EmailDocument, MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';

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
    // One who was merged since the claim is read as who took them in.
    const customers = await this.customers.findCurrent(sql, [...new Set(messages.map((m) => m.customerId))]);
    const contexts = await this.contexts.of(sql, [...new Set(messages.map((m) => m.enrollmentId))]);
    const templates = await this.content.versions(
      MESSAGE_TEMPLATE_TYPE,
      messages.map((message) => message.templateVersionId),
    );
    return messages.map((message) => {
      const customer = customers.get(message.customerId);
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
    const { locale: defaultLocale, timezone: defaultZone } = this.config.workspace;
    const locale = textOf(customer.traits['locale']) ?? defaultLocale;
    try {
      const email = this.emails.compiled(message.templateVersionId, document, { locale, defaultLocale });
      const content = email.render(dataFor(message, customer, context), {
        locale,
        zone: zoneOf(customer.traits['timezone']) ?? defaultZone,
      });
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

/** What a template can read. `event` holds the properties of the event that let the customer in. */
function dataFor(message: ClaimedMessage, customer: Customer, context: RenderContext): JsonObject {
  const { event, ...others } = context.context;
  const properties = isJsonObject(event) && isJsonObject(event['properties']) ? event['properties'] : {};
  return {
    customer: { ...customer.traits, id: customer.externalId },
    event: properties,
    context: others,
    journey: { key: context.journeyKey },
    step: { key: message.step },
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A zone that does not exist counts as none, as it does for waits. */
function zoneOf(value: unknown): string | undefined {
  return typeof value === 'string' && IANAZone.isValidZone(value) ? value : undefined;
}
