import { Injectable } from '@nestjs/common';
import { LinkSigner } from '@parcours/audience';

/** What every tracking link of a message carries: no name, no address, nothing of the customer. */
export interface TrackedMessage {
  readonly messageId: number;
  /** When it was handed over, in milliseconds since the epoch. */
  readonly sentAt: number;
}

/** A link of a message, by way of us. */
export interface TrackedLink extends TrackedMessage {
  /** Its place among the tracked links of the message, and how many those are. */
  readonly place: readonly [number, number];
  readonly url: string;
}

/** The picture that tells of an opening. */
export interface TrackedOpening extends TrackedMessage {
  /** Pictures fetched by the proxy of a mail provider count as opened. */
  readonly countsProxies: boolean;
}

const CLICK = 'k';
const OPENING = 'v';

const LONGEST_TOKEN = 8_000;

/** Signs tracking links, so that nobody can make one up that leads elsewhere. */
@Injectable()
export class TrackingTokens {
  constructor(private readonly signer: LinkSigner) {}

  toClick({ messageId, sentAt, place, url }: TrackedLink): string {
    return this.signer.signText(JSON.stringify([CLICK, messageId, sentAt, ...place, url]));
  }

  toOpen({ messageId, sentAt, countsProxies }: TrackedOpening): string {
    return this.signer.signText(JSON.stringify([OPENING, messageId, sentAt, countsProxies ? 1 : 0]));
  }

  /** `undefined` for what was not signed here, or signed for something else. */
  click(token: string): TrackedLink | undefined {
    const text = this.signer.readText(token, LONGEST_TOKEN);
    if (text?.startsWith(`["${CLICK}",`) !== true) return undefined;
    const [, messageId, sentAt, place, of, url] = JSON.parse(text) as [
      string,
      number,
      number,
      number,
      number,
      string,
    ];
    return { messageId, sentAt, place: [place, of], url };
  }

  /** As `click`. */
  opening(token: string): TrackedOpening | undefined {
    const text = this.signer.readText(token, LONGEST_TOKEN);
    if (text?.startsWith(`["${OPENING}",`) !== true) return undefined;
    const [, messageId, sentAt, counts] = JSON.parse(text) as [string, number, number, number];
    return { messageId, sentAt, countsProxies: counts === 1 };
  }
}
