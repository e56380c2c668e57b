import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore, zoneOf } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import {
  type ContentSnapshot,
  ContentTypeRegistry,
  ContentErrors,
  DraftService,
  PublishedContent,
} from '@parcours/content';
import { Database } from '@parcours/database';
import { assertNoDefects } from '@parcours/http';
import {
  type Finding,
  isJsonObject,
  type JsonObject,
  localeOf,
  mergePatch,
  ParcoursError,
} from '@parcours/kernel';
import type { ChannelName, ChannelSenders, MessageContent } from '@parcours/sdk';

import { brandOf, type PublishedBrand } from '../brands/brand-of.rules.js';
import { addresseeOf, type Channel } from '../channels/channel.js';
import { CHANNELS } from '../channels/channels.js';
import { MessagingErrors } from '../messaging.errors.js';
import { compileContent } from '../templates/compiled-contents.js';
import { messageData } from '../templates/message-data.rules.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';
import { isUntracked } from '../tracking/own-address.rules.js';
import { exampleCode, withShortLinks } from '../tracking/tracked-text.rules.js';
import { shortBaseOf } from '../tracking/tracking-choice.rules.js';
import { readVariables } from '../templates/required-variables.js';
import { checkTemplate } from '../templates/template-check.js';
import { sampledData, type VariableSeen } from './sample-data.js';
import { renderedFindings } from './rendered-findings.js';

/** Where pages are said to be while nobody has said it. */
const NOWHERE = 'https://example.com';

/** For whom a template is written without being sent. */
export interface PreviewOrder {
  /** A customer who exists; their traits as they are now. */
  readonly customerId?: string;
  /** What the template reads; it is laid over what is known of the customer. */
  readonly data?: JsonObject;
  readonly locale?: string;
  readonly channel?: ChannelName;
  readonly version?: 'draft' | 'published';
}

/** A message that was written, or why it could not be. */
export interface PreviewedChannel {
  readonly channel: Channel;
  /** Where it would go; nowhere without a customer. */
  readonly to: string | undefined;
  readonly from: ChannelSenders[ChannelName] | undefined;
  /** As it is sent to a customer. */
  readonly content: MessageContent | undefined;
  /** With links that lead where they were written to lead. */
  readonly untracked: MessageContent | undefined;
  readonly failure: { readonly code: string; readonly detail: string } | undefined;
}

export interface TemplatePreview {
  readonly locale: string;
  readonly brand: string | undefined;
  readonly channels: readonly PreviewedChannel[];
  readonly variables: readonly VariableSeen[];
  readonly findings: readonly Finding[];
}

/** A template and what it is read with. */
interface Opened {
  readonly document: MessageTemplateDocument;
  readonly content: ContentSnapshot;
  readonly brand: PublishedBrand | undefined;
}

interface Reader {
  readonly customer: Customer | undefined;
  readonly locale: string;
  readonly zone: string;
  readonly data: JsonObject;
}

/** Templates as they are kept, drafts among them. */
@Injectable()
export class TemplateShelf {
  constructor(
    private readonly drafts: DraftService,
    private readonly types: ContentTypeRegistry,
    private readonly published: PublishedContent,
  ) {}

  /** @throws content.not-found, content.not-publishable where a draft is not whole */
  async open(key: string, version: 'draft' | 'published' = 'draft'): Promise<Opened> {
    const { name: type, singular } = MESSAGE_TEMPLATE_TYPE;
    const content = await this.published.snapshot();
    if (version === 'published') {
      const found = content.byKey(MESSAGE_TEMPLATE_TYPE, key);
      if (!found) throw ContentErrors.notFound({ singular, key });
      return { document: found.document, content, brand: brandOf(content, found.document) };
    }
    const { draft } = await this.drafts.require({ type, key });
    const shown = this.types.shown(type, draft);
    const errors = this.types.schemaCheckOf(type)(shown);
    if (errors.length > 0)
      throw ContentErrors.notPublishable({ singular, key, errors: errors.length }, { errors });
    // The schema has accepted it.
    const document = shown as unknown as MessageTemplateDocument;
    return { document, content, brand: brandOf(content, document) };
  }
}

/** Writes messages that nobody gets: for a real customer, or with sample data. */
@Injectable()
export class TemplatePreviews {
  constructor(
    private readonly shelf: TemplateShelf,
    private readonly customers: CustomerStore,
    private readonly database: Database,
    private readonly config: ParcoursConfig,
  ) {}

