import { Injectable, Logger } from '@nestjs/common';
import { BRAND_TYPE } from '@parcours/catalog';
import { ParcoursConfig } from '@parcours/config';
import { describeError, ParcoursError } from '@parcours/kernel';
import type { ChannelName, ChannelSenders, MessageContent, OutgoingMessage } from '@parcours/sdk';

import { channelOf } from '../channels/channels.js';
import type { ClaimedMessage, DeliveryOutcome } from '../outbox/message.js';
import { type CustomerLinks, MessageLinks } from '../preferences/message-links.service.js';
import { MessageTracking } from '../tracking/message-tracking.service.js';
import { LinkShortener } from '../short-links/link-shortener.service.js';
import type { ShortLink } from '../short-links/short-link.js';
import { shortBaseOf, type TrackingChoice, trackingOf } from '../tracking/tracking-choice.rules.js';
import { giftData } from '../templates/gift-data.js';
import { CompiledContents, type WantedContent } from '../templates/compiled-contents.js';
import { helpData } from '../policies/care.rules.js';
import { readerOf, renderData } from './render-data.js';
import { DeliveryReader } from './delivery-reader.service.js';
import { failed, type Reader } from './prepared-message.js';

/** A message that can go out, or what becomes of one that never will. */
export type Rendered =
  | { readonly message: ClaimedMessage; readonly outgoing: OutgoingMessage }
  | { readonly message: ClaimedMessage; readonly outcome: DeliveryOutcome };

/** Fills templates with what is known of each customer at the moment of sending. */
@Injectable()
export class MessageRenderer {
  private readonly logger = new Logger(MessageRenderer.name);
  private readonly contents = new CompiledContents();

  constructor(
    private readonly readers: DeliveryReader,
    private readonly links: MessageLinks,
    private readonly config: ParcoursConfig,
    private readonly tracking: MessageTracking,
    private readonly shortener: LinkShortener,
  ) {}

  async render(messages: readonly ClaimedMessage[]): Promise<Rendered[]> {
    const prepared = await this.readers.read(messages);
    await this.contents.prepare(
      prepared.flatMap((each) => ('reader' in each ? [this.wantedOf(each.message, each.reader)] : [])),
    );
    const noted: ShortLink[] = [];
    const rendered = prepared.map((each) =>
      'reader' in each ? this.renderOne(each.message, each.reader, noted) : each,
    );
    await this.shortener.keep(noted);
    return rendered;
  }

  private wantedOf({ channel }: ClaimedMessage, { customer, template, brand }: Reader): WantedContent {
    const { workspace } = this.config;
    const { locale } = readerOf(customer, workspace);
    return { template, channel, brand, locale, defaultLocale: workspace.locale };
  }

  private renderOne(message: ClaimedMessage, reader: Reader, noted: ShortLink[]): Rendered {
    const { customer, template, topic, address } = reader;
    const { workspace } = this.config;
    try {
      const { locale, zone } = readerOf(customer, workspace);
      const { content: compiled, brand, from } = this.contents.of(this.wantedOf(message, reader));
      const { category } = template.document;
      const { channel, id: messageId } = message;
      const links = this.links.of(customer.id, { category, topic, channel, messageId });
      const given = giftData(message.given, {
        content: reader.content,
        locale,
        defaultLocale: workspace.locale,
        url: (option) => this.links.toAnswer(customer.id, { ...message, option }),
      });
      const help = helpData(message.decision, { locale, defaultLocale: workspace.locale });
      const told = { step: message.step, given: { ...given, ...help }, brand };
      const data = renderData(told, reader, links.pages);
      const written = compiled.render(data, { locale, zone });
      const content = this.tracked(written, { message, reader, noted });
      return { message, outgoing: outgoingOf(message, reader, { content, links, from }) };
    } catch (error) {
      if (error instanceof ParcoursError) {
        return { message, outcome: failed({ code: error.code, detail: error.message }, address) };
      }
      // A fault of ours in one message must not hold up the others of its batch.
      this.logger.error(`message ${String(message.id)} could not be rendered: ${describeError(error)}`);
      return { message, outcome: failed(NOT_RENDERED, address) };
    }
  }

  /** Only on channels whose links are followed: what is printed is read as it is. */
  private tracked(
    content: MessageContent,
    {
      message,
      reader,
      noted,
    }: { readonly message: ClaimedMessage; readonly reader: Reader; readonly noted: ShortLink[] },
  ): MessageContent {
    const { id: messageId, channel } = message;
    const { customer, template, brand } = reader;
    const links = channelOf(channel)?.links;
    if (links === 'html') return this.tracking.applied(content, messageId, trackingFor(message, reader));
    if (links !== 'text') return content;
    const base = shortBaseOf(template.document, {
      brand: brand?.document.tracking,
      consents: customer.profile.consents,
      channel,
      publicUrl: this.config.http.publicUrl,
    });
    return this.shortener.applied(content, { messageId, customerId: customer.id, base }, noted);
  }
}

const NOT_RENDERED = {
  code: 'messages.render-failed',
  detail: 'The message could not be rendered; the log of the worker says why.',
};

function trackingFor(
  { brand, channel }: ClaimedMessage,
  { template, customer, content }: Reader,
): TrackingChoice {
  const branded = brand === undefined ? undefined : content.byKey(BRAND_TYPE, brand);
  return trackingOf(template.document, { brand: branded?.document.tracking, customer, channel });
}

function outgoingOf(
  message: ClaimedMessage,
  { customer, address }: Reader,
  {
    content,
    links,
    from,
  }: {
    content: OutgoingMessage['content'];
    links: CustomerLinks;
    from: ChannelSenders[ChannelName] | undefined;
  },
): OutgoingMessage {
  const { headers } = links;
  return {
    id: String(message.id),
    customerId: customer.externalId,
    attempt: message.attempt,
    to: address,
    content,
    ...(from && { from }),
    ...(headers && { headers }),
  };
}
