import type { AnyConnector, ConnectorCapabilities } from '@parcours/sdk';

import type { ConnectorType } from '../plugin-host.service.js';

/** What a connector of any kind can do. */
export function abilitiesOf(connector: AnyConnector): Omit<ConnectorType, 'type' | 'plugin' | 'connector'> {
  const { summary, config: configSchema } = connector;
  return {
    summary,
    configSchema,
    channel: 'channel' in connector ? connector.channel : undefined,
    actions: 'actions' in connector ? (connector.actions ?? {}) : {},
    records: 'records' in connector ? connector.records : undefined,
    exports: 'exports' in connector ? connector.exports : [],
    events: 'events' in connector ? connector.events : {},
    capabilities: {
      ...TELLS_ONLY,
      ...('capabilities' in connector ? connector.capabilities : {}),
    },
  };
}

/** A connector that only tells events takes nothing. */
const TELLS_ONLY: ConnectorCapabilities = { maxBatch: 1, concurrency: 1, idempotency: false };
