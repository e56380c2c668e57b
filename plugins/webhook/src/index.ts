import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { webhookConfig } from './webhook-config.js';
import { WebhookConnector } from './webhook-connector.js';

const webhook = defineChannelConnector({
  channel: 'webhook',
  summary: 'Posts messages to an endpoint of your own, signed by the Standard Webhooks specification.',
  config: webhookConfig,
  capabilities: { maxBatch: 100, concurrency: 2, idempotency: true },
  open: (config, host) => new WebhookConnector(config, host),
});

export default definePlugin({
  id: 'webhook',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Messages to an HTTPS endpoint of your own.',
  connectors: { webhook },
});
