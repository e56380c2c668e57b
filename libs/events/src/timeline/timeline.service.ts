import { Injectable } from '@nestjs/common';
import { CustomerService } from '@parcours/audience';
import { Database } from '@parcours/database';
import { HttpErrors, type ListQuery, type Page, pageOf } from '@parcours/http';

import type { Speech, TimelineRow } from './timeline-entry.js';
import { type TimelineFilter, timelineFilter } from './timeline-filter.js';
import {
  boundOf,
  comparePlaces,
  type Direction,
  type Place,
  placeText,
  readPlace,
} from './timeline-order.js';
import { type SourceRequest, type SqlText, TimelineSources } from './timeline-source.js';

/** A row with what a cursor is made of. */
type PlacedRow = TimelineRow & { readonly sort_0: number; readonly sort_1: string };

interface Timeline {
  readonly customerId: number;
  readonly filter: TimelineFilter;
  readonly query: ListQuery;
}

/** One ordered view of a customer over all sources: each gives its own next page, and the pages are merged. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerService,
    private readonly sources: TimelineSources,
  ) {}

  /** What `only` says goes before the filter of the query. @throws audience.customer-not-found, http.bad-cursor */
  async page(externalId: string, query: ListQuery, only: TimelineFilter = {}): Promise<Page<TimelineRow>> {
    const asked = timelineFilter(query);
    const filter = asked && { ...asked, ...only };
    const customerId = await this.customerIdOf(externalId);
    return filter === undefined ? emptyPage(query) : this.read({ customerId, filter, query });
  }

  /** What was said on every channel, with the words. @throws audience.customer-not-found, http.bad-cursor */
  async conversation(
    externalId: string,
    query: ListQuery,
  ): Promise<Page<{ row: TimelineRow; speech: Speech }>> {
    const asked = timelineFilter(query);
    const customerId = await this.customerIdOf(externalId);
    const spoken = await this.spokenNames();
    const names = asked?.names ? asked.names.filter((name) => spoken.includes(name)) : spoken;
    const filter = asked === undefined || names.length === 0 ? undefined : { ...asked, names };
    const page = filter ? await this.read({ customerId, filter, query }) : emptyPage(query);
    const speeches = await this.speechesOf(page.data);
    return {
      ...page,
      data: page.data.flatMap((row) => {
        const speech = speeches.get(row);
        return speech ? [{ row, speech }] : [];
      }),
    };
  }

  private async customerIdOf(externalId: string): Promise<number> {
    return (await this.customers.get(externalId)).id;
  }

  /** One statement for all sources. */
  private async read({ customerId, filter, query }: Timeline): Promise<Page<PlacedRow>> {
    const { sql } = this.database;
    const direction: Direction = query.sort[0]?.descending === false ? 'ascending' : 'descending';
    const after = placeAfter(query);
    const limit = query.limit + 1;
    const parts = this.partsOf((rank) => ({
      sql,
      rank,
      customerId,
      filter,
      direction,
      bound: after && boundOf(after, rank, direction),
      limit,
    }));
    if (parts.length === 0) return emptyPage(query);
    const found = await sql.select<TimelineRow>(
      // MariaDB would keep what stands in FROM in a table of its own, on disk where there are long texts.
      parts
        .map(({ text }) => (sql.dialect === 'sqlite' ? `SELECT * FROM (${text})` : `(${text})`))
        .join(' UNION ALL '),
      parts.flatMap(({ parameters }) => parameters),
    );
    const rows = found
      .sort((a, b) => comparePlaces(a, b, direction))
      .slice(0, limit)
      .map((row) => ({ ...row, sort_0: row.at, sort_1: placeText(row) }));
    return pageOf(rows, query, query.wantsTotal ? await this.count(customerId, filter) : undefined);
  }

  private async count(customerId: number, filter: TimelineFilter): Promise<number> {
    const { sql } = this.database;
    const direction = 'descending';
    const whole = { sql, customerId, filter, direction, bound: undefined, limit: undefined } as const;
    const parts = this.partsOf((rank) => ({ ...whole, rank }));
    const counts = await sql.select<{ total: number | string }>(
      parts.map(({ text }) => `SELECT COUNT(*) AS total FROM (${text}) p`).join(' UNION ALL '),
      parts.flatMap(({ parameters }) => parameters),
    );
    return counts.reduce((sum, { total }) => sum + Number(total), 0);
  }

  private partsOf(requestFor: (rank: number) => SourceRequest): SqlText[] {
    return this.sources.all().flatMap((source) => source.select(requestFor(source.rank)) ?? []);
  }

  private async spokenNames(): Promise<readonly string[]> {
    const voices = this.sources.all().flatMap(({ voice }) => voice ?? []);
    return (await Promise.all(voices.map((voice) => voice.names()))).flat();
  }

  private async speechesOf(rows: readonly TimelineRow[]): Promise<ReadonlyMap<TimelineRow, Speech>> {
    const speeches = new Map<TimelineRow, Speech>();
    for (const { rank, voice } of this.sources.all()) {
      const own = rows.filter(({ source }) => source === rank);
      if (!voice || own.length === 0) continue;
      const said = await voice.speeches(own);
      own.forEach((row, at) => {
        const speech = said[at];
        if (speech) speeches.set(row, speech);
      });
    }
    return speeches;
  }
}

function placeAfter({ after }: ListQuery): Place | undefined {
  if (!after) return undefined;
  const place = readPlace(after[0], after[1]);
  if (!place) throw HttpErrors.badCursor({});
  return place;
}

function emptyPage(query: ListQuery): Page<PlacedRow> {
  return pageOf<PlacedRow>([], query, query.wantsTotal ? 0 : undefined);
}
