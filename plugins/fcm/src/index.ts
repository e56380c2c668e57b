import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { fcmConfig } from './fcm-config.js';
import { FcmConnector } from './fcm-connector.js';

const fcm = defineChannelConnector({
  channel: 'push',
  summary: 'Sends notifications to phones by Firebase Cloud Messaging (HTTP v1).',
  config: fcmConfig,
  capabilities: { maxBatch: 100, concurrency: 4, idempotency: false },
  open: (config, host) => new FcmConnector(config, host),
});

export default definePlugin({
  id: 'fcm',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Push notifications by Firebase Cloud Messaging.',
  connectors: { fcm },
});
