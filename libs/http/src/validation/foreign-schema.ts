import { compileWithAjv } from './ajv.js';
import type { SchemaCheck } from './compile-schema.js';
import type { JsonSchema } from './json-schema.js';
import { defectsOf } from './schema-defects.js';

/** Compiles the patterns of a schema; what it makes tests texts in linear time. */
export type PatternEngine = (pattern: string) => { test(text: string): boolean };

/**
 * Compiles a schema (draft 2020-12) that a user wrote, now. Keywords that are not known are notes; patterns run on
 * the engine given, as JavaScript's own can be made to run for years; a value's first defect is all that is looked
 * for, so that a long list costs no more than its first wrong entry.
 * @throws Error when it can't be compiled
 */
export function compileForeignSchema(schema: JsonSchema, patterns: PatternEngine): SchemaCheck {
  // Ajv tells patterns apart by their texts: without one of its own, each would be the first.
  const engine = (pattern: string) => ({ ...patterns(pattern), toString: () => pattern });
  const regExp = Object.assign(engine, { code: 'foreign' });
  const validate = compileWithAjv(schema, {
    strict: false,
    allErrors: false,
    logger: false,
    code: { regExp },
  });
  return (value) => (validate(value) ? [] : defectsOf(validate.errors ?? []));
}
