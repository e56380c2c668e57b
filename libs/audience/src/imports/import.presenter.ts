import { formatInstant } from '@parcours/kernel';

import type { CustomerImport } from './customer-import.js';

/** An import as REST shows one. */
export function presentImport(shown: CustomerImport, now: number) {
  const { settings, received, created, updated, unchanged, rejected, repeated } = shown;
  return {
    id: String(shown.id),
    state: shown.state,
    dryRun: shown.isDryRun,
    format: settings.format,
    encoding: settings.encoding ?? null,
    mapping: settings.mapping ?? null,
    rows: { received, created, updated, unchanged, rejected, repeated },
    bytes: shown.bytes,
    failure: shown.failure,
    ...paceOf(shown, now),
    by: shown.by,
    createdAt: formatInstant(shown.createdAt),
    storedAt: instantOf(shown.storedAt),
    finishedAt: instantOf(shown.finishedAt),
  };
}

/** How fast rows are worked, and how long that takes from here on. */
function paceOf(shown: CustomerImport, now: number) {
  const { storedAt, finishedAt, state } = shown;
  const worked = Math.min(shown.received, shown.created + shown.updated + shown.unchanged + shown.rejected);
  const tookMs = storedAt === null ? 0 : (finishedAt ?? now) - storedAt;
  if (tookMs <= 0 || worked === 0) return { rowsPerSecond: null, secondsLeft: null };
  const rowsPerSecond = (worked * 1_000) / tookMs;
  const left = state === 'running' ? (shown.received - worked) / rowsPerSecond : null;
  return {
    rowsPerSecond: Math.round(rowsPerSecond * 10) / 10,
    secondsLeft: left === null ? null : Math.ceil(left),
  };
}

function instantOf(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
