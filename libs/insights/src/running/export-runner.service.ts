import { Injectable } from '@nestjs/common';
import { timeOfId } from '@parcours/kernel';
import { Connections } from '@parcours/messaging';
import type { ExportCalls } from '@parcours/plugin-host';
import type { InsightStream } from '@parcours/sdk';

import { type ExportProgress, STREAM_BEGINNING, type StreamProgress } from '../state/export.store.js';
import { InsightHorizon, InsightStreams } from '../streams/insight-streams.service.js';
import { ExportClaims, type HeldExport } from './export-claims.service.js';
import { ExportTurns, type FailedExport } from './export-turns.service.js';

/** Rows that are read at once, whatever a plugin would take. */
const MOST_ROWS = 500;

/** After this an export lets others have a turn. */
const TURN_MS = 2_000;

/** Brings one batch after the other to the plugin of a connector; another process goes on where one has died. */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly claims: ExportClaims,
    private readonly connections: Connections,
    private readonly streams: InsightStreams,
    private readonly horizon: InsightHorizon,
    private readonly turns: ExportTurns,
  ) {}

  /** One turn. */
  work(connectorId: number, signal: AbortSignal): Promise<void> {
    return this.claims.during(connectorId, (held) => this.turn(held, signal));
  }

  private async turn(held: HeldExport, signal: AbortSignal): Promise<number> {
    const ends = performance.now() + TURN_MS;
    const opened = await this.connections.exporter(held.state.connectorId);
    let { progress } = held.state;
    if (opened.status === 'failed') return this.turns.putOff(held, progress, { ...opened, signal });
    const calls = opened.value;
    const before = await this.horizon.now();
    // One batch of each in turn, so that none waits for the end of another.
    let going = calls.exports;
    while (going.length > 0) {
      const more: InsightStream[] = [];
      for (const stream of going) {
        if (signal.aborted || performance.now() >= ends) return this.turns.goOn();
        const step = await this.step({ calls, stream, before, signal }, progress);
        if ('error' in step) return this.turns.putOff(held, progress, step);
        await held.commit(step.progress);
        ({ progress } = step);
        if (step.hasMore) more.push(stream);
      }
      going = more;
    }
    return this.turns.rest();
  }

  /** One batch of a stream. Nothing of one that has failed is noted. */
  private async step(
    { calls, stream, before, signal }: StepParts,
    progress: ExportProgress,
  ): Promise<FailedExport | { readonly progress: ExportProgress; readonly hasMore: boolean }> {
    const known = progress.streams[stream] ?? STREAM_BEGINNING;
    const limit = Math.min(calls.maxBatch, MOST_ROWS);
    const page = await this.streams.of(stream).page(this.turns.sql, { progress: known, before, limit });
    if (!page) return { progress: moved(progress, stream, { upTo: timeOfId(before) }), hasMore: false };
    const rows = page.batch.rows.length;
    if (rows > 0) {
      const result = await calls.export(page.batch, signal);
      if (result.status === 'failed') return { stream, error: result.error, signal };
    }
    const kept = { ...page.progress, rows: known.rows + rows, lastAt: this.turns.now() };
    const upTo = page.progress.after === known.after ? {} : { upTo: timeOfId(page.progress.after) };
    return { progress: moved(progress, stream, { ...kept, ...upTo }), hasMore: true };
  }
}

interface StepParts {
  readonly calls: ExportCalls;
  readonly stream: InsightStream;
  readonly before: number;
  readonly signal: AbortSignal;
}

/** What was kept mends what had failed. */
function moved(
  { streams }: ExportProgress,
  stream: InsightStream,
  changes: Partial<StreamProgress>,
): ExportProgress {
  return { streams: { ...streams, [stream]: { ...STREAM_BEGINNING, ...streams[stream], ...changes } } };
}
