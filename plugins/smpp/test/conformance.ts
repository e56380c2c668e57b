import { defineConformance } from '@parcours/sdk/testing';

import { FakeSmsc } from './fake-smsc.js';

export default defineConformance({ connector: 'smpp', start: () => FakeSmsc.start() });
