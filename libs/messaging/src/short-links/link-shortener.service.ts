import { Injectable } from '@nestjs/common';
import { LinkSigner } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import { isUntracked } from '../tracking/own-address.rules.js';
import { withShortLinks } from '../tracking/tracked-text.rules.js';
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
    if (base === undefined) return content;
    const written = withShortLinks(content, {
      base,
      isOurs: isUntracked([base, this.config.http.publicUrl]),
      codeOf: (url) => this.signer.codeOf(`short-link:${String(messageId)}:${url}`),
    });
    const sentAt = this.clock.now();
    noted.push(...written.links.map((link) => ({ ...link, messageId, customerId, sentAt })));
    return written.content;
  }

  /** Before any of these messages leaves. */
  keep(noted: readonly ShortLink[]): Promise<void> {
    return this.links.add(this.database.sql, noted);
  }
}
