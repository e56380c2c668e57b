import { type ReceivedMail, waitFor } from '@parcours/testing';
import type { Platform } from './platform.js';

/** Where the pages of a platform under test are said to be. */
export const READER_URL = 'https://mail.example/p';

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** What an event of a timeline says, as far as tests of reactions look. */
export interface SeenEvent {
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  readonly details: any;
}

interface ReaderInit extends RequestInit {
  readonly headers?: Record<string, string>;
}

/** Somebody who reads their mail: sees it with its pictures, and follows links. */
export class Reader {
  constructor(
    private readonly platform: Platform,
    readonly address: string,
  ) {}

  /** Their only mail, once it is there. */
  mail(): Promise<ReceivedMail> {
    return waitFor(() => this.platform.smtp.mails.find(({ to }) => to.includes(this.address)), {
      describe: () => `a mail to ${this.address}`,
    });
  }

  /** The addresses of links and pictures by way of Parcours. */
  async tracked(kind: 'o' | 'c'): Promise<string[]> {
    const { html } = await this.mail();
    return [...html.matchAll(/(?:href|src)=["']?([^"'\s>]+)/g)].flatMap(([, url = '']) =>
      url.startsWith(`${READER_URL}/t/${kind}/`) ? [url] : [],
    );
  }

  /** Opens the mail in a program that shows pictures. */
  async open(headers: Record<string, string> = {}): Promise<Response> {
    const [picture] = await this.tracked('o');
    return this.get(picture ?? '', { headers });
  }

  /** Follows a link of the mail; the first, unless it is said which. */
  async follow(index = 0, init: ReaderInit = {}): Promise<Response> {
    return this.get((await this.tracked('c'))[index] ?? '', init);
  }

  get(url: string, { headers, ...init }: ReaderInit = {}): Promise<Response> {
    return fetch(this.platform.origin + url.slice(READER_URL.length), {
      redirect: 'manual',
      ...init,
      headers: { 'user-agent': BROWSER, ...headers },
    });
  }
}

/** Events of a customer's history by the beginning of their names, the earliest first. */
export async function eventsOf(platform: Platform, id: string, beginning = 'message.'): Promise<SeenEvent[]> {
  const entries: (SeenEvent & { kind: string })[] = await platform.data(
    'GET',
    `/customers/${id}/timeline?limit=100&filter[kind][eq]=event`,
  );
  return entries.filter(({ name }) => name.startsWith(beginning)).reverse();
}

/** Waits until so many events of a name are in a customer's history. */
export async function eventsReach(
  platform: Platform,
  id: string,
  { name, count = 1 }: { name: string; count?: number },
): Promise<SeenEvent[]> {
  let seen: SeenEvent[] = [];
  return waitFor(
    async () => {
      seen = await eventsOf(platform, id);
      const named = seen.filter((event) => event.name === name);
      return named.length >= count ? named : undefined;
    },
    { describe: () => `${name} of ${id}; seen: ${JSON.stringify(seen)}` },
  );
}
