import { Injectable } from '@nestjs/common';
import { Database, type Sql, type SqlValue } from '@parcours/database';
import { type ListQuery, listSql, type Page, selectPage } from '@parcours/http';
import type { DocumentChange } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import type { AuditEntry } from './audit-entry.entity.js';

@Injectable()
export class AuditLogRepository {
  constructor(private readonly database: Database) {}

  async findById(id: number): Promise<AuditEntry | undefined> {
    const rows = await this.database.sql.select<StoredEntry>(`SELECT ${ALL} FROM audit_log WHERE id = ?`, [
      id,
    ]);
    return rows.map(entryOf)[0];
  }

  async list(query: ListQuery): Promise<Page<AuditEntry>> {
    const page = await selectPage<StoredEntry>(this.database.sql, { query, columns: ALL, from: 'audit_log' });
    return { ...page, data: page.data.map(entryOf) };
  }

  /** The next entries behind an id that pass the filter, the oldest first. */
  async after(query: ListQuery, id: number, limit: number): Promise<AuditEntry[]> {
    const { where, parameters } = listSql(query, this.database.sql.dialect).filter;
    const rows = await this.database.sql.select<StoredEntry>(
      `SELECT ${ALL} FROM audit_log WHERE id > ? AND ${where} ORDER BY id LIMIT ${String(limit)}`,
      [id, ...parameters],
    );
    return rows.map(entryOf);
  }

  /** Entries from before a time, the oldest first. */
  async idsBefore(at: number, limit: number): Promise<number[]> {
    const rows = await this.database.sql.select<{ id: number | string }>(
      `SELECT id FROM audit_log WHERE happened_at < ? ORDER BY happened_at, id LIMIT ${String(limit)}`,
      [at],
    );
    return rows.map(({ id }) => Number(id));
  }
}

interface StoredEntry {
  readonly id: number | string;
  readonly at: number | string;
  readonly actorKind: AuditEntry['actorKind'];
  readonly actorId: number | string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectKey: string;
  readonly changes: string | null;
  readonly details: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
}

const COLUMNS: Readonly<Record<keyof AuditEntry, string>> = {
  id: 'id',
  at: 'happened_at',
  actorKind: 'actor_kind',
  actorId: 'actor_id',
  actorName: 'actor_name',
  action: 'action',
  subjectType: 'subject_type',
  subjectKey: 'subject_key',
  changes: 'changes',
  details: 'details',
  address: 'address',
  requestId: 'request_id',
};

const ALL = Object.entries(COLUMNS)
  .map(([member, column]) => (member === column ? column : `${column} AS ${member}`))
  .join(', ');

function entryOf({ id, at, actorId, changes, details, ...entry }: StoredEntry): AuditEntry {
  return {
    ...entry,
    id: Number(id),
    at: Number(at),
    actorId: actorId === null ? null : Number(actorId),
    changes: changes === null ? null : (JSON.parse(changes) as DocumentChange[]),
    details: details === null ? null : (JSON.parse(details) as JsonObject),
  };
}

/** In the transaction of what was done. */
export async function insertEntries(sql: Sql, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql.insert({ table: 'audit_log', columns: Object.values(COLUMNS), rows: entries.map(rowOf) });
}

function rowOf(entry: AuditEntry): SqlValue[] {
  const { changes, details } = entry;
  return [
    entry.id,
    entry.at,
    entry.actorKind,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectType,
    entry.subjectKey,
    changes && JSON.stringify(changes),
    details && JSON.stringify(details),
    entry.address,
    entry.requestId,
  ];
}
