import { Injectable } from '@nestjs/common';
import { LinkSigner } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import { isUntracked } from '../tracking/own-address.rules.js';
import { shortened, withText } from '../tracking/tracked-text.rules.js';
import type { ShortLink } from './short-link.js';
import { ShortLinkStore } from './short-link.store.js';

/** Leads the links in the texts of messages by way of us, in so few letters that a text message has room for them. */
@Injectable()
export class LinkShortener {
  constructor(
    private readonly signer: LinkSigner,
    private readonly database: Database,
    private readonly links: ShortLinkStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /**
   * The content with its links made short, for which `noted` gets what they stand for: the links lead somewhere once
   * that is kept. A message that is written again has the same codes.
   */
  applied(
    content: MessageContent,
    { messageId, customerId, base }: { messageId: number; customerId: number; base: string | undefined },
    noted: ShortLink[],
  ): MessageContent {
    if (base === undefined || !('text' in content) || 'html' in content) return content;
    const { text, links } = shortened(content.text, {
      base,
      isOurs: isUntracked([base, this.config.http.publicUrl]),
      codeOf: (url) => this.signer.codeOf(`short-link:${String(messageId)}:${url}`),
    });
    if (links.length === 0) return content;
    const sentAt = this.clock.now();
    noted.push(...links.map((link) => ({ ...link, messageId, customerId, sentAt })));
    return withText(content, text);
  }

  /** Before any of these messages leaves. */
  keep(noted: readonly ShortLink[]): Promise<void> {
    return this.links.add(this.database.sql, noted);
  }
}
