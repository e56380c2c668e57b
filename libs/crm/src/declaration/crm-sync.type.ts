import { defineContentType, type Reference } from '@parcours/content';
import { type Finding, KEY_PATTERN, LOCALISED_TEXT_SCHEMA, parseDuration, pointer } from '@parcours/kernel';

import {
  AGGREGATES,
  CONFLICT_RULES,
  type CrmSyncDocument,
  DEFAULT_EVERY,
  DIRECTIONS,
  ERASURE_RULES,
  MATCH_TRAITS,
} from './crm-sync.js';

/** Codes of findings of syncs. */
export const CRM_FINDINGS = {
  'crm.connector-without-records': 'The connector keeps no records to be in step with.',
  'crm.kind-unread': 'The connector reads no records of this kind.',
  'crm.cannot-forget': 'The connector cannot delete people whose customers were erased.',
  'crm.mapped-twice': 'A trait or a field stands in two lines of a sync.',
  'crm.field-missing': 'What records come to needs a field.',
  'crm.too-often': 'A sync looks at a CRM no more often than every minute.',
} as const;

const LEAST_EVERY_MS = 60_000;

const TRAIT = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_-]{0,99}$',
  description: 'The name of a trait.',
  examples: ['firstName'],
};
const FIELD = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'The field, as the CRM names it.',
  examples: ['firstname'],
};
const KEY = { type: 'string', pattern: KEY_PATTERN };

const CONFLICT = {
  type: 'string',
  enum: CONFLICT_RULES,
  description:
    'Who is right where both sides have changed a value since they last agreed: who changed it last, always the CRM, or always Parcours.',
  examples: ['newest'],
};

const TEST = {
  type: 'object',
  required: ['field', 'in'],
  additionalProperties: false,
  properties: {
    field: FIELD,
    in: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: { type: ['string', 'number', 'boolean'], maxLength: 200 },
      description: 'Values.',
      examples: [['open', 'overdue']],
    },
  },
};

const RECORDS = {
  type: 'array',
  maxItems: 6,
  description: 'Other kinds of records, and what becomes of them.',
  items: {
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: {
      kind: {
        type: 'string',
        enum: ['lead', 'deal', 'ticket', 'task', 'order', 'invoice'],
        description: 'Of which kind.',
        examples: ['ticket'],
      },
      properties: {
        type: 'object',
        maxProperties: 50,
        additionalProperties: FIELD,
        description: 'Properties of the events, and the fields that they come from.',
        examples: [{ subject: 'title' }],
      },
      events: {
        type: 'array',
        maxItems: 20,
        description: 'What a change is told as. Records of the first load are history and tell nothing.',
        items: {
          type: 'object',
          required: ['event'],
          additionalProperties: false,
          properties: {
            event: {
              type: 'string',
              minLength: 1,
              maxLength: 150,
              pattern: '^\\S+$',
              description: 'The name of the event.',
              examples: ['ticket.resolved'],
            },
            when: {
              ...TEST,
              description: 'When a field comes to one of the values; when the record is new, where left out.',
              examples: [{ field: 'status', in: ['closed'] }],
            },
          },
        },
      },
      traits: {
        type: 'array',
        maxItems: 20,
        description: 'What the records of a customer come to, as traits.',
        items: {
          type: 'object',
          required: ['trait', 'is'],
          additionalProperties: false,
          properties: {
            trait: { ...TRAIT, examples: ['openInvoices'] },
            is: {
              type: 'string',
              enum: AGGREGATES,
              description: 'How many they are, the sum of a field, or its earliest or latest value.',
              examples: ['count'],
            },
            field: { ...FIELD, examples: ['amount'] },
            where: {
              ...TEST,
              description: 'Only of those whose field has one of the values.',
              examples: [{ field: 'status', in: ['open'] }],
            },
          },
        },
      },
    },
  },
};

