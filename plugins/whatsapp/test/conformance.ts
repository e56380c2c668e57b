import { defineConformance } from '@parcours/sdk/testing';

import { FakeWhatsapp } from './fake-whatsapp.js';

export default defineConformance({ connector: 'whatsapp', start: () => FakeWhatsapp.start() });
