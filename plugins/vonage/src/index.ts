import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { vonageConfig } from './vonage-config.js';
import { VonageConnector } from './vonage-connector.js';

const vonage = defineChannelConnector({
  channel: 'sms',
  summary: 'Sends text messages through Vonage, and takes receipts and replies by its signed callbacks.',
  config: vonageConfig,
  capabilities: { maxBatch: 100, concurrency: 2, idempotency: false },
  open: (config, host) => new VonageConnector(config, host),
});

export default definePlugin({
  id: 'vonage',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Text messages through the SMS API of Vonage.',
  connectors: { vonage },
});
