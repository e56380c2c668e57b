import {
  type ChangesPage,
  type ChangesRequest,
  type CrmRecord,
  type JsonObject,
  jsonObjectOf,
  type PluginHostContext,
  type RecordKind,
} from '@parcours/sdk';

import type { HubSpotApi } from '../hubspot-api.js';
import type { HubSpotConfig } from '../hubspot-config.js';
import { compareIds, objectsIn, textOf, timeOf } from '../json.js';
import { OBJECT_TYPES } from '../object-types.js';
import {
  cursorFrom,
  cut,
  type Loading,
  type Position,
  type Reading,
  type Sweeping,
  written,
} from './cursor.js';
import { propertiesToRead, type ReadObject, type RecordReader } from './record-reader.js';

/** The most that HubSpot answers at once. */
const LIST_PAGE = 100;
const SEARCH_PAGE = 200;
const MINUTE_MS = 60_000;

export interface ChangeFeedParts {
  readonly api: HubSpotApi;
  readonly reader: RecordReader;
  readonly config: Pick<HubSpotConfig, 'overlapSeconds' | 'deletionsEveryMinutes'>;
  readonly clock: PluginHostContext['clock'];
}

interface Asked {
  readonly kind: RecordKind;
  readonly limit: number;
  readonly fields: readonly string[];
  readonly signal: AbortSignal;
}

interface Filter {
  readonly propertyName: string;
  readonly operator: 'GT' | 'EQ';
  readonly value: string;
}

/**
 * What changes in HubSpot. First the whole list; then, again and again, what the search finds behind the last change,
 * from a little before the pass before began, because the search learns of changes late; now and then the list of what
 * was archived.
 */
export class ChangeFeed {
  constructor(private readonly parts: ChangeFeedParts) {}

  /** @throws CrmFailure */
  async page({ kind, cursor, limit, fields }: ChangesRequest, signal: AbortSignal): Promise<ChangesPage> {
    const asked: Asked = { kind, limit, fields, signal };
    const at = cursor === undefined ? undefined : cursorFrom(cursor);
    switch (at?.phase) {
      case undefined:
        return this.begin(asked);
      case 'load':
        return this.load(asked, at);
      case 'read':
        return this.read(asked, at);
      case 'sweep':
        return this.sweep(asked, at);
    }
  }

  private async begin(asked: Asked): Promise<ChangesPage> {
    const now = this.parts.clock.now();
    const total = await this.total(asked);
    return this.load(asked, { phase: 'load', since: this.parts.api.theirTime(now), ...total });
  }

  private async load(asked: Asked, at: Loading): Promise<ChangesPage> {
    const { kind, limit, fields } = asked;
    const { results, next } = await this.list(asked, {
      after: at.after,
      properties: propertiesToRead(kind, fields).join(','),
      ...(kind !== 'person' && { associations: 'contacts' }),
    });
    const objects = await this.parts.reader.read(kind, results, asked.signal);
    const { records, whole, part } = cut(objects, { limit, part: at.part });
    const told = {
      records: oldestFirst(records),
      isLast: false,
      ...(at.total !== undefined && { total: at.total }),
    };
    const { since, total } = at;
    const loading: Loading = { phase: 'load', since, ...(total !== undefined && { total }) };
    if (part) {
      // Ids are what a list goes by: it goes on behind the last that was told whole.
      const after = whole === 0 ? at.after : objects[whole - 1]?.id;
      return { ...told, cursor: written({ ...loading, part, ...(after !== undefined && { after }) }) };
    }
    if (next !== undefined) return { ...told, cursor: written({ ...loading, after: next }) };
    return {
      ...told,
      cursor: written({ phase: 'read', at: since - this.overlapMs(), id: '', sweptAt: since }),
    };
  }

  private async read(asked: Asked, from: Reading): Promise<ChangesPage> {
    const now = this.parts.clock.now();
    const { objects, isWhole } = await this.objectsBehind(asked, from);
    const began = from.began ?? this.parts.api.theirTime(now);
    const { records, whole, part } = cut(objects, { limit: asked.limit, part: from.part });
    const last = objects[whole - 1] ?? from;
    // A change that is dated before those read already must not draw the position back.
    const position: Position = { at: Math.max(last.at, from.at), id: last.id };
    const { sweptAt } = from;
    if (!isWhole || part) {
      const on: Reading = { phase: 'read', ...position, ...(part && { part }), began, sweptAt };
      return { records, cursor: written(on), isLast: false };
    }
    const next = earlier(position, { at: began - this.overlapMs(), id: '' });
    if (began - sweptAt < this.parts.config.deletionsEveryMinutes * MINUTE_MS) {
      return { records, cursor: written({ phase: 'read', ...next, sweptAt }), isLast: true };
    }
    const sweeping: Sweeping = { phase: 'sweep', since: sweptAt - this.overlapMs(), began, next };
    return { records, cursor: written(sweeping), isLast: false };
  }

