import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Clock } from '@parcours/kernel';

import { linksIn, withAddresses, withPixel } from './tracked-html.rules.js';
import { isUntracked } from './own-address.rules.js';
import type { TrackingChoice } from './tracking-choice.rules.js';
import { TrackingTokens } from './tracking-tokens.service.js';

/** Leads the links of messages by way of us, and puts in the picture that tells of an opening. */
@Injectable()
export class MessageTracking {
  private readonly publicUrl: string | undefined;

  constructor(
    private readonly tokens: TrackingTokens,
    private readonly clock: Clock,
    config: ParcoursConfig,
  ) {
    this.publicUrl = config.http.publicUrl;
  }

  /** The content with its HTML tracked; as it is where nobody said under which address we are found. */
  applied<C extends object>(
    content: C,
    messageId: number,
    { opens, clicks, countsProxies }: TrackingChoice,
  ): C {
    const { publicUrl } = this;
    if (publicUrl === undefined || !hasHtml(content) || !(opens || clicks)) return content;
    const sentAt = this.clock.now();
    const linked = clicks ? this.linked(content.html, { messageId, sentAt }, publicUrl) : content.html;
    const token = opens ? this.tokens.toOpen({ messageId, sentAt, countsProxies }) : undefined;
    return {
      ...content,
      html: token === undefined ? linked : withPixel(linked, `${publicUrl}/t/o/${token}.gif`),
    };
  }

  private linked(html: string, message: { messageId: number; sentAt: number }, publicUrl: string): string {
    const links = linksIn(html, isUntracked([publicUrl]));
    const urls = [...new Set(links.map(({ url }) => url))];
    const addresses = new Map(
      urls.map((url, at) => {
        const token = this.tokens.toClick({ ...message, place: [at, urls.length], url });
        return [url, `${publicUrl}/t/c/${token}`];
      }),
    );
    return withAddresses(
      html,
      links,
      links.map(({ url }) => addresses.get(url) ?? url),
    );
  }
}

function hasHtml<C extends object>(content: C): content is C & { readonly html: string } {
  return 'html' in content && typeof content.html === 'string';
}
