import type { JsonObject } from '@parcours/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { CHECK_DEFS } from './schema-parts.js';

/** Checks values against one schema that may use the shared `$defs`. */
export interface SchemaValidator<T> {
  accepts(value: unknown): value is T;
  errors(value: unknown): readonly ErrorObject[];
}

// verbose: findings name the fields that a schema knows, and need the schema at hand for it.
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
});

/** Prepares the check of a schema; ajv compiles it at its first use. */
export function schemaValidator<T>(schema: JsonObject): SchemaValidator<T> {
  let compiled: ValidateFunction<T> | undefined;
  const validate = (): ValidateFunction<T> => (compiled ??= ajv.compile<T>({ ...schema, $defs: CHECK_DEFS }));
  return {
    accepts: (value): value is T => validate()(value),
    errors: (value) => {
      const check = validate();
      return check(value) ? [] : (check.errors ?? []);
    },
  };
}