  /** @throws content.not-found, content.not-publishable, messages.preview-customer-unknown, templates.unknown-channel */
  async write(key: string, order: PreviewOrder): Promise<TemplatePreview> {
    const opened = await this.shelf.open(key, order.version);
    const { document, content, brand } = opened;
    const variables = variablesOf(opened);
    const reader = await this.readerFor(order);
    const sampled = sampledData(reader.data, variables);
    const wanted = CHANNELS.filter(
      ({ name }) => Object.hasOwn(document.channels, name) && (order.channel ?? name) === name,
    );
    if (wanted.length === 0) {
      const detail = `The template is written for ${Object.keys(document.channels).join(', ')}.`;
      assertNoDefects([{ pointer: '/channel', code: 'schema.not-allowed', detail }], 'body');
    }
    const channels = await Promise.all(
      wanted.map((channel) => this.channel(channel, opened, { ...reader, data: sampled.data })),
    );
    const found = [
      ...(await checkTemplate(document, { published: content })),
      ...channels.flatMap((each) => (each.content ? renderedFindings(each.content, each.channel) : [])),
    ];
    return {
      locale: reader.locale,
      brand: brand?.key,
      channels,
      variables: sampled.variables,
      findings: once(found),
    };
  }

  private async channel(channel: Channel, opened: Opened, reader: Reader): Promise<PreviewedChannel> {
    const { document, brand } = opened;
    const { customer, locale, zone, data } = reader;
    const to = customer && channel.addressOf(addresseeOf(customer));
    try {
      const ready = await compileContent({
        template: { versionId: 0, document },
        channel: channel.name,
        brand,
        locale,
        defaultLocale: this.config.workspace.locale,
      });
      const untracked = ready.content.render(
        { ...data, ...(ready.brand && { brand: ready.brand }) },
        { locale, zone },
      );
      const content = this.shortened(untracked, channel, { opened, customer });
      return { channel, to, from: ready.from, content, untracked, failure: undefined };
    } catch (error) {
      if (!(error instanceof ParcoursError)) throw error;
      const failure = { code: error.code, detail: error.message };
      return { channel, to, from: undefined, content: undefined, untracked: undefined, failure };
    }
  }

  /** As long as the links of a text message will be; they lead nowhere. */
  private shortened(
    content: MessageContent,
    { name: channel, links }: Channel,
    { opened, customer }: { readonly opened: Opened; readonly customer: Customer | undefined },
  ): MessageContent {
    const { publicUrl } = this.config.http;
    const base = shortBaseOf(opened.document, {
      brand: opened.brand?.document.tracking,
      consents: customer?.profile.consents,
      channel,
      publicUrl,
    });
    if (links !== 'text' || base === undefined) return content;
    const isOurs = isUntracked([base, publicUrl ?? NOWHERE]);
    return withShortLinks(content, { base, isOurs, codeOf: exampleCode }).content;
  }

  private async readerFor({ customerId, data, locale: asked }: PreviewOrder): Promise<Reader> {
    const { workspace, http } = this.config;
    const customer = customerId === undefined ? undefined : await this.customer(customerId);
    const base = `${http.publicUrl ?? NOWHERE}/p/preview`;
    const facts = messageData({
      customerId: customerId ?? 'preview',
      traits: customer?.traits ?? {},
      context: {},
      journey: 'preview',
      step: 'preview',
      links: { preferences: base, unsubscribe: base },
    });
    const merged = mergePatch(facts, data ?? {});
    const traits = customer?.traits ?? {};
    const locale = asked ?? localeOf(traits['locale']) ?? workspace.locale;
    const zone = zoneOf(traits)?.name ?? workspace.timezone;
    return { customer, locale, zone, data: isJsonObject(merged) ? merged : facts };
  }

  private async customer(id: string): Promise<Customer> {
    const [found] = await this.customers.findByExternalIds(this.database.sql, [id]);
    if (!found) throw MessagingErrors.previewCustomerUnknown({ id });
    return found;
  }
}

/** What cannot be compiled reads nothing that could be told; the findings say why. */
function variablesOf({ document, content }: Opened) {
  try {
    return readVariables(document, content);
  } catch (error) {
    if (error instanceof ParcoursError) return [];
    throw error;
  }
}

function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, pointer }) => {
    const name = `${code} ${pointer}`;
    return !seen.has(name) && seen.add(name);
  });
}
