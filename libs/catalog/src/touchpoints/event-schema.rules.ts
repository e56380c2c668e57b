import type { JsonSchema } from '@parcours/http';
import { type Finding, isJsonObject, pointer } from '@parcours/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { failure } from '../schema/findings.js';

const ajv = new Ajv2020({ strict: false, logger: false });
const metaSchema = ajv.getSchema('https://json-schema.org/draft/2020-12/schema');

const SHOWN_DEFECTS = 5;

/** Holds the schema of an event against JSON Schema's own, draft 2020-12, without compiling it. */
export function eventSchemaFindings(schema: JsonSchema, at: string): Finding[] {
  if (metaSchema?.(schema) === false) {
    return (metaSchema.errors ?? []).slice(0, SHOWN_DEFECTS).map(({ instancePath, message = 'is wrong' }) =>
      failure('catalog.event-schema', {
        pointer: at + instancePath,
        message: `Not a JSON Schema (draft 2020-12): ${message}.`,
      }),
    );
  }
  return outsideReferences(schema, at);
}

function outsideReferences(schema: unknown, at: string): Finding[] {
  if (Array.isArray(schema)) {
    return schema.flatMap((inner, index) => outsideReferences(inner, at + pointer(index)));
  }
  if (!isJsonObject(schema)) return [];
  return Object.entries(schema).flatMap(([member, inner]) => {
    const place = at + pointer(member);
    if (member !== '$ref' || typeof inner !== 'string' || inner.startsWith('#')) {
      return outsideReferences(inner, place);
    }
    const message = `'${inner}' lies outside of the schema, and is not fetched.`;
    return [failure('catalog.event-schema', { pointer: place, message, suggestion: 'Copy it into $defs.' })];
  });
}
