import { Ajv2020 } from 'ajv/dist/2020.js';

const texts = { type: 'array', items: { type: 'string' } };
const properties = { type: 'object', additionalProperties: { type: 'string' } };
const input = {
  type: 'object',
  required: ['id', 'properties'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', minLength: 1 },
    idProperty: { type: 'string' },
    objectWriteTraceId: { type: 'string' },
    properties,
  },
};
const batch = (items: object, maxItems = 100) => ({
  type: 'object',
  required: ['inputs'],
  properties: { inputs: { type: 'array', minItems: 1, maxItems, items } },
});
const key = { type: 'object', required: ['id'], properties: { id: { type: 'string', minLength: 1 } } };

/** Bodies as HubSpot takes them. */
const SCHEMAS = {
  purge: {
    type: 'object',
    required: ['objectId'],
    additionalProperties: false,
    properties: { objectId: { type: 'string', minLength: 1 }, idProperty: { type: 'string' } },
  },
  create: {
    type: 'object',
    required: ['properties', 'associations'],
    additionalProperties: false,
    properties: {
      properties,
      associations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['to', 'types'],
          properties: {
            to: key,
            types: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['associationCategory', 'associationTypeId'],
                properties: {
                  associationCategory: { enum: ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED'] },
                  associationTypeId: { type: 'integer' },
                },
              },
            },
          },
        },
      },
    },
  },
  upsert: batch({ ...input, required: ['id', 'idProperty', 'properties'] }),
  update: batch(input),
  read: {
    ...batch(key),
    required: ['inputs', 'properties', 'propertiesWithHistory'],
    properties: {
      ...batch(key).properties,
      properties: texts,
      propertiesWithHistory: texts,
      idProperty: { type: 'string' },
    },
    additionalProperties: false,
  },
  associations: batch(key, 1_000),
  search: {
    type: 'object',
    additionalProperties: false,
    properties: {
      query: { type: 'string' },
      limit: { type: 'integer', minimum: 1, maximum: 200 },
      after: { type: 'string' },
      properties: texts,
      sorts: { type: 'array', maxItems: 1, items: { type: 'string' } },
      filterGroups: {
        type: 'array',
        maxItems: 5,
        items: {
          type: 'object',
          required: ['filters'],
          properties: {
            filters: {
              type: 'array',
              maxItems: 6,
              items: {
                type: 'object',
                required: ['propertyName', 'operator'],
                properties: {
                  propertyName: { type: 'string' },
                  operator: { enum: ['EQ', 'GT', 'GTE', 'LT', 'LTE'] },
                  value: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  },
};

const ajv = new Ajv2020({ strict: false });
const validators = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]),
);

/** What is wrong with a body; `undefined` for nothing. */
export function defectOf(name: keyof typeof SCHEMAS, body: unknown): string | undefined {
  const validate = validators[name];
  if (!validate || validate(body)) return undefined;
  const [error] = validate.errors ?? [];
  return `Invalid input JSON: ${error?.instancePath ?? ''} ${error?.message ?? ''}`;
}
