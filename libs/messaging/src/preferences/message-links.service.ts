import { Injectable } from '@nestjs/common';
import { type AskingVisit, LinkSigner } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { Clock } from '@parcours/kernel';

/** The links that a message to one customer carries; none where nobody said under which address they are found. */
export interface CustomerLinks {
  /** What templates read as `links`. */
  readonly pages?: { readonly preferences: string; readonly unsubscribe: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a message is about, as far as links go. */
export interface LinkedMessage {
  readonly category?: 'marketing' | 'transactional' | undefined;
  readonly topic?: string | undefined;
  readonly channel: string;
  /** By which its reader came to a page; left out where there is none yet. */
  readonly messageId?: number;
}

/** Makes the links by which customers say what they want. */
@Injectable()
export class MessageLinks {
  constructor(
    private readonly signer: LinkSigner,
    private readonly config: ParcoursConfig,
    private readonly clock: Clock,
  ) {}

  /** Mail clients show their own button to unsubscribe by the headers (RFC 2369, RFC 8058), except for an invoice. */
  of(customerId: number, { category, topic, channel, messageId }: LinkedMessage): CustomerLinks {
    const { publicUrl } = this.config.http;
    if (publicUrl === undefined) return {};
    const preferences = `${publicUrl}/p/${this.signer.sign({ purpose: 'preferences', customerId })}`;
    const token = this.signer.sign({ purpose: 'unsubscribe', customerId, channel, topic, messageId });
    const unsubscribe = `${publicUrl}/t/u/${token}`;
    const pages = { preferences, unsubscribe };
    if (channel !== 'email' || category === 'transactional') return { pages };
    const headers = {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    return { pages, headers };
  }

  /** Where a customer answers what a step asks: the page of one option, or that of the survey. */
  toAnswer(customerId: number, { enrollmentId, step, visit, option }: AskingVisit): string | undefined {
    const { publicUrl } = this.config.http;
    if (publicUrl === undefined) return undefined;
    const purpose = option === undefined ? 'survey' : 'choice';
    const asked = { enrollmentId, step, visit, option };
    const token = this.signer.sign({ purpose, customerId, at: this.clock.now(), asked });
    return `${publicUrl}/${option === undefined ? 's' : 'c'}/${token}`;
  }
}
