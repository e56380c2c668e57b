import { defineConformance } from '@parcours/sdk/testing';

import { FakeEndpoint } from './fake-endpoint.js';

export default defineConformance({ connector: 'webhook', start: () => FakeEndpoint.start() });
