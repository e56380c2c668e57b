import { defineConformance } from '@parcours/sdk/testing';

import { FakePostmark } from './fake-postmark.js';

export default defineConformance({ connector: 'postmark', start: () => FakePostmark.start() });
