import { defineConformance } from '@parcours/sdk/testing';

import { FakeSes } from './fake-ses.js';

export default defineConformance({ connector: 'amazon-ses', start: () => FakeSes.start() });