  /**
   * What has changed behind a position, in the order of time and id. The search sorts by one property and ends after 10,000
   * results: whoever changes more than that at once gives them all the same time. So it is never turned page by page.
   */
  private async objectsBehind(asked: Asked, from: Position) {
    const { changedProperty } = OBJECT_TYPES[asked.kind];
    const size = Math.min(asked.limit, SEARCH_PAGE);
    const same = (at: number, id: string): Filter[] => [
      { propertyName: changedProperty, operator: 'EQ', value: String(at) },
      { propertyName: 'hs_object_id', operator: 'GT', value: id === '' ? '0' : id },
    ];
    const later: Filter[] = [{ propertyName: changedProperty, operator: 'GT', value: String(from.at) }];
    const found = await this.search(asked, [same(from.at, from.id), later], changedProperty);
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last || found.length < size) return { objects: found, isWhole: true };
    if (first.at !== last.at) return { objects: found.filter(({ at }) => at < last.at), isWhole: false };
    const id = first.at === from.at ? from.id : '';
    return { objects: await this.search(asked, [same(first.at, id)], 'hs_object_id'), isWhole: false };
  }

  private async search(
    { kind, limit, fields, signal }: Asked,
    groups: readonly (readonly Filter[])[],
    sortedBy: string,
  ): Promise<readonly ReadObject[]> {
    const { results } = await this.parts.api.call({
      method: 'POST',
      path: `/crm/v3/objects/${OBJECT_TYPES[kind].path}/search`,
      body: {
        limit: Math.min(limit, SEARCH_PAGE),
        properties: [...propertiesToRead(kind, fields)],
        sorts: [JSON.stringify({ propertyName: sortedBy, direction: 'ASCENDING' })],
        filterGroups: groups.map((filters) => ({ filters: filters.map((filter) => ({ ...filter })) })),
      },
      signal,
    });
    const objects = await this.parts.reader.read(kind, results, signal);
    return [...objects].sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
  }

  private async sweep(asked: Asked, at: Sweeping): Promise<ChangesPage> {
    const { kind } = asked;
    const { results, next } = await this.list(asked, { after: at.after, archived: 'true' });
    const gone = objectsIn(results).flatMap(({ id, archivedAt, updatedAt }): CrmRecord[] => {
      const when = timeOf(archivedAt) ?? timeOf(updatedAt) ?? at.began;
      const key = textOf(id);
      if (key === undefined || when < at.since) return [];
      return [{ kind, id: key, changedAt: when, isDeleted: true, fields: {} }];
    });
    const records = oldestFirst(gone);
    if (next !== undefined) return { records, cursor: written({ ...at, after: next }), isLast: false };
    const reading: Reading = { phase: 'read', ...at.next, sweptAt: at.began };
    return { records, cursor: written(reading), isLast: true };
  }

  private async list(
    { kind, limit, signal }: Asked,
    { after, ...query }: { readonly after: string | undefined; readonly [name: string]: string | undefined },
  ) {
    const search = new URLSearchParams({ limit: String(Math.min(limit, LIST_PAGE)) });
    if (after !== undefined) search.set('after', after);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
    const path = `/crm/v3/objects/${OBJECT_TYPES[kind].path}?${search.toString()}`;
    const page: JsonObject = await this.parts.api.call({ method: 'GET', path, signal });
    return {
      results: page['results'],
      next: textOf(jsonObjectOf(jsonObjectOf(page['paging'])['next'])['after']),
    };
  }

  private async total({ kind, signal }: Asked): Promise<{ readonly total?: number }> {
    const path = `/crm/v3/objects/${OBJECT_TYPES[kind].path}/search`;
    const body = { limit: 1, properties: [], sorts: [], filterGroups: [] };
    const { total } = await this.parts.api.call({ method: 'POST', path, body, signal });
    return typeof total === 'number' ? { total } : {};
  }

  private overlapMs(): number {
    return this.parts.config.overlapSeconds * 1_000;
  }
}

function earlier(a: Position, b: Position): Position {
  return a.at < b.at ? a : b;
}

function oldestFirst(records: readonly CrmRecord[]): readonly CrmRecord[] {
  return [...records].sort((a, b) => a.changedAt - b.changedAt);
}
