import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import type { Speech } from '@parcours/events';
import { ParcoursError } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import { readerOf, renderData } from '../delivery/render-data.js';
import { brandOf } from '../brands/brand-of.rules.js';
import type { Channel } from '../channels/channel.js';
import { CompiledContents, type ReadyContent, type WantedContent } from '../templates/compiled-contents.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';
import { type RenderContext, RenderContexts } from './render-contexts.store.js';

/** A message that was sent, as far as its words follow from it. */
export interface SpokenMessage {
  readonly customerId: number;
  readonly enrollmentId: number;
  readonly step: string;
  readonly channel: string;
  readonly templateVersionId: number;
}

/** A message put into words again, or why it cannot be. */
export interface RewrittenMessage {
  readonly template: MessageTemplateDocument;
  readonly channel: Channel | undefined;
  readonly from: ReadyContent['from'];
  readonly content: MessageContent | undefined;
  readonly failure: string | undefined;
}

interface Reader {
  readonly customer: Customer;
  readonly context: RenderContext;
  readonly wanted: WantedContent;
}

/**
 * Puts messages into words again: nothing of a message is kept but the version of its template, so it says what that
 * version says with what is known of the customer now.
 */
@Injectable()
export class MessageWords {
  private readonly contents = new CompiledContents();

  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly contexts: RenderContexts,
    private readonly content: PublishedContent,
    private readonly config: ParcoursConfig,
  ) {}

  /** Four statements, however many messages. */
  async of(messages: readonly SpokenMessage[]): Promise<readonly Speech[]> {
    const written = await this.write(messages);
    return messages.map((message, at) => {
      const { channel, content } = written[at] ?? {};
      const words = channel && content && channel.words(content);
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

  /** What each says, in their order; `undefined` where nobody knows any more. */
  async write(messages: readonly SpokenMessage[]): Promise<readonly (RewrittenMessage | undefined)[]> {
    const { sql } = this.database;
    const customers = await this.customers.findByIds(sql, unique(messages.map((m) => m.customerId)));
    const contexts = await this.contexts.of(sql, unique(messages.map((m) => m.enrollmentId)));
    const templates = await this.content.versions(
      MESSAGE_TEMPLATE_TYPE,
      unique(messages.map((message) => message.templateVersionId)),
    );
    const byId = new Map(customers.map((customer) => [customer.id, customer]));
    const published = await this.content.snapshot();
    const { locale: defaultLocale } = this.config.workspace;
    const readers = messages.map(({ customerId, enrollmentId, templateVersionId, channel }) => {
      const customer = byId.get(customerId);
      const context = contexts.get(enrollmentId);
      const template = templates.get(templateVersionId);
      if (!customer || !context || !template) return undefined;
      const { locale } = readerOf(customer, this.config.workspace);
      const brand = brandOf(published, template.document);
      return { customer, context, wanted: { template, channel, brand, locale, defaultLocale } };
    });
    await this.contents.prepare(readers.flatMap((reader) => (reader ? [reader.wanted] : [])));
    return messages.map((message, at) => {
      const reader = readers[at];
      return reader && this.render(message, reader);
    });
  }

  private render({ step }: SpokenMessage, { customer, context, wanted }: Reader): RewrittenMessage {
    const { locale, zone } = readerOf(customer, this.config.workspace);
    const { document: template } = wanted.template;
    const page = `${this.config.http.publicUrl ?? 'https://example.com'}/p/…`;
    const links = { preferences: page, unsubscribe: page };
    try {
      const { channel, content, brand, from } = this.contents.of(wanted);
      const data = renderData({ step, brand }, { customer, context }, links);
      return { template, channel, from, content: content.render(data, { locale, zone }), failure: undefined };
    } catch (error) {
      // What the template reads is not known of the customer any more: it may have been sent all the same.
      if (!(error instanceof ParcoursError)) throw error;
      const failure = `${error.message} (${error.code})`;
      return { template, channel: undefined, from: undefined, content: undefined, failure };
    }
  }
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}
