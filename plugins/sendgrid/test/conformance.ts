import { defineConformance } from '@parcours/sdk/testing';

import { FakeSendgrid } from './fake-sendgrid.js';

export default defineConformance({ connector: 'sendgrid', start: () => FakeSendgrid.start() });
