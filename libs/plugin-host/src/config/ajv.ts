import addFormatsModule from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Options } from 'ajv/dist/2020.js';

// The package is CommonJS: Node puts the function under `default`, Jest's CommonJS mode does not always.
const addFormats = typeof addFormatsModule === 'function' ? addFormatsModule : addFormatsModule.default;

/** One instance for each plugin's schema, so that equal `$id`s of two plugins do not meet. */
export function newAjv(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, ownProperties: true, ...options });
  addFormats(ajv);
  ajv.addKeyword('x-secret');
  return ajv;
}
