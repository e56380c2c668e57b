import type { JsonSchema } from '@parcours/http';

const NAMED = { type: 'string', minLength: 1 } as const;

export const CONDITION_TEST_SCHEMA: JsonSchema = {
  title: 'Test of a plugin',
  description: 'A test that conditions can ask: `{ "test": "crm.good-standing", "with": { … } }`.',
  type: 'object',
  required: ['name', 'plugin', 'words', 'description', 'configSchema'],
  additionalProperties: false,
  properties: {
    name: { ...NAMED, description: 'What stands in `test`.', examples: ['crm.good-standing'] },
    plugin: { ...NAMED, description: 'The plugin that it comes from.', examples: ['crm'] },
    words: {
      type: 'object',
      required: ['en', 'fr'],
      description: 'What it says, after "if the customer".',
      properties: {
        en: { ...NAMED, description: 'In English.', examples: ['is in good standing'] },
        fr: { ...NAMED, description: 'In French.', examples: ['est en règle'] },
      },
    },
    description: { ...NAMED, description: 'What it is about.', examples: ['Owes no more than is allowed.'] },
    configSchema: {
      type: 'object',
      description: 'JSON Schema (draft 2020-12) of `with`.',
      examples: [{ type: 'object', properties: { most: { type: 'number' } } }],
    },
  },
};

export const TEMPLATE_HELPER_SCHEMA: JsonSchema = {
  title: 'Template helper',
  description: 'What templates of messages can call.',
  type: 'object',
  required: ['name', 'plugin', 'usage', 'summary'],
  additionalProperties: false,
  properties: {
    name: { ...NAMED, description: 'What stands first in the tag.', examples: ['crm.points'] },
    plugin: {
      type: ['string', 'null'],
      description: 'The plugin that it comes from; null where it is built in.',
      examples: ['crm'],
    },
    usage: { ...NAMED, description: 'How it is called.', examples: ['{{crm.points value}}'] },
    summary: { ...NAMED, description: 'What it writes.', examples: ['Points in words.'] },
  },
};
