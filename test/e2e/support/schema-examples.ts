import addFormatsModule from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

// CommonJS: Node puts the function under `default`, Jest's CommonJS mode does not always.
const addFormats = typeof addFormatsModule === 'function' ? addFormatsModule : addFormatsModule.default;

const ONE = ['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else'];
const LISTS = ['oneOf', 'anyOf', 'allOf', 'prefixItems'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'];

/** What stands in a document as an example or a default, and is none by the schema beside it. */
export class SchemaExamples {
  private readonly ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly found: string[] = [];
  private count = 0;

  constructor(document: object) {
    addFormats(this.ajv);
    this.ajv.addSchema(document, 'openapi');
    this.search(document, '');
  }

  /** One sentence each. */
  get defects(): readonly string[] {
    return this.found;
  }

  /** How many were looked at. */
  get seen(): number {
    return this.count;
  }

  /** Everywhere that there are schemas: the named ones, parameters, bodies, answers. */
  private search(part: unknown, path: string): void {
    if (typeof part !== 'object' || part === null) return;
    for (const [member, inner] of Object.entries(part)) {
      if (member === 'schema') this.visit(inner, path);
      else if (member === 'schemas') this.visitAll(inner, path);
      else this.search(inner, `${path}/${member}`);
    }
  }

  private visit(schema: unknown, path: string): void {
    if (!isObject(schema)) return;
    const usual = 'default' in schema ? [schema['default']] : [];
    for (const example of [...listOf(schema['examples']), ...usual]) this.check(schema, example, path);
    for (const member of ONE) this.visit(schema[member], `${path}/${member}`);
    for (const member of [...LISTS, ...MAPS]) this.visitAll(schema[member], `${path}/${member}`);
  }

  private visitAll(schemas: unknown, path: string): void {
    if (typeof schemas !== 'object' || schemas === null) return;
    for (const [member, schema] of Object.entries(schemas)) this.visit(schema, `${path}/${member}`);
  }

  private check(schema: object, example: unknown, path: string): void {
    this.count += 1;
    const validate = this.validatorOf(schema);
    if (validate(example)) return;
    const why = this.ajv.errorsText(validate.errors, { dataVar: 'it' });
    this.found.push(`${path}: ${JSON.stringify(example)} is no example: ${why}`);
  }

  /** Much is said again and again, and compiling takes its time. */
  private validatorOf(schema: object): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"openapi#/');
    const known = this.compiled.get(text);
    if (known) return known;
    const validate = this.ajv.compile(JSON.parse(text) as object);
    this.compiled.set(text, validate);
    return validate;
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
