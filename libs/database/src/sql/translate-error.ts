import { ParcoursError } from '@parcours/kernel';

import { DatabaseErrors } from '../database.errors.js';

const DUPLICATE = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
/** The longer ones of SQLite: another process wrote between our first reading and our first writing. */
const CONFLICT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_BUSY_RECOVERY',
]);
const UNAVAILABLE = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_QUERY_INTERRUPTED',
  'ER_CONNECTION_KILLED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/**
 * Turns a driver's error into one of ours. The driver's own error carries the whole statement with its values, hence
 * personal data: neither it nor its message is kept, only its code.
 */
export function translateDatabaseError(error: unknown): ParcoursError {
  if (error instanceof ParcoursError) return error;
  const reason = driverCode(error);
  if (DUPLICATE.has(reason)) return DatabaseErrors.duplicate({});
  if (CONFLICT.has(reason)) return DatabaseErrors.conflict({ reason });
  if (UNAVAILABLE.has(reason) || isClosedConnection(error)) return DatabaseErrors.unavailable({ reason });
  return DatabaseErrors.failed({ reason });
}

/** True for an error of the kind that a repeated transaction gets past: a deadlock or a lock wait. */
export function isConflict(error: unknown): boolean {
  return error instanceof ParcoursError && error.code === 'database.conflict';
}

/** True when a unique key refused a row. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof ParcoursError && error.code === 'database.duplicate';
}

function driverCode(error: unknown): string {
  for (const candidate of [error, memberOf(error, 'driverError'), memberOf(error, 'cause')]) {
    const code = memberOf(candidate, 'code');
    if (typeof code === 'string') return code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

function isClosedConnection(error: unknown): boolean {
  return error instanceof Error && /closed state|connection is closed|Pool is closed/i.test(error.message);
}

function memberOf(value: unknown, member: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, member) : undefined;
}