/** What a CRM and the customers tell each other. */
export const CRM_SYNC_TYPE = defineContentType<CrmSyncDocument>({
  name: 'crm-syncs',
  singular: 'crm-sync',
  title: 'CRM syncs',
  description: 'Which values customers and the people of a CRM share, and who is right.',
  scopes: 'connectors',
  schema: {
    type: 'object',
    required: ['connector', 'match', 'fields'],
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'For whoever edits it.',
        examples: ['Sales owns the names'],
      },
      connector: { ...KEY, description: 'The connector to the CRM.', examples: ['hubspot'] },
      match: {
        type: 'object',
        required: ['trait'],
        additionalProperties: false,
        description:
          'What people are recognised by. A record that is once linked stays so, whatever changes.',
        properties: {
          trait: {
            type: 'string',
            enum: MATCH_TRAITS,
            description: 'The first email, the first phone, or the id of the customer.',
            examples: ['email'],
          },
          field: { ...FIELD, description: 'The field beside it; that of the connector where left out.' },
        },
      },
      fields: {
        type: 'array',
        maxItems: 200,
        description: 'Values that both sides keep.',
        items: {
          type: 'object',
          required: ['trait', 'field'],
          additionalProperties: false,
          properties: {
            trait: TRAIT,
            field: FIELD,
            direction: {
              type: 'string',
              enum: DIRECTIONS,
              default: 'in',
              description: 'in: the CRM tells. out: Parcours tells. both: whoever changes it.',
              examples: ['both'],
            },
            conflict: CONFLICT,
          },
        },
        examples: [[{ trait: 'firstName', field: 'firstname', direction: 'both' }]],
      },
      conflict: { ...CONFLICT, default: 'newest' },
      newCustomers: {
        type: 'boolean',
        default: true,
        description: 'Whether people whom nobody is here become customers.',
        examples: [true],
      },
      send: {
        type: 'object',
        additionalProperties: false,
        description: 'Who goes out to the CRM; nobody where it is left out.',
        properties: {
          segment: {
            ...KEY,
            description: 'Only who is in it; every customer where left out.',
            examples: ['trials'],
          },
          newPeople: {
            type: 'boolean',
            default: true,
            description: 'Whether customers whom the CRM does not know are created there.',
            examples: [true],
          },
        },
        examples: [{ segment: 'trials' }],
      },
      records: RECORDS,
      onErasure: {
        type: 'string',
        enum: ERASURE_RULES,
        default: 'keep',
        description:
          'What becomes of a person in the CRM whose customer is erased here: the CRM is told nothing, or it deletes the person. Those who were erased before are deleted as well.',
        examples: ['forget'],
      },
      every: {
        type: 'string',
        pattern: '^\\d{1,5}[mhd]$',
        default: DEFAULT_EVERY,
        description: 'How often both sides are compared.',
        examples: ['15m'],
      },
    },
    examples: [
      {
        key: 'hubspot',
        name: 'HubSpot',
        connector: 'hubspot',
        match: { trait: 'email', field: 'email' },
        fields: [{ trait: 'firstName', field: 'firstname', direction: 'both' }],
        conflict: 'crm',
        every: '15m',
      },
    ],
  },
  references: (document) => referencesOf(document),
  check: (document) => [...repeatedLines(document), ...unfoundedTraits(document), ...tooOften(document)],
});

function referencesOf({ connector, send }: CrmSyncDocument): Reference[] {
  const to = { type: 'connectors', key: connector, pointer: '/connector' };
  if (send?.segment === undefined) return [to];
  return [to, { type: 'segments', key: send.segment, pointer: '/send/segment' }];
}

/** Two lines of one trait would contradict each other, and two of one field as well. */
function repeatedLines({ fields }: CrmSyncDocument): Finding[] {
  const seen = new Set<string>();
  return fields.flatMap(({ trait, field }, at) =>
    (['trait', 'field'] as const).flatMap((member): Finding[] => {
      const name = `${member} ${member === 'trait' ? trait : field}`;
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        {
          code: 'crm.mapped-twice',
          severity: 'error',
          pointer: pointer('fields', at, member),
          message: `The ${name} stands in two lines.`,
          suggestion: 'Leave one of them out.',
        },
      ];
    }),
  );
}

function unfoundedTraits({ records = [] }: CrmSyncDocument): Finding[] {
  return records.flatMap(({ traits = [] }, line) =>
    traits.flatMap(({ is, field }, at): Finding[] => {
      if (is === 'count' || field !== undefined) return [];
      const place = pointer('records', line, 'traits', at, 'field');
      const message = `'${is}' needs a field.`;
      return [{ code: 'crm.field-missing', severity: 'error', pointer: place, message }];
    }),
  );
}

function tooOften({ every = DEFAULT_EVERY }: CrmSyncDocument): Finding[] {
  if ((parseDuration(every) ?? 0) >= LEAST_EVERY_MS) return [];
  const message = 'A sync looks at a CRM no more often than every minute.';
  return [{ code: 'crm.too-often', severity: 'error', pointer: '/every', message }];
}
