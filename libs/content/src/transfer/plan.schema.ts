import type { JsonSchema } from '@parcours/http';

import { INSTANCE, TYPE } from './transfer.schema.js';

const KEY = { type: 'string', description: 'The key of the thing.', examples: ['marketing-email'] };

const POINTER = {
  type: 'string',
  description: 'JSON pointer (RFC 6901) into the document.',
  examples: ['/kind'],
};

const CHANGE = {
  type: 'object',
  required: ['op', 'pointer'],
  properties: {
    op: {
      type: 'string',
      enum: ['add', 'remove', 'replace'],
      description: 'What happens there.',
      examples: ['replace'],
    },
    pointer: POINTER,
    from: { description: 'The value before; absent for an addition.', examples: ['digital'] },
    to: { description: 'The value after; absent for a removal.', examples: ['human'] },
    isHidden: { type: 'boolean', description: 'A secret changes; its values are not shown.' },
  },
};

const FINDING = {
  code: { type: 'string', description: 'Stable.', examples: ['content.unknown-reference'] },
  severity: {
    type: 'string',
    enum: ['error', 'warning'],
    description: 'An error stops the import.',
    examples: ['error'],
  },
  pointer: POINTER,
  message: { type: 'string', description: 'For a person.', examples: ["There is no offer 'upgrad'."] },
  suggestion: { type: 'string', description: 'What would put it right.', examples: ['upgrade'] },
};

const COUNTS = {
  type: 'object',
  description: 'How many things, by action.',
  additionalProperties: { type: 'integer' },
  examples: [{ create: 2, update: 1, unchanged: 40, delete: 0, kept: 0, conflict: 0 }],
};

export const PLAN_SCHEMA: JsonSchema = {
  title: 'ImportPlan',
  type: 'object',
  required: [
    'instance',
    'applied',
    'applicable',
    'digest',
    'counts',
    'things',
    'findings',
    'defects',
    'secrets',
  ],
  properties: {
    instance: INSTANCE,
    applied: { type: 'boolean', description: 'True once it has been carried out.' },
    applicable: { type: 'boolean', description: 'False with an error or a conflict in it.' },
    digest: { type: 'string', description: 'Give it back as `plan` to carry out this plan and no other.' },
    counts: COUNTS,
    things: {
      type: 'array',
      description: 'Every thing of the import, then what is pruned.',
      items: {
        title: 'PlannedThing',
        type: 'object',
        required: ['type', 'key', 'action', 'reason', 'effects', 'withheld', 'changes', 'summary'],
        properties: {
          type: TYPE,
          key: KEY,
          action: {
            type: 'string',
            enum: ['create', 'update', 'unchanged', 'delete', 'kept', 'conflict'],
            description: '`kept`: changed there alone, and left so.',
            examples: ['update'],
          },
          reason: {
            type: ['string', 'null'],
            description: 'Why it is kept or a conflict.',
            examples: ['changed on both sides'],
          },
          effects: {
            type: 'array',
            items: { type: 'string', enum: ['save', 'publish', 'archive', 'unarchive', 'delete'] },
            description: 'What happens to it.',
            examples: [['save', 'publish']],
          },
          withheld: {
            type: 'boolean',
            description: 'It would be put into use, or out of it, were the import to publish.',
          },
          changes: { type: 'array', items: CHANGE, description: 'What changes in its draft.' },
          summary: {
            type: 'array',
            items: { type: 'string' },
            description: 'The same in words.',
            examples: [['kind: "digital" became "human"']],
          },
        },
      },
    },
    findings: {
      type: 'array',
      description: 'Errors stop the import, warnings do not.',
      items: {
        title: 'ThingFinding',
        type: 'object',
        required: ['type', 'key', 'side', 'code', 'severity', 'pointer', 'message'],
        properties: {
          type: TYPE,
          key: KEY,
          side: {
            type: 'string',
            enum: ['draft', 'published'],
            description: 'Of which of its documents.',
            examples: ['draft'],
          },
          ...FINDING,
        },
      },
    },
    defects: {
      type: 'array',
      description: 'Files of an archive that cannot be read.',
      items: {
        title: 'FileDefect',
        type: 'object',
        properties: {
          code: { type: 'string', description: 'Stable.', examples: ['file.not-yaml'] },
          path: { type: 'string', description: 'The file.', examples: ['touchpoints/sms.yaml'] },
          line: { type: 'integer', description: 'From 1.', examples: [3] },
          column: { type: 'integer', description: 'From 1.', examples: [7] },
          message: {
            type: 'string',
            description: 'For a person.',
            examples: ['This member is there already.'],
          },
        },
      },
    },
    secrets: {
      type: 'object',
      description:
        'Names of secrets whose value came with the import, and of those that keep the value stored.',
      properties: {
        given: {
          type: 'array',
          items: { type: 'string' },
          description: 'With a value.',
          examples: [['SMTP_PASSWORD']],
        },
        kept: {
          type: 'array',
          items: { type: 'string' },
          description: 'Without one.',
          examples: [['CRM_TOKEN']],
        },
      },
    },
  },
};
