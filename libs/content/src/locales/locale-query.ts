import type { JsonSchema } from '@parcours/http';

export const LOCALE_PATTERN = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$';

export const LOCALE_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: LOCALE_PATTERN,
  maxLength: 35,
  description: 'A BCP 47 tag such as `fr` or `fr-CA`.',
};
