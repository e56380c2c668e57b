import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { whatsappConfig } from './whatsapp-config.js';
import { WhatsappConnector } from './whatsapp-connector.js';

const whatsapp = defineChannelConnector({
  channel: 'chat',
  summary:
    'Sends texts and approved templates by WhatsApp, and takes receipts and replies by its signed callbacks.',
  config: whatsappConfig,
  capabilities: { maxBatch: 100, concurrency: 2, idempotency: false },
  open: (config, host) => new WhatsappConnector(config, host),
});

export default definePlugin({
  id: 'whatsapp',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Chat messages through the WhatsApp Cloud API.',
  connectors: { whatsapp },
});
