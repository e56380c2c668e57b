/** The generated part of libs/client: TypeScript for the schemas and the routes of an OpenAPI document. */
import openapiTS, { astToString } from 'openapi-typescript';

const PREFIX = '/api/v1';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const HEADER =
  '// Written by `node scripts/generate-client.mjs` from the OpenAPI document. Change the routes, not this file.\n';

/** @returns {Promise<Record<string, string>>} the text of each file in libs/client/src/generated */
export async function clientSource(document) {
  return {
    'schemas.ts': HEADER + (await schemasSource(document)),
    'routes.ts': HEADER + routesSource(document),
  };
}

async function schemasSource({ openapi, info, components }) {
  const named = { openapi, info, paths: {}, components: { schemas: forTypes(components.schemas) } };
  // A member with a default can be left out all the same.
  const options = { emptyObjectsUnknown: true, immutable: true, defaultNonNullable: false };
  const source = astToString(await openapiTS(named, options));
  const block = /export interface components \{\n {4}(?:readonly )?schemas: \{\n([\s\S]*?)\n {4}\};\n/.exec(
    source,
  );
  if (!block) throw new Error('openapi-typescript writes components another way now');
  const members = block[1]
    .replace(/^ {4}/gm, '')
    .replaceAll('components["schemas"]', 'Schemas')
    .replaceAll(/^ +\/\*\* Format: date-time \*\/\n/gm, '');
  const helper = source.includes('WithRequired<')
    ? 'type WithRequired<T, K extends keyof T> = T & { [P in K]-?: T[P] };\n\n'
    : '';
  return `${helper}/** Everything that is sent and answered, by name. */\nexport interface Schemas {\n${members}\n}\n`;
}

/**
 * What types can tell of schemas: of the examples one plain one a member, and no alternatives that differ in which
 * members have to be there, of which openapi-typescript makes `unknown`.
 */
function forTypes(value) {
  if (Array.isArray(value)) return value.map(forTypes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([member, inner]) => {
      if ((member === 'anyOf' || member === 'oneOf') && isAboutPresence(inner)) return [];
      if (member !== 'examples' || !Array.isArray(inner)) return [[member, forTypes(inner)]];
      return typeof inner[0] === 'object' ? [] : [[member, inner.slice(0, 1)]];
    }),
  );
}

function isAboutPresence(alternatives) {
  return (
    Array.isArray(alternatives) &&
    alternatives.every((schema) => Object.keys(schema).every((member) => member === 'required'))
  );
}

function routesSource({ paths }) {
  const entries = Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = METHODS.map((method) => {
    const lines = entries.flatMap(([path, item]) => (item[method] ? [routeSource(path, item[method])] : []));
    return `  readonly ${method.toUpperCase()}: {\n${lines.join('\n')}\n  };`;
  });
  const outside = entries.flatMap(([path]) => (path.startsWith(`${PREFIX}/`) ? [] : [path]));
  return [
    "import type { Schemas } from './schemas.js';",
    '',
    '/** What each route takes and answers, by method and path. */',
    'export interface Routes {',
    ...blocks,
    '}',
    '',
    `/** The paths that do not stand below ${PREFIX}. */`,
    `export const PATHS_OUTSIDE: readonly string[] = ${JSON.stringify(outside)};`,
    '',
  ].join('\n');
}

function routeSource(path, operation) {
  const parts = [
    partOf('path', operation),
    partOf('query', operation),
    bodyOf(operation),
    ...answerOf(operation),
  ].filter((part) => part !== undefined);
  const name = path.startsWith(`${PREFIX}/`) ? path.slice(PREFIX.length) : path;
  const { summary, description = '' } = operation;
  const about = [summary, description.replaceAll('\n\n', ' ')]
    .filter(Boolean)
    .join('. ')
    .replaceAll('*/', '*\\/');
  return `    /** ${about} */\n    readonly '${name}': { ${parts.join('; ')} };`;
}

function partOf(place, { parameters = [] }) {
  const own = parameters.filter((parameter) => parameter.in === place);
  if (own.length === 0) return undefined;
  const members = own.map(
    ({ name, required, schema }) => `readonly ${name}${required ? '' : '?'}: ${typeOf(schema)}`,
  );
  const optional = own.some(({ required }) => required) ? '' : '?';
  return `readonly ${place}${optional}: { ${members.join('; ')} }`;
}

function bodyOf({ requestBody }) {
  if (requestBody === undefined) return undefined;
  const json = jsonOf(requestBody.content);
  const type = json ? typeOf(json.schema) : "NonNullable<RequestInit['body']>";
  return `readonly ${json ? 'body' : 'raw'}${requestBody.required ? '' : '?'}: ${type}`;
}

/** `data` of what a success answers, and `item` where that is a list. */
function answerOf({ responses }) {
  const successes = Object.entries(responses).filter(([status]) => /^2/.test(status));
  const types = new Set(successes.map(([, { content }]) => dataType(content)));
  const items = successes.flatMap(([, { content }]) => itemType(content) ?? []);
  return [`readonly data: ${[...types].join(' | ')}`, items[0] && `readonly item: ${items[0]}`];
}

function dataType(content) {
  if (content === undefined) return 'undefined';
  const json = jsonOf(content);
  if (!json) return 'string';
  return typeOf(json.schema?.properties?.data ?? json.schema);
}

function itemType(content) {
  const { data, page } = jsonOf(content ?? {})?.schema?.properties ?? {};
  return page === undefined ? undefined : typeOf(data.items);
}

function jsonOf(content) {
  return Object.entries(content).find(([type]) => /[/+]json$/.test(type))?.[1];
}

/** The type of a schema outside of the components, where only plain ones stand. */
function typeOf(schema = {}) {
  if (schema.$ref) return `Schemas['${schema.$ref.split('/').at(-1)}']`;
  if (schema.enum) return schema.enum.map((value) => literal(value)).join(' | ');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.oneOf ?? schema.anyOf) return (schema.oneOf ?? schema.anyOf).map(typeOf).join(' | ');
  if (schema.allOf) return intersection(schema);
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${typeOf(schema.items)})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
}

function intersection({ allOf, required = [] }) {
  const whole = allOf.map(typeOf).join(' & ');
  const names = required.map((name) => literal(name)).join(' | ');
  return required.length === 0 ? whole : `${whole} & Required<Pick<${whole}, ${names}>>`;
}

function objectType({ properties, required = [], additionalProperties }) {
  if (!properties) {
    if (additionalProperties === false) return 'Readonly<Record<string, never>>';
    const inner = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
    return `Readonly<Record<string, ${inner}>>`;
  }
  const members = Object.entries(properties).map(
    ([name, schema]) =>
      `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  return `{ ${members.join('; ')} }`;
}

function literal(value) {
  return JSON.stringify(value);
}
