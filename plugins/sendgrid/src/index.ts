import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { sendgridConfig } from './sendgrid-config.js';
import { SendgridConnector } from './sendgrid-connector.js';

const sendgrid = defineChannelConnector({
  channel: 'email',
  summary: 'Sends emails by the v3 API of SendGrid, and takes its Event Webhook in.',
  config: sendgridConfig,
  capabilities: { maxBatch: 100, concurrency: 4, idempotency: false },
  open: (config, host) => new SendgridConnector(config, host),
});

export default definePlugin({
  id: 'sendgrid',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Email through SendGrid.',
  connectors: { sendgrid },
});
