import { defineConformance } from '@parcours/sdk/testing';

import { FakeTwilio } from './fake-twilio.js';

export default defineConformance({ connector: 'twilio', start: () => FakeTwilio.start() });
