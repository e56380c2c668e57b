import { defineChannelConnector, definePlugin } from '@parcours/sdk';

import { twilioConfig } from './twilio-config.js';
import { TwilioConnector } from './twilio-connector.js';

const twilio = defineChannelConnector({
  channel: 'sms',
  summary: 'Sends text messages through Twilio, and takes receipts and replies by its signed callbacks.',
  config: twilioConfig,
  capabilities: { maxBatch: 100, concurrency: 2, idempotency: false },
  open: (config, host) => new TwilioConnector(config, host),
});

export default definePlugin({
  id: 'twilio',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Text messages through Twilio Programmable Messaging.',
  connectors: { twilio },
});
