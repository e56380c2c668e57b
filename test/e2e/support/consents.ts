import type { Profile } from '@parcours/testing';
import type { Schemas } from '@parcours/client';
import { type Answer, type Platform, startPlatform } from './platform.js';

/** Where the pages are said to be, in what is sent. */
export const PUBLIC_URL = 'https://hello.example/me';
const TOPICS = ['news', 'offers', 'club'];

/** A platform with topics of every kind, a marketing template for each, and an invoice that asks for no consent. */
export async function startWithTopics(profile: Profile): Promise<Platform> {
  const platform = await startPlatform(profile, {
    environment: { PARCOURS_PUBLIC_URL: PUBLIC_URL },
    smtp: {
      answers: (to, before) => (to.startsWith('late') && before === 0 ? '451 4.3.0 later' : undefined),
    },
  });
  await platform.publish('topics', 'news', {
    name: { en: 'News & <views>', fr: 'Nouvelles' },
    description: { en: 'Once a month.', fr: 'Une fois par mois.' },
    channels: ['email', 'sms'],
    order: 1,
  });
  await platform.publish('topics', 'offers', { name: 'Offers', basis: 'opt-in', order: 2 });
  await platform.publish('topics', 'club', { name: 'Club', basis: 'opt-in', confirm: true, order: 3 });
  for (const topic of TOPICS) {
    await platform.publish('message-templates', topic, {
      name: topic,
      topic,
      channels: { email: { subject: topic, html: '<p>{{links.preferences}} {{links.unsubscribe}}</p>' } },
    });
  }
  await platform.publish('message-templates', 'invoice', {
    name: 'Invoice',
    category: 'transactional',
    topic: 'news',
    channels: { email: { subject: 'Invoice', html: '<p>Yours</p>' } },
  });
  return platform;
}

/** What customers of a test have consented to. */
export class Consents {
  constructor(private readonly platform: Platform) {}

  /** Creates or replaces a customer who can be reached by email. */
  readonly put = (id: string, traits: object = {}): Promise<unknown> =>
    this.platform.data('PUT', `/customers/${id}`, { traits: { email: `${id}@example.com`, ...traits } });

  /** `channel:topic` to the state that holds. */
  readonly of = async (id: string): Promise<Record<string, string>> => {
    const { consents } = await this.read(id);
    return Object.fromEntries(consents.map((each) => [`${each.channel}:${each.topic}`, each.state]));
  };

  readonly say = (id: string, consents: object[], method = 'PATCH'): Promise<Answer> =>
    this.platform.call(method, `/customers/${id}/consents`, { consents });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  readonly history = (id: string): Promise<any> =>
    this.platform.data('GET', `/customers/${id}/consents/history?sort=id`);

  /** The path of the customer's preference page. */
  readonly preferences = async (id: string): Promise<string> => (await this.read(id)).preferencesPath;

  private async read(id: string): Promise<Pick<Schemas['Consents'], 'consents' | 'preferencesPath'>> {
    return this.platform.data('GET', `/customers/${id}/consents`);
  }
}
