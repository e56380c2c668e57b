import { defineCrmConnector, definePlugin } from '@parcours/sdk';

import { ACTIONS } from './actions/action-inputs.js';
import { EVENTS } from './callbacks/events.js';
import { hubspotConfig } from './hubspot-config.js';
import { HubSpotConnector } from './hubspot-connector.js';
import { RECORD_KINDS } from './object-types.js';
import { PEOPLE_AT_ONCE } from './people/people-keeper.js';

const hubspot = defineCrmConnector({
  summary: 'Keeps people in step with HubSpot and hands tasks, tickets, leads and notes to its users.',
  config: hubspotConfig,
  capabilities: { concurrency: 4, idempotency: false },
  records: { kinds: RECORD_KINDS, maxBatch: PEOPLE_AT_ONCE, match: 'email', forgets: true },
  actions: ACTIONS,
  events: EVENTS,
  open: (config, host) => new HubSpotConnector(config, host),
});

export default definePlugin({
  id: 'hubspot',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Contacts, deals, tickets, tasks, leads, orders and invoices of HubSpot.',
  connectors: { hubspot },
});
