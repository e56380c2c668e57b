import addFormatsModule from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Json = Readonly<Record<string, unknown>>;

// CommonJS: Node puts the function under `default`, Jest's CommonJS mode does not always.
const addFormats = typeof addFormatsModule === 'function' ? addFormatsModule : addFormatsModule.default;

const ONE = ['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else'];
const LISTS = ['oneOf', 'anyOf', 'allOf', 'prefixItems'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'];

/** The examples and defaults of a document that are none of what they stand beside: a sentence each. */
export function exampleDefects(document: Json): string[] {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  const defects: string[] = [];

  const visit = (schema: unknown, path: string): void => {
    if (!isObject(schema)) return;
    const { examples, default: usual } = schema;
    const shown: unknown[] = [
      ...(Array.isArray(examples) ? (examples as unknown[]) : []),
      ...(usual === undefined ? [] : [usual]),
    ];
    if (shown.length > 0) {
      const validate = ajv.compile({ $ref: `openapi#${path}` });
      for (const example of shown.filter((one) => !validate(one))) {
        validate(example);
        defects.push(`${path}: ${JSON.stringify(example)} ${ajv.errorsText(validate.errors)}`);
      }
    }
    for (const member of ONE) visit(schema[member], below(path, member));
    for (const member of LISTS) each(schema[member], below(path, member));
    for (const member of MAPS) each(schema[member], below(path, member));
  };

  const each = (schemas: unknown, path: string): void => {
    if (typeof schemas !== 'object' || schemas === null) return;
    for (const [member, schema] of Object.entries(schemas)) visit(schema, below(path, member));
  };

  /** Everywhere that an operation has a schema: parameters, bodies, answers. */
  const search = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [member, inner] of Object.entries(part)) {
      const place = below(path, member);
      if (member === 'schema') visit(inner, place);
      else if (member === 'schemas') each(inner, place);
      else search(inner, place);
    }
  };

  search(document, '');
  return defects;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(path: string, member: string): string {
  return `${path}/${encodeURIComponent(member.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
}
