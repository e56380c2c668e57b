import type { Sql } from '@parcours/database';
import type { Clock } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import type { RejectedRow, StagedRow } from './customer-import.js';
import { bodyOf, type ImportRowStore, packedRow } from './import-rows.store.js';
import type { ImportProgress, ImportStore } from './import.store.js';
import { SeenIds } from './seen-ids.js';

/** Rows that are worked together. */
const CHUNK_ROWS = 1_000;
/** Characters of a chunk, about: well below what a statement may carry. */
const CHUNK_SIZE = 1_000_000;
/** Characters in memory, about, whatever the number of lanes. */
const HELD_SIZE = 8_000_000;

/** Rows of one lane, written out already: that takes a fraction of what their cells would. */
interface Lot {
  readonly rows: string[];
  size: number;
}

interface StageParts {
  readonly rows: ImportRowStore;
  readonly imports: ImportStore;
  readonly importId: number;
  readonly clock: Clock;
}

/** Gathers the rows of one upload by lanes, and writes them by the thousand. */
export class RowStage {
  private readonly lots = new Map<number, Lot>();
  private readonly seen = new SeenIds();
  private rejected: RejectedRow[] = [];
  private held = 0;
  private step = { received: 0, repeated: 0, rejected: 0, bytes: 0 };

  constructor(
    private readonly sql: Sql,
    private readonly parts: StageParts,
  ) {}

  async add(lane: number, row: StagedRow): Promise<void> {
    const lot = this.lots.get(lane) ?? { rows: [], size: 0 };
    this.lots.set(lane, lot);
    const text = packedRow(row);
    lot.rows.push(text);
    lot.size += text.length;
    this.held += text.length;
    this.step.received += 1;
    if (this.seen.add(row.externalId)) this.step.repeated += 1;
    if (lot.rows.length >= CHUNK_ROWS || lot.size >= CHUNK_SIZE) await this.write([[lane, lot]]);
    else if (this.held >= HELD_SIZE) await this.flush();
  }

  async reject(row: RejectedRow): Promise<void> {
    this.rejected.push(row);
    this.held += row.content.length;
    this.step.received += 1;
    this.step.rejected += 1;
    if (this.rejected.length >= CHUNK_ROWS || this.held >= HELD_SIZE) await this.flush();
  }

  async flush(): Promise<void> {
    const { rows, importId } = this.parts;
    const rejected = this.rejected;
    this.rejected = [];
    await rows.reject(this.sql, importId, rejected);
    await this.write([...this.lots]);
    this.held = 0;
  }

  /** Shows that the upload is alive while nothing of it is written. */
  async beat(): Promise<void> {
    await this.note({}).catch(() => undefined);
  }

  async *counting(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array | string> {
    for await (const chunk of bytes) {
      this.step.bytes += chunk.length;
      yield chunk;
    }
  }

  private async write(lots: readonly (readonly [number, Lot])[]): Promise<void> {
    const { rows, importId } = this.parts;
    for (const [lane, lot] of lots) {
      this.lots.delete(lane);
      this.held -= lot.size;
    }
    await rows.stage(
      this.sql,
      importId,
      lots.map(([lane, lot]) => ({ lane, body: bodyOf(lot.rows) })),
    );
    const { step } = this;
    this.step = { received: 0, repeated: 0, rejected: 0, bytes: 0 };
    await this.note(step);
  }

  private async note(step: ImportProgress): Promise<void> {
    const { imports, importId, clock } = this.parts;
    const isWanted = await imports.progress(this.sql, importId, {
      state: 'receiving',
      now: clock.now(),
      ...step,
    });
    if (!isWanted) throw AudienceErrors.importOver({ state: 'cancelled' });
  }
}
