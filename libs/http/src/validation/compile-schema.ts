import type { ErrorItem } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';
import { compileWithAjv } from './ajv.js';
import type { JsonSchema } from './json-schema.js';
import { defectsOf } from './schema-defects.js';

export type SchemaCheck = (value: unknown) => ErrorItem[];

export interface SchemaOptions {
  /** Runs the patterns of a schema in place of JavaScript's engine, which a stranger's can keep busy for hours. */
  readonly pattern?: (source: string) => { test(text: string): boolean };
}

/** Compiles a schema at the first use; answers what is wrong with a value, nothing when all is well. */
export function compileSchema(schema: JsonSchema, { pattern }: SchemaOptions = {}): SchemaCheck {
  let validate: ReturnType<typeof compileWithAjv> | undefined;
  return (value) => {
    validate ??= compileWithAjv(schema, pattern && { code: { regExp: engineOf(pattern) } });
    return validate(value) ? [] : defectsOf(validate.errors ?? []);
  };
}

/** Ajv keeps one matcher for each text that matchers turn into, and names the engine in code written to files. */
function engineOf(pattern: NonNullable<SchemaOptions['pattern']>) {
  const engine = (source: string) => {
    const compiled = pattern(source);
    return { test: (text: string) => compiled.test(text), toString: () => source };
  };
  return Object.assign(engine, { code: 'pattern' });
}

/** As {@link compileSchema}, for texts from an address: `5` becomes a number where the schema says so, in place. */
export function compileCoercingSchema(schema: JsonSchema): SchemaCheck {
  let validate: ReturnType<typeof compileWithAjv> | undefined;
  return (value) => {
    validate ??= compileWithAjv(schema, { coerceTypes: true, useDefaults: true });
    return validate(value) ? [] : defectsOf(validate.errors ?? []);
  };
}

/** Narrows a value to what the schema describes. @throws http.invalid-request with every defect. */
// The schema is the proof that a value has the type: the caller names the type that it wrote the schema for.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function validated<T>(schema: JsonSchema, part = 'body'): (value: unknown) => T {
  const check = compileSchema(schema);
  return (value) => {
    assertNoDefects(check(value), part);
    return value as T;
  };
}

/** @throws http.invalid-request when there are any. */
export function assertNoDefects(errors: readonly ErrorItem[], part: string): void {
  if (errors.length > 0) throw HttpErrors.invalidRequest({ part, defects: errors.length }, { errors });
}
