import { Injectable } from '@nestjs/common';
import type { Sql, SqlParameter } from '@parcours/database';

import type { Speech, TimelineEntry, TimelineKind, TimelineRow } from './timeline-entry.js';
import type { TimelineFilter } from './timeline-filter.js';
import type { Bound, Direction } from './timeline-order.js';

/** A part of a statement and what its placeholders take. */
export interface SqlText {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

/** A page of one source: its first entries beyond a place, in order. */
export interface SourceRequest {
  readonly sql: Sql;
  /** The rank of the source, which is the column `source`. */
  readonly rank: number;
  readonly customerId: number;
  readonly filter: TimelineFilter;
  readonly direction: Direction;
  readonly bound: Bound | undefined;
  /** As many rows at the most; all of them when it is left out. */
  readonly limit: number | undefined;
}

/** Languages in which entries are put into words. */
export type TimelineLocale = 'en' | 'fr';

/** A table that has something to tell of a customer. */
export interface TimelineSource {
  /** Its place among entries of one moment: what follows from something comes behind it. No two sources share one. */
  readonly rank: number;
  readonly kinds: readonly TimelineKind[];
  /**
   * SELECT of columns named and ordered as in `TimelineRow`: source, at, id, sub and t1 to t10, those that it does not
   * need as NULL. It reads by an index that begins with the customer. Undefined when the filter lets nothing of it pass.
   */
  select(request: SourceRequest): SqlText | undefined;
  present(row: TimelineRow, locale: TimelineLocale): TimelineEntry;
  /** For a source in which somebody says something. */
  readonly voice?: TimelineVoice;
}

/** What is said in the entries of a source. */
export interface TimelineVoice {
  /** Names of the entries in which something is said. */
  names(): Promise<readonly string[]>;
  /** What was said in each row, in their order. */
  speeches(rows: readonly TimelineRow[]): Promise<readonly Speech[]>;
}

/** Every source of this process. Add to it while modules start. */
@Injectable()
export class TimelineSources {
  private readonly sources: TimelineSource[] = [];

  /** @throws TypeError when two sources have one rank */
  add(source: TimelineSource): void {
    if (this.sources.some(({ rank }) => rank === source.rank)) {
      throw new TypeError(`two sources of the timeline have the rank ${String(source.rank)}`);
    }
    this.sources.push(source);
  }

  all(): readonly TimelineSource[] {
    return this.sources;
  }

  byRank(rank: number): TimelineSource | undefined {
    return this.sources.find((source) => source.rank === rank);
  }
}
