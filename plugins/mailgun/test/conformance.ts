import { defineConformance } from '@parcours/sdk/testing';

import { FakeMailgun } from './fake-mailgun.js';

export default defineConformance({ connector: 'mailgun', start: () => FakeMailgun.start() });
