import { defineErrors, errorOf } from '@parcours/kernel';

export const DatabaseErrors = defineErrors('database', {
  unavailable: errorOf<{ reason: string }>({
    code: 'database.unavailable',
    status: 503,
    title: 'Database unavailable',
    detail: ({ reason }) => `The database did not answer (${reason}). Try again shortly.`,
    retryable: true,
  }),
  conflict: errorOf<{ reason: string }>({
    code: 'database.conflict',
    status: 409,
    title: 'Conflicting change',
    detail: ({ reason }) => `Another change came in between (${reason}). Try again.`,
    retryable: true,
  }),
  duplicate: errorOf<Record<string, never>>({
    code: 'database.duplicate',
    status: 409,
    title: 'Already exists',
    detail: () => 'A row with the same unique key exists already.',
  }),
  failed: errorOf<{ reason: string }>({
    code: 'database.statement-failed',
    status: 500,
    title: 'Database statement failed',
    detail: ({ reason }) => `A database statement failed (${reason}).`,
  }),
  lockTimeout: errorOf<{ waitedMs: number }>({
    code: 'database.lock-timeout',
    status: 503,
    title: 'Database busy',
    detail: ({ waitedMs }) =>
      `The embedded database was busy for ${String(waitedMs)} ms. Was an outer connection used inside a transaction?`,
    retryable: true,
  }),
  laneCountChanged: errorOf<{ stored: number; configured: number }>({
    code: 'database.lane-count-changed',
    status: 500,
    title: 'Lane count differs from the database',
    detail: ({ stored, configured }) =>
      `PARCOURS_LANES is ${String(configured)}, but this database was created with ${String(stored)} lanes. Set it back, or leave it out.`,
  }),
  noFreeNode: errorOf<Record<string, never>>({
    code: 'database.no-free-node',
    status: 503,
    title: 'No free node number',
    detail: () => 'All 128 node numbers are taken by running processes. Stop some, or wait a minute.',
    retryable: true,
  }),
});
