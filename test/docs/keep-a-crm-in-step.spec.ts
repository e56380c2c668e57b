import { join } from 'node:path';

import { FakeCrm } from '../e2e/support/fake-crm.js';
import { describeHowTo } from './support/how-to.js';

let crm: FakeCrm | undefined;

describeHowTo('keep-a-crm-in-step', {
  environment: {
    PARCOURS_PLUGIN_DIRS: join(process.cwd(), 'test', 'e2e', 'support', 'plugins'),
    PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
  },
  prepare: async () => {
    crm = await FakeCrm.start();
    const personId = crm.put({ kind: 'person', fields: { email: 'ada@example.com', firstname: 'Ada' } });
    crm.put({ kind: 'invoice', personId, fields: { status: 'open', amount: 120, due: '2026-05-01' } });
    const config = JSON.stringify(crm.config);
    return {
      '"type": "hubspot", "config": { "accessToken": "pat-eu1-…" }': `"type": "relations/relations", "config": ${config}`,
    };
  },
  cleanUp: async () => crm?.stop(),
});
