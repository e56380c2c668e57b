import type { ExportResult, InsightBatch, InsightStream, OpenInsightExporter } from '@parcours/sdk';

import { checkedAction } from './action-results.js';
import { BadAnswer, failureOf } from './call-failure.js';
import type { CallGuard } from './call-guard.js';
import type { CallLimits } from './call-limits.js';
import { type CallOutcome, outcomeOf } from './call-meter.js';
import type { SecretScrubber } from './secret-scrubber.js';
import { withDeadline } from './with-deadline.js';

export interface ExportCallsParts {
  readonly exports: readonly InsightStream[];
  /** The most rows in one call. */
  readonly maxBatch: number;
  readonly write: OpenInsightExporter['export'];
  readonly guard: CallGuard;
  readonly limits: CallLimits;
  readonly scrubber: SecretScrubber;
  /** `began` is left out where no call was made. */
  readonly ended: (outcome: CallOutcome, began: number | undefined, rows: number) => void;
}

/** The warehouse behind an open connector. Whatever the plugin does is a result. */
export class ExportCalls {
  readonly exports: readonly InsightStream[];
  readonly maxBatch: number;

  constructor(private readonly parts: ExportCallsParts) {
    this.exports = parts.exports;
    this.maxBatch = parts.maxBatch;
  }

  /** Hands over one batch of no more than `maxBatch` rows. */
  async export(batch: InsightBatch, outer?: AbortSignal): Promise<ExportResult> {
    const { write, guard, limits, scrubber, ended } = this.parts;
    const rows = batch.rows.length;
    let began: number | undefined;
    let result: ExportResult;
    try {
      result = await guard.run(async (): Promise<ExportResult> => {
        began = performance.now();
        const answer: unknown = await withDeadline((signal) => write(batch, { signal }), {
          ...limits,
          outer,
        });
        const checked = checkedAction(answer, scrubber);
        if (!checked) throw new BadAnswer();
        return checked.status === 'done' ? { status: 'done' } : checked;
      });
    } catch (cause) {
      const error = guard.refusal(cause) ?? failureOf(cause, scrubber, 'connector');
      result = { status: 'failed', error };
    }
    ended(outcomeOf([result]), began, rows);
    return result;
  }
}
