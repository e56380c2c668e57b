import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { sesConfig, type SesConfig } from './ses-config.js';
import { SesConnector } from './ses-connector.js';

const ses = defineChannelConnector({
  channel: 'email',
  summary: 'Sends emails by the v2 API of Amazon SES, and takes its events in by Amazon SNS.',
  config: sesConfig,
  capabilities: { maxBatch: 100, concurrency: 4, idempotency: false },
  open: (config: SesConfig, host) => new SesConnector(config, host),
});

export default definePlugin({
  id: 'amazon-ses',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Email through Amazon SES.',
  connectors: { 'amazon-ses': ses },
});
