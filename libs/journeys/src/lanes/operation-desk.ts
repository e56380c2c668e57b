import { endEarly, type EngineInput, moveTo, type Passage, skipWait } from '@parcours/engine';
import type { OperationEntry } from '@parcours/events';

import type { Enrollment } from '../enrollments/enrollment.js';

/** What became of the entries of one operation. */
export interface OperationTally {
  done: number;
  missed: number;
}

/** What operations come to in a batch: how many enrollments did as they were told, and what is tried again. */
export class OperationDesk {
  readonly tallies = new Map<number, OperationTally>();
  /** Enrollments whose failed messages are sent after all. */
  readonly retried: number[] = [];

  count({ operationId }: OperationEntry, isDone: boolean): void {
    const tally = this.tallies.get(operationId) ?? { done: 0, missed: 0 };
    if (isDone) tally.done += 1;
    else tally.missed += 1;
    this.tallies.set(operationId, tally);
  }
}

/** Where an operation leads an enrollment; `undefined` when it is not as it was any more, or cannot do it. */
export function obey({ state }: Enrollment, entry: OperationEntry, input: EngineInput): Passage | undefined {
  if (entry.visit !== undefined && entry.visit !== state.visit) return undefined;
  const detail = { by: entry.by, reason: entry.reason, operation: String(entry.operationId) };
  switch (entry.action) {
    case 'exit':
      return endEarly(state, input, { reason: entry.endReason ?? 'exited-by-operator', detail });
    case 'move':
      return moveTo(state, input, { step: entry.step ?? '', detail });
    case 'skip':
      return skipWait(state, input, detail);
    case 'retry':
      return undefined;
  }
}
