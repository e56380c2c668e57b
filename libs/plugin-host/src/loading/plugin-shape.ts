import type { Plugin } from '@parcours/sdk';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { newAjv } from '../config/ajv.js';

const count = { type: 'integer', minimum: 1, maximum: 100_000 };
const name = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,49}$' };

const check = newAjv({ ownProperties: false }).compile({
  type: 'object',
  required: ['id', 'version', 'sdk', 'summary'],
  properties: {
    id: name,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    sdk: { type: 'string', minLength: 1 },
    summary: { type: 'string', minLength: 1 },
    connectors: {
      type: 'object',
      propertyNames: name,
      additionalProperties: {
        type: 'object',
        required: ['summary', 'config', 'capabilities'],
        properties: {
          channel: name,
          summary: { type: 'string', minLength: 1 },
          config: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
          capabilities: {
            type: 'object',
            required: ['concurrency', 'idempotency'],
            properties: { maxBatch: count, concurrency: count, idempotency: { type: 'boolean' } },
          },
          actions: {
            type: 'object',
            propertyNames: name,
            additionalProperties: {
              type: 'object',
              required: ['summary', 'input'],
              properties: {
                summary: { type: 'string', minLength: 1 },
                input: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
              },
            },
          },
        },
        anyOf: [
          { required: ['channel'], properties: { capabilities: { required: ['maxBatch'] } } },
          { required: ['actions'] },
        ],
      },
    },
  },
});

/** What keeps a value from being a plugin, in words; `undefined` for a plugin. */
export function defectOf(value: unknown): string | undefined {
  if (!check(value)) return describe(check.errors?.[0]);
  const closed = isPlugin(value)
    ? Object.entries(value.connectors ?? {}).find(([, one]) => !opens(one))
    : undefined;
  return closed ? `/connectors/${closed[0]} has no function 'open'` : undefined;
}

/** True for a value of a plugin's shape. */
export function isPlugin(value: unknown): value is Plugin {
  return check(value);
}

function opens(connector: { readonly open: unknown }): boolean {
  return typeof connector.open === 'function';
}

function describe(error: ErrorObject | undefined): string {
  return `${error?.instancePath === '' ? 'it' : String(error?.instancePath)} ${error?.message ?? 'is invalid'}`;
}
