import { PATHS_OUTSIDE } from './generated/routes.js';

const PREFIX = '/api/v1';

/** The whole address of a call: parts of the path in place, the query string as the API reads it. */
export function addressOf(base: string, path: string, parts: unknown, query: unknown): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(partOf(parts, name, path)),
  );
  const prefix = PATHS_OUTSIDE.includes(path) || path.startsWith(`${PREFIX}/`) ? '' : PREFIX;
  const search = new URLSearchParams(entriesOf(query)).toString();
  return `${base}${prefix}${filled}${search === '' ? '' : `?${search}`}`;
}

function partOf(parts: unknown, name: string, path: string): string {
  const part = memberOf(parts, name);
  if ((typeof part === 'string' && part !== '') || typeof part === 'number') return String(part);
  throw new TypeError(`${path} needs a value for '${name}'`);
}

/** Lists are joined with commas; `{ filter: { status: { eq: 'draft' } } }` becomes `filter[status][eq]=draft`. */
function entriesOf(value: unknown, name = ''): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(textOf).join(',')]];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (typeof value !== 'object') return [[name, textOf(value)]];
  return Object.entries(value).flatMap(([member, inner]) =>
    entriesOf(inner, name === '' ? member : `${name}[${member}]`),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function memberOf(value: unknown, member: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, member)
    ? Reflect.get(value, member)
    : undefined;
}
