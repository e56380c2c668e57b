import type { JsonSchema } from '@parcours/http';

import { CHANGE_SCHEMA } from '../history/history.schema.js';
import { membersOf } from '../types/document-schema.js';
import { FINDING_SCHEMA } from '../types/publishing-schema.js';
import { INSTANCE, TYPE } from './transfer.schema.js';

const KEY = { type: 'string', description: 'The key of the thing.', examples: ['marketing-email'] };

const COUNTS = {
  type: 'object',
  description: 'How many things, by action.',
  additionalProperties: { type: 'integer' },
  examples: [{ create: 2, update: 1, unchanged: 40, delete: 0, kept: 0, conflict: 0 }],
};

export const PLAN_SCHEMA: JsonSchema = {
  title: 'Import plan',
  description: 'What an import does, or would do.',
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
    digest: {
      type: 'string',
      examples: ['q3TzWm1kVb0cYx8dHs7LfA'],
      description: 'Give it back as `plan` to carry out this plan and no other.',
    },
    counts: COUNTS,
    things: {
      type: 'array',
      description: 'Every thing of the import, then what is pruned.',
      items: {
        title: 'Planned thing',
        description: 'What an import makes of one thing.',
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
          changes: { type: 'array', items: CHANGE_SCHEMA, description: 'What changes in its draft.' },
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
        title: 'Thing finding',
        description: 'Something worth telling about a thing of an import.',
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
          ...membersOf(FINDING_SCHEMA),
        },
      },
    },
    defects: {
      type: 'array',
      description: 'Files of an archive that cannot be read.',
      items: {
        title: 'File defect',
        description: 'A file that cannot be read.',
        type: 'object',
        required: ['code', 'path', 'line', 'column', 'message'],
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
      required: ['given', 'kept'],
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
