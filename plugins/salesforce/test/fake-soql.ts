import { OBJECTS } from './fake-objects.js';
import { type FakeOrganisation, Refused, type Row } from './fake-organisation.js';

const TOKEN =
  /\s*('(?:[^'\\]|\\.)*'|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)|[A-Za-z_][\w.]*(?::\d+)?|\d+|>=|<=|[=<>(),])/y;

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

type Test = (row: Row) => boolean;

/** A query of the subset of SOQL that is known here. */
export interface Query {
  readonly object: string;
  /** `COUNT()` has none. */
  readonly fields: readonly string[];
  readonly test: Test;
  readonly order: readonly { readonly field: string; readonly isDescending: boolean }[];
  readonly limit: number;
}

/** Runs a query. @throws Refused MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE */
export function run(organisation: FakeOrganisation, soql: string, { isAll }: { isAll: boolean }): Row[] {
  const { object, fields, test, order, limit } = new Parser(soql).query();
  const rows = organisation.rowsOf(object).filter((row) => (isAll || row['IsDeleted'] !== true) && test(row));
  rows.sort((a, b) => {
    for (const { field, isDescending } of order) {
      const found = compared(a[field], b[field]);
      if (found !== 0) return isDescending ? -found : found;
    }
    return 0;
  });
  return rows.slice(0, limit).map((row) => ({
    attributes: { type: object, url: `/services/data/v62.0/sobjects/${object}/${String(row['Id'])}` },
    ...Object.fromEntries(fields.map((name) => [name, row[name] ?? null])),
  }));
}

class Parser {
  private readonly tokens: string[] = [];
  private at = 0;
  private object = '';

  constructor(soql: string) {
    TOKEN.lastIndex = 0;
    const text = soql.trimEnd();
    while (TOKEN.lastIndex < text.length) {
      const { lastIndex } = TOKEN;
      const token = TOKEN.exec(text)?.[1];
      if (token === undefined) throw malformed(`unexpected token at ${String(lastIndex)}`);
      this.tokens.push(token);
    }
  }

  query(): Query {
    this.expect('SELECT');
    const names = this.selected();
    this.expect('FROM');
    this.object = this.next();
    if (!(this.object in OBJECTS)) {
      throw new Refused(400, 'INVALID_TYPE', `sObject type '${this.object}' is not supported.`);
    }
    const test = this.take('WHERE') ? this.either() : () => true;
    const order = this.take('ORDER') ? this.ordered() : [];
    const limit = this.take('LIMIT') ? Number(this.next()) : 50_000;
    if (this.at < this.tokens.length) throw malformed(`unexpected token: ${this.next()}`);
    const isWhole = names.includes('FIELDS(ALL)');
    if (isWhole && limit > 200) throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200');
    const all = Object.keys(OBJECTS[this.object]?.fields ?? {});
    const fields = isWhole ? all : names.filter((name) => name !== 'COUNT()').map((name) => this.known(name));
    if (new Set(fields).size < fields.length) throw malformed('duplicate field selected');
    return { object: this.object, fields, test, order, limit };
  }

  private selected(): string[] {
    const names: string[] = [];
    do {
      const name = this.next();
      if (this.take('(')) {
        const inner = this.take(')') ? '' : this.next();
        if (inner !== '') this.expect(')');
        names.push(`${name}(${inner})`);
      } else names.push(name);
    } while (this.take(','));
    return names;
  }

  private ordered(): Query['order'] {
    this.expect('BY');
    const order: Query['order'][number][] = [];
    do {
      const field = this.known(this.next());
      const isDescending = this.take('DESC');
      if (!isDescending) this.take('ASC');
      order.push({ field, isDescending });
    } while (this.take(','));
    return order;
  }

  /** AND and OR do not stand side by side without brackets. */
  private either(): Test {
    const first = this.single();
    const word = ['AND', 'OR'].find((each) => this.take(each));
    if (word === undefined) return first;
    const tests = [first];
    do tests.push(this.single());
    while (this.take(word));
    return word === 'OR'
      ? (row) => tests.some((test) => test(row))
      : (row) => tests.every((test) => test(row));
  }

  private single(): Test {
    if (this.take('(')) {
      const inner = this.either();
      this.expect(')');
      return inner;
    }
    const field = this.known(this.next());
    const type = OBJECTS[this.object]?.fields[field]?.type;
    if (type === 'textarea') {
      throw new Refused(400, 'INVALID_FIELD', `field '${field}' can not be filtered in a query call`);
    }
    if (this.take('IN')) {
      this.expect('(');
      const values: unknown[] = [];
      do values.push(this.value(field));
      while (this.take(','));
      this.expect(')');
      return (row) => values.some((value) => compared(row[field], value) === 0);
    }
    const operator = this.next();
    const value = this.value(field);
    const tests: Record<string, (found: number) => boolean> = {
      '=': (found) => found === 0,
      '>': (found) => found > 0,
      '<': (found) => found < 0,
      '>=': (found) => found >= 0,
      '<=': (found) => found <= 0,
    };
    const test = tests[operator];
    if (!test) throw malformed(`unexpected token: '${operator}'`);
    // All that was created is new enough here.
    if (value === ANY_DAY) return () => true;
    return (row) => row[field] !== null && test(compared(row[field], value));
  }

  private value(field: string): unknown {
    const token = this.next();
    const type = OBJECTS[this.object]?.fields[field]?.type ?? 'string';
    if (token.startsWith('LAST_N_DAYS:') && type === 'datetime') return ANY_DAY;
    const isQuoted = token.startsWith("'");
    if (isQuoted === ['boolean', 'double', 'date', 'datetime'].includes(type)) {
      throw new Refused(
        400,
        'INVALID_FIELD',
        `value of filter criterion for field '${field}' must be of type ${type}`,
      );
    }
    if (!isQuoted) return token === 'true' || token === 'false' ? token === 'true' : token;
    const text = token
      .slice(1, -1)
      .replace(/\\(.)/g, (_, character: string) => UNESCAPED[character] ?? character);
    if ((type === 'id' || type === 'reference') && !/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text)) {
      throw new Refused(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
    }
    return text;
  }

  private known(name: string): string {
    const names = Object.keys(OBJECTS[this.object]?.fields ?? {});
    const found = names.find((each) => each.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    throw new Refused(400, 'INVALID_FIELD', `No such column '${name}' on entity '${this.object}'.`);
  }

  private take(word: string): boolean {
    if (this.tokens[this.at]?.toUpperCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    if (!this.take(word)) throw malformed(`expecting ${word}, found ${this.tokens[this.at] ?? 'the end'}`);
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw malformed('unexpected end');
    this.at += 1;
    return token;
  }
}

const ANY_DAY = Symbol('LAST_N_DAYS');

function malformed(message: string): Refused {
  return new Refused(400, 'MALFORMED_QUERY', message);
}

/** Texts without regard to case, times as times; ids as they are. */
function compared(a: unknown, b: unknown): number {
  const [left, right] = [comparable(a), comparable(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function comparable(value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = typeof value === 'string' ? value : '';
  return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : text.toLowerCase();
}
