import type { JsonSchema } from '@parcours/http';
import { LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';

type Members = Readonly<Record<string, JsonSchema>>;

/** A text of a template, in one language or several. */
export function textSchema(description: string, example: string): JsonSchema {
  return { ...LOCALISED_TEXT_SCHEMA, description, examples: [example] };
}

export const LAYOUT_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,62}$',
  description: 'The name of a layout of the brand that it stands in.',
  examples: ['plain'],
};

/** What a template says on one channel. */
export function saidSchema(
  description: string,
  required: readonly string[],
  properties: Members,
): JsonSchema {
  return { type: 'object', description, required, additionalProperties: false, properties };
}
