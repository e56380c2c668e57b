import addFormatsModule from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Options, ValidateFunction } from 'ajv/dist/2020.js';

import type { JsonSchema } from './json-schema.js';

// The package is CommonJS: Node puts the function under `default`, Jest's CommonJS mode does not always.
const addFormats = typeof addFormatsModule === 'function' ? addFormatsModule : addFormatsModule.default;

const OPTIONS: Options = {
  allErrors: true,
  verbose: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  ownProperties: true,
};

/** One instance a schema: schemas of plugins may use the same `$id`, and theirs are dropped with them. */
export function compileWithAjv(schema: JsonSchema, options: Options = {}): ValidateFunction {
  const ajv = new Ajv2020({ ...OPTIONS, ...options });
  addFormats(ajv);
  ajv.addKeyword('example');
  for (const keyword of extensionKeywords(schema)) ajv.addKeyword(keyword);
  return ajv.compile(schema);
}

/** Members that start with `x-` are notes to readers of the schema; anything else unknown is a mistake in it. */
function extensionKeywords(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [member, inner] of Object.entries(schema)) {
    if (member.startsWith('x-')) found.add(member);
    extensionKeywords(inner, found);
  }
  return found;
}
