import { defineChannelConnector, definePlugin } from '@parcours/sdk';
import { smtpConfig } from './smtp-config.js';
import { SmtpConnector } from './smtp-connector.js';

const smtp = defineChannelConnector({
  channel: 'email',
  summary: 'Hands emails to an SMTP server over a pool of connections.',
  config: smtpConfig,
  capabilities: { maxBatch: 200, concurrency: 4, idempotency: false },
  open: (config, host) => new SmtpConnector(config, host),
});

export default definePlugin({
  id: 'email-smtp',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Email over SMTP.',
  connectors: { 'email-smtp': smtp },
});
