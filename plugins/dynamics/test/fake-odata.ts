import { Refused, type Row } from './fake-environment.js';

const TOKEN =
  /\s*(Microsoft\.Dynamics\.CRM\.In\(PropertyName='[a-z_0-9]+',PropertyValues=@v\)|'(?:[^']|'')*'|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|[A-Za-z_]\w*|-?\d+|[()])/y;

export type Test = (row: Row) => boolean;

/** A filter of the subset that is known here. @throws Refused for anything else */
export function filterOf(
  filter: string,
  { columns, v }: { columns: readonly string[]; v: string | null },
): Test {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < filter.length) {
    const token = TOKEN.exec(filter)?.[1];
    if (token === undefined) throw malformed(filter);
    tokens.push(token);
  }
  let at = 0;
  const take = (word: string): boolean => {
    if (tokens[at] !== word) return false;
    at += 1;
    return true;
  };
  const next = (): string => {
    const token = tokens[at];
    if (token === undefined) throw malformed(filter);
    at += 1;
    return token;
  };
  const known = (name: string): string => {
    if (columns.includes(name)) return name;
    throw new Refused(
      400,
      '0x80060888',
      `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM'.`,
    );
  };
  const single = (): Test => {
    if (take('(')) {
      const inner = every();
      if (!take(')')) throw malformed(filter);
      return inner;
    }
    const name = next();
    const list = /^Microsoft\.Dynamics\.CRM\.In\(PropertyName='([a-z_0-9]+)'/.exec(name)?.[1];
    if (list !== undefined) {
      const column = known(list);
      const values = (JSON.parse(v ?? 'null') as unknown[]).map(comparable);
      return (row) => values.includes(comparable(row[column]));
    }
    const column = known(name);
    const test = OPERATORS[next()];
    if (!test) throw malformed(filter);
    const value = literal(next());
    return (row) => test(comparable(row[column]), value);
  };
  const every = (): Test => {
    const tests = [single()];
    while (take('and')) tests.push(single());
    return (row) => tests.every((test) => test(row));
  };
  const test = every();
  if (at < tokens.length) throw malformed(filter);
  return test;
}

type Comparable = string | number | boolean | null;

const OPERATORS: Readonly<Record<string, (found: Comparable, value: Comparable) => boolean>> = {
  eq: (found, value) => found === value,
  ne: (found, value) => found !== value,
  ge: (found, value) => found !== null && value !== null && found >= value,
};

function literal(token: string): Comparable {
  if (token.startsWith("'")) return comparable(token.slice(1, -1).replaceAll("''", "'"));
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  return /^-?\d+$/.test(token) ? Number(token) : comparable(token);
}

/** Texts without regard to case, times as times. */
function comparable(value: unknown): Comparable {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value.toLowerCase();
}

function malformed(filter: string): Refused {
  return new Refused(400, '0x80060888', `Syntax error in '${filter}'.`);
}
