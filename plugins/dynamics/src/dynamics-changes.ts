import {
  type CallContext,
  type ChangesPage,
  type ChangesRequest,
  CrmFailure,
  type CrmRecord,
  isCrmFailure,
  jsonObjectOf,
  type PluginHostContext,
} from '@parcours/sdk';

import { type DynamicsApi, rowsIn } from './dynamics-api.js';
import type { DynamicsConfig } from './dynamics-config.js';
import { failure } from './dynamics-errors.js';
import { type DynamicsTable, LOOKUP_NAMES, ownColumns, recordOf, tableOf } from './dynamics-tables.js';
import { columnName, isGuid } from './odata.js';

/** What a page may hold at most. */
const MOST = 5_000;
const LONGEST_CURSOR = 2_000;

/** Where a page begins. */
interface Place {
  /** `d`: by change tracking; `t`: by the time of change. */
  readonly way: 'd' | 't';
  /** Of `t`: changes from this time on, in milliseconds. */
  readonly since?: number;
  /** Of `t`: when this run of pages began, less the overlap. */
  readonly floor?: number;
  /** What of the query of a link tells where to go on: `$deltatoken` or `$skiptoken`. */
  readonly token?: string;
}

/** Reads changes by change tracking, or by the time of change where a table is not tracked. */
export class DynamicsChanges {
  constructor(
    private readonly api: DynamicsApi,
    private readonly config: DynamicsConfig,
    private readonly host: PluginHostContext,
  ) {}

  async read(request: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    const place = request.cursor === undefined ? this.beginning() : placeIn(request.cursor);
    const total = request.cursor === undefined ? await this.count(request, call) : undefined;
    const page = await this.page(place, request, call).catch((cause: unknown) => {
      const next = this.otherPlace(cause, request);
      if (next) return this.page(next, request, call);
      throw cause;
    });
    return { ...page, ...(total !== undefined && { total }) };
  }

  private beginning(): Place {
    return this.config.changes === 'tracking' ? { way: 'd' } : { way: 't' };
  }

  /** Where to read on after a failure that another way does not have. */
  private otherPlace(cause: unknown, { kind }: ChangesRequest): Place | undefined {
    if (!isCrmFailure(cause)) return undefined;
    const { code } = cause.error;
    if (code === 'dynamics.not-tracked') return { way: 't' };
    if (code !== 'dynamics.expired-token') return undefined;
    // What was deleted since is not told; everything else is.
    this.host.logger.warn(
      'Dynamics has forgotten how far its changes were read; they are read from the beginning.',
      {
        kind,
      },
    );
    return this.beginning();
  }

  private page(place: Place, request: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    return place.way === 'd' ? this.tracked(place, request, call) : this.timed(place, request, call);
  }

  private async tracked(place: Place, request: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    const table = tableOf(request.kind, this.config);
    const query = [
      `$select=${columnsOf(table, request)}`,
      ...(place.token === undefined ? [] : [place.token]),
    ];
    const prefer = `odata.track-changes,${preferences(request)}`;
    const { body, at } = await this.get(table, { query, prefer }, call);
    const { '@odata.nextLink': next, '@odata.deltaLink': delta } = jsonObjectOf(body);
    const token = tokenIn(this.api.queryIn(delta ?? next, table.set));
    if (token === undefined)
      throw failure('temporary', 'unreadable-answer', 'The answer does not say where changes go on.');
    const records = rowsIn(body).flatMap((row) => this.recordIn(row, { kind: request.kind, at }));
    return { records, cursor: cursorOf({ way: 'd', token }), isLast: delta !== undefined };
  }

  /** Deleted rows have an id and no time. */
  private recordIn(
    row: Readonly<Record<string, unknown>>,
    { kind, at }: { readonly kind: ChangesRequest['kind']; readonly at: number },
  ): CrmRecord[] {
    const { '@odata.context': context, id } = row;
    if (typeof context !== 'string' || !context.endsWith('/$deletedEntity'))
      return [recordOf(row, kind, this.config)];
    return isGuid(id) ? [{ kind, id, changedAt: at, isDeleted: true, fields: {} }] : [];
  }

