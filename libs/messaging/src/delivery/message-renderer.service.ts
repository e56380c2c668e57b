import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { describeError, ParcoursError } from '@parcours/kernel';
import type { OutgoingMessage } from '@parcours/sdk';

import type { ClaimedMessage, DeliveryOutcome } from '../outbox/message.js';
import { type CustomerLinks, MessageLinks } from '../preferences/message-links.service.js';
import { giftData } from '../templates/gift-data.js';
import { EmailCache } from '../templates/email-cache.js';
import { helpData } from '../policies/care.rules.js';
import { readerOf, renderData } from './render-data.js';
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
    const { workspace } = this.config;
    try {
      const { locale, zone } = readerOf(customer, workspace);
      const { channels } = template.document;
      const email = this.emails.compiled(message.templateVersionId, channels.email, {
        locale,
        defaultLocale: workspace.locale,
      });
      const links = this.links.of(customer.id, template.document);
      const given = giftData(message.given, {
        content: reader.content,
        locale,
        defaultLocale: workspace.locale,
        url: (option) => this.links.toAnswer(customer.id, { ...message, option }),
      });
      const help = helpData(message.decision, { locale, defaultLocale: workspace.locale });
      const data = renderData({ step: message.step, given: { ...given, ...help } }, reader, links.pages);
      const content = email.render(data, { locale, zone });
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
