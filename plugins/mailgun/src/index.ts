import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { mailgunConfig } from './mailgun-config.js';
import { MailgunConnector } from './mailgun-connector.js';

const mailgun = defineChannelConnector({
  channel: 'email',
  summary: 'Sends emails by the API of Mailgun, and takes its webhooks in.',
  config: mailgunConfig,
  capabilities: { maxBatch: 100, concurrency: 4, idempotency: false },
  open: (config, host) => new MailgunConnector(config, host),
});

export default definePlugin({
  id: 'mailgun',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Email through Mailgun.',
  connectors: { mailgun },
});
