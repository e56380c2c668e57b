import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { webPushConfig } from './web-push-config.js';
import { WebPushConnector } from './web-push-connector.js';

const webPush = defineChannelConnector({
  channel: 'web-push',
  summary: 'Sends notifications to browsers by their push services (RFC 8030), encrypted and signed.',
  config: webPushConfig,
  capabilities: { maxBatch: 100, concurrency: 4, idempotency: false },
  open: (config, host) => new WebPushConnector(config, host),
});

export default definePlugin({
  id: 'web-push',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Notifications of the browser.',
  connectors: { 'web-push': webPush },
});
