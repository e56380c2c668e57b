import { profiles } from '@parcours/testing';
import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { smtpConnector, startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const BACKLOG = 2_000;

describe.each(profiles)('deliveries on $name (F10)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  /** One message of the category by a connector, and then the end. */
  async function mailing(connector: string, category: string): Promise<JourneyUnderTest> {
    const template = unique('template');
    const policy = unique('policy');
    await platform.publish('channel-policies', policy, {
      name: policy,
      channels: [{ channel: 'email', connector }],
    });
    await platform.publish('message-templates', template, {
      name: template,
      category,
      channels: { email: { subject: category, html: '<p>Hi</p>' } },
    });
    return aJourney(platform).publish({
      start: 'mail',
      steps: {
        mail: { type: 'message', template, policy, next: 'end' },
        end: { type: 'exit', reason: 'done' },
      },
    });
  }

  async function enterMany(journey: JourneyUnderTest, stem: string, count: number): Promise<void> {
    const events = Array.from({ length: count }, (_, at) => {
      const customerId = `${stem}-${String(at)}`;
      return { event: journey.event, customerId, traits: { email: `${customerId}@example.com` } };
    });
    for (let from = 0; from < count; from += 500) {
      await platform.data('POST', '/events', events.slice(from, from + 500));
    }
  }

  const mailsTo = (stem: string) =>
    platform.smtp.mails.filter(({ to }) => to.some((address) => address.startsWith(stem)));

  it('of what customers need go before a backlog of marketing', async () => {
    const connector = unique('slow');
    await platform.publish(
      'connectors',
      connector,
      smtpConnector(platform.smtp.port, { poolSize: 2, rateLimit: 20 }),
    );
    const newsletter = await mailing(connector, 'marketing');
    const receipt = await mailing(connector, 'transactional');
    await enterMany(newsletter, 'backlog', BACKLOG);
    await newsletter.message(`backlog-${String(BACKLOG - 1)}`, ({ status }) => status === 'queued');
    await receipt.enter('urgent', { traits: { email: 'urgent@example.com' } });
    await receipt.message('urgent', ({ status }) => status === 'sent');
    expect(mailsTo('urgent')).toHaveLength(1);
    expect(mailsTo('backlog').length).toBeLessThan(BACKLOG / 2);
    await platform.publish('connectors', connector, smtpConnector(platform.smtp.port));
  });
});
