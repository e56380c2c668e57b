import { defineCrmConnector, definePlugin } from '@parcours/sdk';

import { ACTIONS } from './salesforce-actions.js';
import { salesforceConfig } from './salesforce-config.js';
import { SalesforceCrm } from './salesforce-crm.js';

const salesforce = defineCrmConnector({
  summary: 'Keeps people in step with Salesforce and hands tasks, cases and leads to its users.',
  config: salesforceConfig,
  capabilities: { concurrency: 4, idempotency: false },
  records: {
    kinds: ['person', 'lead', 'deal', 'ticket', 'task', 'order', 'invoice'],
    maxBatch: 200,
    match: 'Email',
    forgets: true,
  },
  actions: ACTIONS,
  open: (config, host) => new SalesforceCrm(config, host),
});

export default definePlugin({
  id: 'salesforce',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'People, deals, cases and tasks of Salesforce.',
  connectors: { salesforce },
});
