import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import type { Speech } from '@parcours/events';
import { ParcoursError } from '@parcours/kernel';

import { readerOf, renderData } from '../delivery/render-data.js';
import { EmailCache } from '../templates/email-cache.js';
import { type EmailDocument, MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { type RenderContext, RenderContexts } from './render-contexts.store.js';

/** A message that was sent, as far as its words follow from it. */
export interface SpokenMessage {
  readonly customerId: number;
  readonly enrollmentId: number;
  readonly step: string;
  readonly channel: string;
  readonly templateVersionId: number;
}

interface Reader {
  readonly customer: Customer;
  readonly context: RenderContext;
  readonly email: EmailDocument;
}

/**
 * Puts messages into words again: nothing of a message is kept but the version of its template, so it says what that
 * version says with what is known of the customer now.
 */
@Injectable()
export class MessageWords {
  private readonly emails = new EmailCache();

  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly contexts: RenderContexts,
    private readonly content: PublishedContent,
    private readonly config: ParcoursConfig,
  ) {}

  /** Three statements, however many messages. */
  async of(messages: readonly SpokenMessage[]): Promise<readonly Speech[]> {
    const { sql } = this.database;
    const customers = await this.customers.findByIds(sql, unique(messages.map((m) => m.customerId)));
    const contexts = await this.contexts.of(sql, unique(messages.map((m) => m.enrollmentId)));
    const templates = await this.content.versions(
      MESSAGE_TEMPLATE_TYPE,
      unique(messages.map((message) => message.templateVersionId)),
    );
    const byId = new Map(customers.map((customer) => [customer.id, customer]));
    return messages.map((message) => {
      const customer = byId.get(message.customerId);
      const context = contexts.get(message.enrollmentId);
      const email = templates.get(message.templateVersionId)?.document.channels.email;
      const words =
        customer && context && email ? this.render(message, { customer, context, email }) : undefined;
      return {
        direction: 'outbound',
        channel: message.channel,
        by: null,
        subject: words?.subject ?? null,
        text: words?.text ?? null,
        sentiment: null,
      };
    });
  }

  private render({ templateVersionId, step }: SpokenMessage, { customer, context, email }: Reader) {
    const { locale: defaultLocale } = this.config.workspace;
    const { locale, zone } = readerOf(customer, this.config.workspace);
    try {
      const compiled = this.emails.compiled(templateVersionId, email, { locale, defaultLocale });
      return compiled.render(renderData({ step }, { customer, context }), { locale, zone });
    } catch (error) {
      // What the template reads is not known of the customer any more: the message was sent all the same.
      if (error instanceof ParcoursError) return undefined;
      throw error;
    }
  }
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}
