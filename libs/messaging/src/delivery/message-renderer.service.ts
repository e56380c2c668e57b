import { Injectable, Logger } from '@nestjs/common';
import { zoneOf } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { describeError, isJsonObject, type JsonObject, ParcoursError } from '@parcours/kernel';
import type { OutgoingMessage } from '@parcours/sdk';

import type { ClaimedMessage, DeliveryOutcome } from '../outbox/message.js';
import { type CustomerLinks, MessageLinks } from '../preferences/message-links.service.js';
import { EmailCache } from '../templates/email-cache.js';
import { DeliveryReader, failed, type Reader } from './delivery-reader.service.js';

/** A message that can go out, or what becomes of one that never will. */
export type Rendered =
  | { readonly message: ClaimedMessage; readonly outgoing: OutgoingMessage }
  | { readonly message: ClaimedMessage; readonly outcome: DeliveryOutcome };

/** Fills templates with what is known of each customer at the moment of sending. */
@Injectable()
export class MessageRenderer {
  private readonly logger = new Logger(MessageRenderer.name);
  private readonly emails = new EmailCache();

  constructor(
    private readonly readers: DeliveryReader,
    private readonly links: MessageLinks,
    private readonly config: ParcoursConfig,
  ) {}

  async render(messages: readonly ClaimedMessage[]): Promise<Rendered[]> {
    const prepared = await this.readers.read(messages);
    return prepared.map((each) => ('reader' in each ? this.renderOne(each.message, each.reader) : each));
  }

  private renderOne(message: ClaimedMessage, reader: Reader): Rendered {
    const { customer, template, address } = reader;
    const { locale: defaultLocale, timezone: defaultZone } = this.config.workspace;
    const locale = textOf(customer.traits['locale']) ?? defaultLocale;
    try {
      const { channels } = template.document;
      const email = this.emails.compiled(message.templateVersionId, channels.email, {
        locale,
        defaultLocale,
      });
      const links = this.links.of(customer.id, template.document);
      const content = email.render(dataFor(message, reader, links), {
        locale,
        zone: zoneOf(customer.traits)?.name ?? defaultZone,
      });
      return { message, outgoing: outgoingOf(message, reader, { content, links }) };
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

const NOT_RENDERED = {
  code: 'messages.render-failed',
  detail: 'The message could not be rendered; the log of the worker says why.',
};

function outgoingOf(
  message: ClaimedMessage,
  { customer, address }: Reader,
  { content, links }: { content: OutgoingMessage['content']; links: CustomerLinks },
): OutgoingMessage {
  const { headers } = links;
  return {
    id: String(message.id),
    customerId: customer.externalId,
    attempt: message.attempt,
    to: address,
    content,
    ...(headers && { headers }),
  };
}

/** What a template can read. `event` holds the properties of the event that let the customer in. */
function dataFor(
  message: ClaimedMessage,
  { customer, context }: Reader,
  { pages }: CustomerLinks,
): JsonObject {
  const { event, ...others } = context.context;
  const properties = isJsonObject(event) && isJsonObject(event['properties']) ? event['properties'] : {};
  return {
    customer: { ...customer.traits, id: customer.externalId },
    event: properties,
    context: others,
    journey: { key: context.journeyKey },
    step: { key: message.step },
    ...(pages && { links: { ...pages } }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
