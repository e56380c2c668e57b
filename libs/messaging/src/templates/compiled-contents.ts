import type { PublishedVersion } from '@parcours/content';
import { type JsonObject, ParcoursError } from '@parcours/kernel';
import type { ChannelName, ChannelSenders } from '@parcours/sdk';
import { LRUCache } from 'lru-cache';

import { brandData } from '../brands/brand-data.js';
import { kitOf, senderOf } from '../brands/brand-kit.js';
import type { PublishedBrand } from '../brands/brand-of.rules.js';
import type { Channel, CompiledContent } from '../channels/channel.js';
import { channelOf } from '../channels/channels.js';
import { saidIn } from '../channels/said.js';
import type { MessageTemplateDocument } from './message-template.type.js';
import { TemplateErrors } from './template.errors.js';

/** What a message is made of: a version of a template on a channel, in a language, in the name of a brand. */
export interface WantedContent {
  readonly template: Pick<PublishedVersion<MessageTemplateDocument>, 'versionId' | 'document'>;
  readonly channel: string;
  readonly brand: PublishedBrand | undefined;
  readonly locale: string;
  readonly defaultLocale: string;
}

/** Ready to be filled in. */
export interface ReadyContent {
  readonly channel: Channel;
  readonly content: CompiledContent;
  /** What templates read as `brand`. */
  readonly brand: JsonObject | undefined;
  /** In whose name it goes out; the connector's own sender where it is left out. */
  readonly from: ChannelSenders[ChannelName] | undefined;
}

const REMEMBERED = 500;

/** Compiles what is to be sent. @throws templates.unknown-channel, those of `compileText`, templates.mjml */
export async function compileContent(wanted: WantedContent): Promise<ReadyContent> {
  const { template, channel: name, brand } = wanted;
  const channel = channelOf(name);
  const document = channel && template.document.channels[channel.name];
  if (!channel || !document) throw TemplateErrors.unknownChannel({ channel: name });
  const kit = kitOf(brand?.document, name, wanted);
  const said = saidIn(document, wanted.locale, wanted.defaultLocale);
  const prepared = await channel.prepare?.(said, kit);
  const broken = prepared?.findings[0];
  if (broken) throw TemplateErrors.unreadable({ reason: broken.message });
  return {
    channel,
    content: channel.compile(prepared?.said ?? said, kit),
    brand: brand && brandData(brand.key, brand.document, wanted),
    from: senderOf(brand?.document, channel.name, wanted),
  };
}

/**
 * Compiled contents of published versions. A version never changes, and neither does that of a brand, so neither does an
 * entry; what cannot be compiled is remembered too.
 */
export class CompiledContents {
  private readonly known = new LRUCache<string, ReadyContent | ParcoursError>({ max: REMEMBERED });

  /** Compiles those that are not known yet: nothing, once a template has been sent in a language. */
  async prepare(wanted: readonly WantedContent[]): Promise<void> {
    const missing = new Map(
      wanted.flatMap((each) => {
        const name = nameOf(each);
        return this.known.has(name) ? [] : [[name, each] as const];
      }),
    );
    for (const [name, each] of missing) {
      this.known.set(name, await compileContent(each).catch(asKnown));
    }
  }

  /** One that was prepared. @throws the errors of `compileContent` */
  of(wanted: WantedContent): ReadyContent {
    const found = this.known.get(nameOf(wanted));
    if (found instanceof ParcoursError) throw found;
    if (!found) throw new TypeError('the content was not prepared');
    return found;
  }
}

function asKnown(error: unknown): ParcoursError {
  if (error instanceof ParcoursError) return error;
  throw error;
}

function nameOf({ template, channel, brand, locale, defaultLocale }: WantedContent): string {
  return `${String(template.versionId)} ${String(brand?.versionId ?? 0)} ${channel} ${locale} ${defaultLocale}`;
}
