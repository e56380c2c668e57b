import { defineConformance } from '@parcours/sdk/testing';

import { FakeFcm } from './fake-fcm.js';

export default defineConformance({ connector: 'fcm', start: () => FakeFcm.start() });
