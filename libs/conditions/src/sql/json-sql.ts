import type { SqlContext } from './sql-context.js';
import { raw, sql, UNSURE, type SqlFragment } from './sql-fragment.js';

/** More branches than any document needs; beyond, the closure is asked. */
const MOST_PLACES = 3;
const INDEX = /^(0|[1-9][0-9]{0,8})$/;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The JSON text of the value at a dotted path, SQL NULL where it is absent: `"pro"` with its quotes, `5`, `true`, `null`.
 * Both sides were written by JSON.stringify, so equal scalars have equal texts.
 */
export function jsonAt(document: SqlFragment, path: string, { dialect }: SqlContext): SqlFragment {
  const members = path.split('.');
  if (members.some((member) => FORBIDDEN.has(member))) return raw('NULL');
  if (members.filter(isPlace).length > MOST_PLACES) return UNSURE;
  return new JsonPath(document, dialect).read(members);
}

/** As {@link jsonAt}, where every step is known to lead into an object: members may have any name. */
export function jsonIn(
  document: SqlFragment,
  members: readonly string[],
  { dialect }: SqlContext,
): SqlFragment {
  return new JsonPath(document, dialect).text(members.reduce(inside, '$'));
}

/** Members that mean another thing in a list than in an object. */
function isPlace(member: string): boolean {
  return INDEX.test(member) || member === 'length';
}

class JsonPath {
  constructor(
    private readonly document: SqlFragment,
    private readonly dialect: SqlContext['dialect'],
  ) {}

  read(members: readonly string[], way = '$'): SqlFragment {
    const at = members.findIndex(isPlace);
    if (at === -1) return this.text(members.reduce(inside, way));
    const list = members.slice(0, at).reduce(inside, way);
    const member = members[at] ?? '';
    const rest = members.slice(at + 1);
    return sql`CASE ${this.type(list)} WHEN ${this.name('array')} THEN ${this.inList(list, member, rest)} WHEN ${this.name('object')} THEN ${this.read(rest, inside(list, member))} END`;
  }

  private inList(list: string, member: string, rest: readonly string[]): SqlFragment {
    if (member !== 'length') return this.read(rest, `${list}[${member}]`);
    if (rest.length > 0) return raw('NULL');
    return this.dialect === 'sqlite'
      ? sql`CAST(json_array_length(${this.document}, ${list}) AS TEXT)`
      : sql`CONVERT(JSON_LENGTH(${this.document}, ${list}) USING utf8mb4) COLLATE utf8mb4_bin`;
  }

  // Left to itself MariaDB compares JSON by its value, and text by the connection's collation.
  text(way: string): SqlFragment {
    return this.dialect === 'sqlite'
      ? sql`(${this.document} -> ${way})`
      : sql`CONVERT(JSON_EXTRACT(${this.document}, ${way}) USING utf8mb4) COLLATE utf8mb4_bin`;
  }

  private type(way: string): SqlFragment {
    return this.dialect === 'sqlite'
      ? sql`json_type(${this.document}, ${way})`
      : sql`JSON_TYPE(JSON_EXTRACT(${this.document}, ${way}))`;
  }

  private name(type: string): SqlFragment {
    return raw(`'${this.dialect === 'sqlite' ? type : type.toUpperCase()}'`);
  }
}

function inside(way: string, member: string): string {
  return `${way}.${JSON.stringify(member)}`;
}

/** The first sign of a JSON text tells its type. */
export function isNumber(json: SqlFragment): SqlFragment {
  return sql`SUBSTR(${json}, 1, 1) BETWEEN '-' AND '9'`;
}

export function isText(json: SqlFragment): SqlFragment {
  return sql`SUBSTR(${json}, 1, 1) = '"'`;
}

export function numberOf(json: SqlFragment, { dialect }: SqlContext): SqlFragment {
  return dialect === 'sqlite' ? sql`CAST(${json} AS REAL)` : sql`CAST(${json} AS DOUBLE)`;
}

/** The text that a JSON text with quotes says. */
export function textOf(json: SqlFragment, { dialect }: SqlContext): SqlFragment {
  return dialect === 'sqlite'
    ? sql`json_extract(${json}, '$')`
    : sql`JSON_UNQUOTE(${json}) COLLATE utf8mb4_bin`;
}

/** Whether a JSON list has a scalar among its members. */
export function listHas(json: SqlFragment, member: string, { dialect }: SqlContext): SqlFragment {
  return dialect === 'sqlite'
    ? sql`EXISTS (SELECT 1 FROM json_each(${json}) m WHERE CASE m.type WHEN 'array' THEN 0 WHEN 'object' THEN 0 ELSE ${json} -> m.fullkey = ${member} END)`
    : sql`EXISTS (SELECT 1 FROM JSON_TABLE(${json}, '$[*]' COLUMNS (v JSON PATH '$')) m WHERE CONVERT(m.v USING utf8mb4) COLLATE utf8mb4_bin = ${member})`;
}
