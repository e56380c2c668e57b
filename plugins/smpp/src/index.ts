import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { smppConfig } from './smpp-config.js';
import { SmppConnector } from './smpp-connector.js';

const smpp = defineChannelConnector({
  channel: 'sms',
  summary: 'Sends text messages over SMPP 3.4, and takes receipts and replies over the same session.',
  config: smppConfig,
  capabilities: { maxBatch: 100, concurrency: 2, idempotency: false, listens: true },
  open: (config, host) => new SmppConnector(config, host),
});

export default definePlugin({
  id: 'smpp',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Text messages over SMPP 3.4.',
  connectors: { smpp },
});