  private async timed(place: Place, request: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    const table = tableOf(request.kind, this.config);
    const { since, token } = place;
    const query = [
      `$select=${columnsOf(table, request)}`,
      ...(since === undefined ? [] : [`$filter=modifiedon ge ${new Date(since).toISOString()}`]),
      `$orderby=modifiedon asc,${table.id} asc`,
      ...(token === undefined ? [] : [token]),
    ];
    const { body, at } = await this.get(table, { query, prefer: preferences(request) }, call);
    const records = rowsIn(body).map((row) => recordOf(row, request.kind, this.config));
    const floor = place.floor ?? at - this.config.overlapMs;
    const next = tokenIn(this.api.queryIn(jsonObjectOf(body)['@odata.nextLink'], table.set));
    if (next !== undefined) {
      const cursor = cursorOf({ way: 't', ...(since !== undefined && { since }), floor, token: next });
      return { records, cursor, isLast: false };
    }
    const reached = records.at(-1)?.changedAt ?? since ?? floor;
    return { records, cursor: cursorOf({ way: 't', since: Math.min(reached, floor) }), isLast: true };
  }

  private get(
    { set }: DynamicsTable,
    { query, prefer }: { readonly query: readonly string[]; readonly prefer: string },
    call: CallContext,
  ) {
    const encoded = query.map((part) =>
      part.startsWith('$skiptoken') || part.startsWith('$deltatoken') ? part : encodeURI(part),
    );
    return this.api.call({ path: `/${set}?${encoded.join('&')}`, headers: { prefer } }, call);
  }

  /** How many rows there were within the last day; it is no reason to fail. */
  private async count({ kind }: ChangesRequest, call: CallContext): Promise<number | undefined> {
    const { name } = tableOf(kind, this.config);
    const path = `/RetrieveTotalRecordCount(EntityNames=${encodeURIComponent(`['${name}']`)})`;
    try {
      const { EntityRecordCountCollection: counts } = jsonObjectOf(
        (await this.api.call({ path }, call)).body,
      );
      const { Values: values } = jsonObjectOf(counts);
      const [count] = Array.isArray(values) ? (values as unknown[]) : [];
      return typeof count === 'number' ? count : undefined;
    } catch (cause) {
      // Where it is something else than this privilege, what is asked next fails as well.
      const isRefused = isCrmFailure(cause) && ['permanent', 'misconfigured'].includes(cause.error.class);
      if (isRefused) return undefined;
      throw cause;
    }
  }
}

function preferences({ limit }: ChangesRequest): string {
  return `odata.maxpagesize=${String(Math.min(Math.max(1, limit), MOST))},${LOOKUP_NAMES}`;
}

function columnsOf(table: DynamicsTable, { fields }: ChangesRequest): string {
  return [...new Set([...ownColumns(table), ...fields.map(columnName)])].join(',');
}

/** The part of a query that says where to go on, as it stands there. */
function tokenIn(query: string | undefined): string | undefined {
  return query
    ?.split('&')
    .map((part) => part.replace(/^%24/, '$'))
    .find((part) => /^\$(deltatoken|skiptoken)=/.test(part));
}

function cursorOf({ way, since, floor, token = '' }: Place): string {
  const cursor = [way, since ?? '', floor ?? '', token].join('|');
  if (cursor.length <= LONGEST_CURSOR) return cursor;
  const detail = `The place where changes go on is longer than ${String(LONGEST_CURSOR)} characters; read them by time: "changes": "modifiedon".`;
  throw new CrmFailure({ class: 'misconfigured', code: 'dynamics.cursor-too-long', detail });
}

const CURSOR = /^([dt])\|(\d{0,15})\|(-?\d{0,15})\|((?:\$(?:deltatoken|skiptoken)=[^&#\s]+)?)$/;

function placeIn(cursor: string): Place {
  const [, way, since, floor, token] = CURSOR.exec(cursor) ?? [];
  if (way !== 'd' && way !== 't')
    throw failure('permanent', 'bad-cursor', 'The cursor is none of this connector.');
  return {
    way,
    ...(since && { since: Number(since) }),
    ...(floor && { floor: Number(floor) }),
    ...(token && { token }),
  };
}
