import { defineActionConnector, definePlugin } from '@parcours/sdk';

import { type HelpdeskConfig, helpdeskConfig } from './helpdesk-config.js';
import { HelpdeskConnector } from './helpdesk-connector.js';
import { CREATE_TICKET } from './ticket-opening.js';

const helpdesk = defineActionConnector({
  summary: 'Tells of the tickets of any help desk that sends webhooks, and opens tickets there.',
  config: helpdeskConfig,
  capabilities: { concurrency: 4, idempotency: true },
  actions: { 'create-ticket': CREATE_TICKET },
  events: {
    'ticket.opened': 'A ticket was opened: `ticketId`, `status`, `subject`, `priority`, `source`.',
    'ticket.updated': 'A ticket has changed; it carries the same.',
    'ticket.resolved': 'A ticket was resolved; `timeToResolutionMs` says how long it took.',
  },
  open: (config, host) => new HelpdeskConnector(config as HelpdeskConfig, host),
});

export default definePlugin({
  id: 'helpdesk',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Tickets of a help desk, by its webhooks.',
  connectors: { helpdesk },
});
