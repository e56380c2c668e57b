import type { JsonSchema } from '@parcours/http';

export const LOCALE_PATTERN = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$';

export const LOCALE_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: LOCALE_PATTERN,
  maxLength: 35,
  description: 'A BCP 47 tag such as `fr` or `fr-CA`.',
  examples: ['fr'],
};

/** The query string of a route that answers localised texts. */
export const LOCALE_QUERY: JsonSchema = {
  type: 'object',
  properties: {
    locale: {
      ...LOCALE_SCHEMA,
      description:
        'Answers texts in one language: this locale, then its language, then that of the workspace, then any there is.',
    },
  },
};
