import type { Sql } from '@parcours/database';
import type { InsightBatch } from '@parcours/sdk';

import type { StreamProgress } from '../state/export.store.js';

/** What is asked of a stream. */
export interface PageRequest {
  readonly progress: StreamProgress;
  /** Only rows of smaller ids: nothing can come in below it any more. */
  readonly before: number;
  /** The most rows; 1 or more. */
  readonly limit: number;
}

/** Some rows of a stream, and how far it is once they are kept. */
export interface InsightPage {
  /** Of no rows where all that were looked at are about people who are gone. */
  readonly batch: InsightBatch;
  readonly progress: Pick<StreamProgress, 'after' | 'putBackAfter'>;
}

/** Reads a stream in the order of its ids. */
export interface InsightSource {
  /** The next page; `undefined` where there is nothing more below `before`. */
  page(sql: Sql, request: PageRequest): Promise<InsightPage | undefined>;
}
