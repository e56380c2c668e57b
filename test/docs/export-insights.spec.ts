import { join } from 'node:path';

import { FakeWarehouse } from '../e2e/support/fake-warehouse.js';
import { describeHowTo } from './support/how-to.js';

let warehouse: FakeWarehouse | undefined;

describeHowTo('export-insights', {
  environment: {
    PARCOURS_PLUGIN_DIRS: join(process.cwd(), 'test', 'e2e', 'support', 'plugins'),
    PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
    PARCOURS_EXPORT_DELAY_MS: '500',
  },
  prepare: async () => {
    warehouse = await FakeWarehouse.start();
    return {
      '{ "url": "https://warehouse.example.com", "token": "…" }': JSON.stringify(warehouse.config),
    };
  },
  cleanUp: async () => warehouse?.stop(),
});
