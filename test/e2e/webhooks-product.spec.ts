import { profiles, waitFor } from '@parcours/testing';

import { type Platform, startPlatform } from './support/platform.js';
import { WebhookReceiver } from './support/webhook-receiver.js';

/** The processes of an installation: on servers, the one that answers delivers and publishes nothing by itself. */
describe.each(profiles)('the product on $name', (profile) => {
  let receiver: WebhookReceiver;
  let platform: Platform | undefined;

  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
  });

  afterEach(async () => {
    await platform?.stop();
    await receiver.close();
  });

  async function start(environment: Record<string, string> = {}): Promise<Platform> {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_OUTGOING_ALLOW: '127.0.0.1', ...environment },
    });
    const events = ['content.published', 'review.due'];
    await platform.publish('webhooks', 'crm', { name: 'CRM', url: receiver.url('/crm'), events });
    return platform;
  }

  const told = (type: string, key: string) =>
    waitFor(() => receiver.at('/crm').find(({ body }) => body.type === type && body.data.key === key));

  it('delivers webhooks, woken by whoever answers', async () => {
    const { publish } = await start();
    await publish('personas', 'busy-parent', { name: 'Busy parent' });
    expect((await told('content.published', 'busy-parent')).body.data).toMatchObject({ version: 1 });
  });

  it('tells that reviews are due, and publishes nothing at a time that was not approved', async () => {
    const { data, call } = await start({ PARCOURS_SWEEP_MS: '300' });
    await data('PUT', '/personas/ada', { name: 'Ada' });
    await data('PUT', '/personas/ada/review-plan', { cadence: 'P1M', dueAt: '2020-01-01T00:00:00Z' });
    await told('review.due', 'ada');
    await data('POST', '/personas/ada/publish', { at: new Date(Date.now() + 5_000).toISOString() });
    await data('PUT', '/approval-rules/personas', { required: 1 });
    const failed = await waitFor(async () => {
      const { body } = await call('GET', '/personas/ada');
      return body.data.scheduleFailure !== null && body.data;
    });
    expect(failed).toMatchObject({
      version: null,
      scheduleFailure: { code: 'collaboration.approval-required' },
    });
  });
});
