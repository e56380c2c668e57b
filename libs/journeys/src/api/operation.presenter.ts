import { formatInstant, type JsonObject } from '@parcours/kernel';

import type { MigrationRow } from '../operations/migration.service.js';
import type { OperationView } from '../operations/operation.store.js';
import type { PauseView } from '../pauses/journey-pause.service.js';

export function presentOperation(view: OperationView) {
  const { action: _action, ...order } = JSON.parse(view.body) as JsonObject;
  const [selected, done, missed] = [view.selected, view.done, view.missed].map(Number);
  const isFinished = view.lanes_left === 0 && (done ?? 0) + (missed ?? 0) >= (selected ?? 0);
  return {
    id: String(view.id),
    action: view.action,
    journey: view.journey,
    order,
    reason: view.reason,
    requestedBy: view.requested_by,
    requestedAt: formatInstant(view.requested_at),
    state: isFinished ? 'finished' : 'running',
    selected,
    done,
    missed,
    finishedAt: isFinished && view.touched_at !== null ? formatInstant(view.touched_at) : null,
  };
}

export function presentPause(journey: string, { pause, held, operationId }: PauseView) {
  return {
    journey,
    paused: pause !== undefined,
    inFlight: pause?.inFlight ?? null,
    reason: pause?.reason ?? null,
    pausedBy: pause?.by ?? null,
    pausedAt: pause ? formatInstant(pause.at) : null,
    held: { enrollments: held.enrollments, entries: held.entries },
    operation: operationId === undefined ? null : String(operationId),
  };
}

export function presentMigration(rows: readonly MigrationRow[]) {
  const total = (moves: boolean) =>
    rows.filter(({ stays }) => (stays === null) === moves).reduce((sum, { count }) => sum + count, 0);
  return {
    moves: total(true),
    stays: total(false),
    steps: rows.map(({ version, step, count, stays, isAdapted }) => ({
      version,
      step,
      enrollments: count,
      moves: stays === null,
      why: stays,
      waitChanges: isAdapted,
    })),
  };
}
