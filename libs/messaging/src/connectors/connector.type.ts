import { WARM_UP_SCHEMA, type WarmUp } from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import { type JsonObject, KEY_PATTERN, LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';

import { type ConnectorLimits, LIMITS_SCHEMA } from '../gates/gate-terms.js';

export interface ConnectorDocument {
  readonly type: string;
  readonly config: JsonObject;
  readonly limits?: ConnectorLimits;
  readonly warmUp?: WarmUp;
}

/** A configured way out of the house: a connector type of a plugin with its settings. Secrets are stored encrypted. */
export const CONNECTOR_TYPE = defineContentType<ConnectorDocument>({
  name: 'connectors',
  singular: 'connector',
  title: 'Connectors',
  description: 'Ways out: each an account with a provider, and the plugin that speaks to it.',
  scopes: 'connectors',
  schema: {
    type: 'object',
    required: ['type', 'config'],
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'For whoever edits it.',
        examples: ['Ask marketing before changing it'],
      },
      type: {
        type: 'string',
        pattern: `^${KEY_PATTERN.slice(1, -1)}(/[a-z0-9-]+)?$`,
        description: 'Such as email-smtp.',
      },
      config: { type: 'object', description: 'The settings that the connector type asks for.' },
      limits: LIMITS_SCHEMA,
      warmUp: WARM_UP_SCHEMA,
    },
    examples: [
      {
        key: 'mailbox',
        name: 'Development mailbox',
        type: 'email-smtp',
        config: {
          host: '127.0.0.1',
          port: 2525,
          secure: 'none',
          from: { name: 'Parcours', address: 'hello@example.com' },
        },
      },
    ],
  },
});
