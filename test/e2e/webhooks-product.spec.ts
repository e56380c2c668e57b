import { profiles, waitFor } from '@parcours/testing';

import { startPlatform } from './support/platform.js';
import { WebhookReceiver } from './support/webhook-receiver.js';

describe.each(profiles)('webhooks of the product on $name', (profile) => {
  it('are delivered by the process that works, woken by the one that answers', async () => {
    const receiver = await WebhookReceiver.start();
    const platform = await startPlatform(profile, { environment: { PARCOURS_OUTGOING_ALLOW: '127.0.0.1' } });
    try {
      const url = receiver.url('/crm');
      await platform.publish('webhooks', 'crm', { name: 'CRM', url, events: ['content.published'] });
      await platform.publish('personas', 'busy-parent', { name: 'Busy parent' });
      const got = await waitFor(() =>
        receiver.at('/crm').find(({ body }) => body.data.contentType === 'personas'),
      );
      expect(got.body).toMatchObject({ type: 'content.published', data: { key: 'busy-parent', version: 1 } });
    } finally {
      await platform.stop();
      await receiver.close();
    }
  });
});
