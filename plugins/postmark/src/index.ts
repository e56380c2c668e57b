import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { postmarkConfig } from './postmark-config.js';
import { PostmarkConnector } from './postmark-connector.js';

const postmark = defineChannelConnector({
  channel: 'email',
  summary: 'Sends emails in batches by the API of Postmark, and takes its webhooks in.',
  config: postmarkConfig,
  capabilities: { maxBatch: 500, concurrency: 2, idempotency: false },
  open: (config, host) => new PostmarkConnector(config, host),
});

export default definePlugin({
  id: 'postmark',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Email through Postmark.',
  connectors: { postmark },
});
