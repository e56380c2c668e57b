import { Injectable } from '@nestjs/common';
import type { Sql, SqlValue } from '@parcours/database';

import { type EventSetting, layerNumber } from './event-origin.js';

/** An event that was worked, as it is kept. */
export interface StoredEvent extends EventSetting {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  readonly messageId: string | undefined;
  readonly occurredAt: number;
  readonly properties: unknown;
}

const COLUMNS = [
  'id',
  'lane',
  'customer_id',
  'name',
  'message_id',
  'occurred_at',
  'properties',
  'layer',
  'channel',
  'touchpoint',
  'device',
  'department',
  'context',
  'breaks_schema',
] as const;

/** A message id is its customer's: two customers may each have one of the same name. */
export function seenIdOf(customerId: number, messageId: string): string {
  return `${String(customerId)} ${messageId}`;
}

/** The history of events. */
@Injectable()
export class EventStore {
  async add(sql: Sql, lane: number, events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return;
    await sql.insert({
      table: 'events',
      columns: COLUMNS,
      rows: events.map((event) => [
        event.id,
        lane,
        event.customerId,
        event.name,
        event.messageId ?? null,
        event.occurredAt,
        JSON.stringify(event.properties),
        ...settingColumns(event),
      ]),
    });
  }

  /** Which of these message ids the lane has seen before, as `seenIdOf` writes them. */
  async knownMessageIds(sql: Sql, lane: number, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await sql.select<{ customer_id: number; message_id: string }>(
      'SELECT customer_id, message_id FROM events WHERE lane = ? AND message_id IN (?)',
      [lane, ids],
    );
    return new Set(rows.map((row) => seenIdOf(row.customer_id, row.message_id)));
  }
}

function settingColumns({ origin, context, breaksSchema }: EventSetting): SqlValue[] {
  return [
    layerNumber(origin?.layer),
    origin?.channel ?? null,
    origin?.touchpoint ?? null,
    origin?.device ?? null,
    origin?.department ?? null,
    context === undefined ? null : JSON.stringify(context),
    breaksSchema === true,
  ];
}
