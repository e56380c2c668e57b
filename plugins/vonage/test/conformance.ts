import { defineConformance } from '@parcours/sdk/testing';

import { FakeVonage } from './fake-vonage.js';

export default defineConformance({ connector: 'vonage', start: () => FakeVonage.start() });
