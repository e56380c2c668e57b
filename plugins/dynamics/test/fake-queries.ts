import type { FakeAnswer } from '@parcours/sdk/testing';

import { type FakeEnvironment, Refused, type Row, type Stored } from './fake-environment.js';
import { filterOf } from './fake-odata.js';
import { tableNamed } from './fake-tables.js';

/** Where the pages of a query go on. */
interface Token {
  /** Of tracked changes: what happened after this version; 0 for all rows. */
  readonly after?: number;
  /** And up to this one, beyond which the delta link takes over. */
  readonly until?: number;
  readonly last: string;
}

const written = (token: object): string => Buffer.from(JSON.stringify(token)).toString('base64url');
const read = (text: string): Token => JSON.parse(Buffer.from(text, 'base64url').toString()) as Token;

export interface Query {
  readonly table: string;
  readonly url: URL;
  readonly prefer: string;
}

/** A page of a table. @throws Refused */
export function pageOf(environment: FakeEnvironment, query: Query): FakeAnswer {
  const { table, url, prefer } = query;
  const { searchParams } = url;
  const names = selected(table, searchParams.get('$select'));
  const size = Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? 5_000);
  const annotates = prefer.includes('Microsoft.Dynamics.CRM.lookuplogicalname');
  const options = { ...(names && { names }), annotates };
  if (prefer.includes('odata.track-changes')) return tracked(environment, query, { size, ...options });
  const { columns, id } = tableNamed(table);
  const filter = searchParams.get('$filter');
  const known = Object.keys(columns).map((name) => columnOf(table, name));
  const test = filter === null ? () => true : filterOf(filter, { columns: known, v: searchParams.get('@v') });
  const rows = environment.living(table).filter((row) => test(shown(row, { annotates: false })));
  const order = searchParams.get('$orderby');
  if (order === 'modifiedon desc') rows.reverse();
  else if (order === `modifiedon asc,${id} asc`) rows.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  else if (order !== null) throw new Refused(400, '0x80060888', `Syntax error in '${order}'.`);
  const skip = searchParams.get('$skiptoken');
  const left = skip === null ? rows : rows.filter((row) => placeOf(row) > read(skip).last);
  const top = Number(searchParams.get('$top') ?? Infinity);
  const page = left.slice(0, Math.min(size, top));
  const last = page.at(-1);
  const isMore = last !== undefined && left.length > page.length && top > size;
  return answer(
    query,
    page.map((row) => shown(row, options)),
    {
      ...(isMore && { '@odata.nextLink': linkOf(url, { $skiptoken: written({ last: placeOf(last) }) }) }),
    },
  );
}

function tracked(
  environment: FakeEnvironment,
  query: Query,
  { size, ...options }: { size: number; names?: readonly string[]; annotates: boolean },
): FakeAnswer {
  const { table, url } = query;
  if (!tableNamed(table).isTracked) {
    throw new Refused(400, '0x80072491', `Entity ${table} isn't enabled for change tracking.`);
  }
  for (const name of ['$filter', '$orderby', '$top', '$expand']) {
    if (url.searchParams.has(name))
      throw new Refused(400, '0x80060888', `${name} is not supported with change tracking.`);
  }
  const skip = url.searchParams.get('$skiptoken');
  const delta = url.searchParams.get('$deltatoken');
  if (delta?.startsWith('expired')) {
    throw new Refused(
      400,
      '0x80044352',
      'Version stamp associated with the client has expired. Please perform a full sync.',
    );
  }
  const {
    after = 0,
    until = environment.version,
    last = '',
  } = skip === null ? { after: Number(delta ?? 0) } : read(skip);
  const rows = environment
    .all(table)
    .filter((row) => row.id > last && row.version > after && (after > 0 || !row.isDeleted));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = rows.slice(0, size);
  const at = page.at(-1);
  const isMore = at !== undefined && rows.length > page.length;
  const shownRows = page.map((row) =>
    row.isDeleted
      ? {
          '@odata.context': `${url.origin}/api/data/v9.2/$metadata#${tableNamed(table).set}/$deletedEntity`,
          id: row.id,
          reason: 'deleted',
        }
      : shown(row, options),
  );
  return answer(
    query,
    shownRows,
    isMore
      ? { '@odata.nextLink': linkOf(url, { $skiptoken: written({ after, until, last: at.id }) }) }
      : { '@odata.deltaLink': linkOf(url, { $deltatoken: String(until) }) },
  );
}

function answer({ table, url }: Query, value: readonly Row[], links: Row): FakeAnswer {
  const context = `${url.origin}/api/data/v9.2/$metadata#${tableNamed(table).set}`;
  return { status: 200, body: { '@odata.context': context, ...links, value } };
}

function linkOf(url: URL, token: Record<string, string>): string {
  const params = [...url.searchParams].filter(([name]) => name !== '$skiptoken' && name !== '$deltatoken');
  const query = [...params, ...Object.entries(token)].map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${url.origin}${url.pathname}?${query.join('&')}`;
}

function selected(table: string, select: string | null): readonly string[] | undefined {
  if (select === null) return undefined;
  const names = select.split(',');
  const known = Object.keys(tableNamed(table).columns).map((name) => columnOf(table, name));
  const other = names.find((name) => !known.includes(name));
  if (other === undefined) return names;
  const message = `Could not find a property named '${other}' on type 'Microsoft.Dynamics.CRM.${table}'.`;
  throw new Refused(400, '0x80060888', message);
}

/** Lookups are read under another name. */
function columnOf(table: string, name: string): string {
  return tableNamed(table).columns[name]?.type === 'Lookup' ? `_${name}_value` : name;
}

/** A row as an answer has it; the id is always there. */
export function shown(
  { table, id, values, version }: Stored,
  { names, annotates }: { readonly names?: readonly string[]; readonly annotates: boolean },
): Row {
  const { id: idColumn, columns } = tableNamed(table);
  const row: Row = { '@odata.etag': `W/"${String(version)}"` };
  for (const [name, value] of Object.entries({ ...values, [idColumn]: id })) {
    const column = columnOf(table, name);
    if (names && !names.includes(column) && name !== idColumn) continue;
    if (columns[name]?.type !== 'Lookup') row[column] = value;
    else {
      const [to, lookup] = Array.isArray(value) ? (value as string[]) : [];
      row[column] = lookup ?? null;
      if (annotates && to !== undefined) row[`${column}@Microsoft.Dynamics.CRM.lookuplogicalname`] = to;
    }
  }
  return row;
}

function placeOf({ values, id }: Stored): string {
  return `${values['modifiedon'] as string} ${id}`;
}
