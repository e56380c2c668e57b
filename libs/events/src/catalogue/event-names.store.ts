import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import { IdGenerator } from '@parcours/kernel';

import type { NameCount, ViolationCount } from './event-tally.js';

/** A name of an event, with how often it came. */
export interface EventNameRow {
  readonly name: string;
  readonly definition_key: string | null;
  readonly received: number;
  readonly violating: number;
  readonly first_seen_at: number | null;
  readonly last_seen_at: number | null;
}

export const EVENT_NAME_LIST: ListSpec = {
  name: 'event-catalogue',
  fields: {
    event: { expression: 'name', type: 'text' },
    definition: { expression: 'definition_key', type: 'text', nullable: true },
    received: { expression: 'received', type: 'integer' },
    violating: { expression: 'violating', type: 'integer' },
    firstSeenAt: { expression: 'first_seen_at', type: 'instant', nullable: true },
    lastSeenAt: { expression: 'last_seen_at', type: 'instant', nullable: true },
  },
  members: [
    'event',
    'definition',
    'layer',
    'touchpoint',
    'channel',
    'device',
    'department',
    'received',
    'violating',
    'firstSeenAt',
    'lastSeenAt',
  ],
  defaultSort: 'event',
  unique: 'event',
};

/** A place at which events of a name broke their schema. */
export interface EventViolationRow {
  readonly id: number;
  readonly name: string;
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
  readonly occurrences: number;
  readonly last_message_id: string | null;
  readonly first_seen_at: number;
  readonly last_seen_at: number;
}

export const EVENT_VIOLATION_LIST: ListSpec = {
  name: 'event-violations',
  fields: {
    id: { expression: 'id', type: 'id' },
    event: { expression: 'name', type: 'text' },
    pointer: { expression: 'pointer', type: 'text' },
    code: { expression: 'code', type: 'text' },
    occurrences: { expression: 'occurrences', type: 'integer' },
    firstSeenAt: { expression: 'first_seen_at', type: 'instant' },
    lastSeenAt: { expression: 'last_seen_at', type: 'instant' },
  },
  members: [
    'id',
    'event',
    'pointer',
    'code',
    'detail',
    'occurrences',
    'lastMessageId',
    'firstSeenAt',
    'lastSeenAt',
  ],
  defaultSort: '-lastSeenAt',
  unique: 'id',
};

const NAME_COLUMNS = ['name', 'definition_key', 'received', 'violating', 'first_seen_at', 'last_seen_at'];
const VIOLATION_COLUMNS = [
  'id',
  'name',
  'pointer',
  'code',
  'detail',
  'occurrences',
  'last_message_id',
  'first_seen_at',
  'last_seen_at',
];

/** Which names of events there are, how often each came, and how often its schema was broken. */
@Injectable()
export class EventNamesStore {
  constructor(
    private readonly database: Database,
    private readonly ids: IdGenerator,
  ) {}

  /** Names that have come before, up to a number. */
  async seenNames(limit: number): Promise<string[]> {
    const rows = await this.database.sql.select<{ name: string }>(
      'SELECT name FROM event_names WHERE first_seen_at IS NOT NULL LIMIT ?',
      [limit],
    );
    return rows.map(({ name }) => name);
  }

  async addCounts(names: readonly NameCount[]): Promise<void> {
    if (names.length === 0) return;
    await this.database.sql.insert({
      table: 'event_names',
      columns: NAME_COLUMNS,
      rows: names.map((count) => [
        count.name,
        null,
        count.received,
        count.violating,
        count.firstAt,
        count.lastAt,
      ]),
      onDuplicate: { update: ['last_seen_at'], add: ['received', 'violating'] },
    });
  }

  /** Names that were defined before they came for the first time. */
  async markFirst(names: readonly NameCount[]): Promise<void> {
    if (names.length === 0) return;
    await this.database.sql.run(
      'UPDATE event_names SET first_seen_at = ? WHERE first_seen_at IS NULL AND name IN (?)',
      [Math.min(...names.map(({ firstAt }) => firstAt)), names.map(({ name }) => name)],
    );
  }

  async addViolations(violations: readonly ViolationCount[]): Promise<void> {
    if (violations.length === 0) return;
    await this.database.sql.insert({
      table: 'event_violations',
      columns: VIOLATION_COLUMNS,
      rows: violations.map((count) => [
        this.ids.next(),
        count.name,
        count.pointer,
        count.code,
        count.detail,
        count.occurrences,
        count.lastMessageId ?? null,
        count.firstAt,
        count.lastAt,
      ]),
      onDuplicate: { update: ['detail', 'last_message_id', 'last_seen_at'], add: ['occurrences'] },
    });
  }

  /** The names that have a definition, with its key. */
  async definitions(): Promise<[name: string, key: string][]> {
    const rows = await this.database.sql.select<{ name: string; definition_key: string }>(
      'SELECT name, definition_key FROM event_names WHERE definition_key IS NOT NULL',
    );
    return rows.map(({ name, definition_key: key }) => [name, key]);
  }

  /** Says which definition is about which name; a name that never came is listed from now on. */
  async define(definitions: readonly (readonly [name: string, key: string])[]): Promise<void> {
    if (definitions.length === 0) return;
    await this.database.sql.insert({
      table: 'event_names',
      columns: NAME_COLUMNS,
      rows: definitions.map(([name, key]) => [name, key, 0, 0, null, null]),
      onDuplicate: { update: ['definition_key'] },
    });
  }

  /** Names that nothing is about any more; one that never came is not listed either. */
  async forget(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const { sql } = this.database;
    await sql.run('DELETE FROM event_names WHERE received = 0 AND name IN (?)', [names]);
    await sql.run('UPDATE event_names SET definition_key = NULL WHERE name IN (?)', [names]);
  }

  async names(query: ListQuery): Promise<Page<EventNameRow>> {
    return selectPage(this.database.sql, { query, columns: NAME_COLUMNS.join(', '), from: 'event_names' });
  }

  async violations(query: ListQuery): Promise<Page<EventViolationRow>> {
    const columns = VIOLATION_COLUMNS.join(', ');
    return selectPage(this.database.sql, { query, columns, from: 'event_violations' });
  }
}
