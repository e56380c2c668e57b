import { defineCrmConnector, definePlugin } from '@parcours/sdk';

import { ACTIONS } from './dynamics-actions.js';
import { dynamicsConfig } from './dynamics-config.js';
import { DynamicsCrm } from './dynamics-crm.js';

const dynamics = defineCrmConnector({
  summary: 'Keeps people in step with Dynamics 365 and hands tasks, cases, leads and notes to its users.',
  config: dynamicsConfig,
  capabilities: { concurrency: 8, idempotency: true },
  records: {
    kinds: ['person', 'lead', 'deal', 'ticket', 'task', 'order', 'invoice'],
    maxBatch: 100,
    match: 'emailaddress1',
    forgets: true,
  },
  actions: ACTIONS,
  open: (config, host) => new DynamicsCrm(config, host),
});

export default definePlugin({
  id: 'dynamics',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'People, opportunities, cases and tasks of Dynamics 365 (Dataverse).',
  connectors: { dynamics },
});
