import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { slackConfig } from './slack-config.js';
import { SlackConnector } from './slack-connector.js';

const slack = defineChannelConnector({
  channel: 'chat',
  summary: 'Posts messages to people and channels in Slack, and takes in what they answer.',
  config: slackConfig,
  capabilities: { maxBatch: 50, concurrency: 2, idempotency: false },
  open: (config, host) => new SlackConnector(config, host),
});

export default definePlugin({
  id: 'slack',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Chat messages in Slack.',
  connectors: { slack },
});
