import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { EVENT_LAYERS } from '@parcours/events';
import { formatInstant, type JsonObject, timeOfId } from '@parcours/kernel';
import type { EventInsight } from '@parcours/sdk';

import type { InsightPage, InsightSource, PageRequest } from './insight-source.js';

interface Row {
  place: number;
  id: number;
  customer_key: string | null;
  name: string;
  message_id: string | null;
  occurred_at: number;
  properties: string;
  layer: number;
  channel: string | null;
  touchpoint: string | null;
  device: string | null;
  department: string | null;
}

const COLUMNS = `e.id, c.external_id AS customer_key, e.name, e.message_id, e.occurred_at, e.properties, e.layer,
  e.channel, e.touchpoint, e.device, e.department`;

/** The pages are cut before customers are joined: one of people who are gone is still a page. */
const IN_TURN = `SELECT e.id AS place, ${COLUMNS}
  FROM (SELECT * FROM events WHERE id > ? AND id < ? ORDER BY id LIMIT ?) e
  LEFT JOIN customers c ON c.id = e.customer_id ORDER BY e.id`;

const PUT_BACK = `SELECT p.id AS place, ${COLUMNS}
  FROM (SELECT id, event_id FROM events_put_back WHERE id > ? AND id < ? ORDER BY id LIMIT ?) p
  JOIN events e ON e.id = p.event_id
  LEFT JOIN customers c ON c.id = e.customer_id ORDER BY p.id`;

/**
 * What happened to customers: in the order in which it came in, and then what was put back from the dead letters, whose
 * ids are those of its old place.
 */
@Injectable()
export class EventInsights implements InsightSource {
  async page(sql: Sql, { progress, before, limit }: PageRequest): Promise<InsightPage | undefined> {
    const { after, putBackAfter } = progress;
    const rows = await sql.select<Row>(IN_TURN, [after, before, limit]);
    const last = rows.at(-1);
    if (last) return pageOf(rows, { after: last.place, putBackAfter });
    return this.putBack(sql, { progress, before, limit });
  }

  /** Those that wait in the inbox again stand in the way of those that were put back after them. */
  private async putBack(
    sql: Sql,
    { progress, before, limit }: PageRequest,
  ): Promise<InsightPage | undefined> {
    const { after, putBackAfter } = progress;
    const [waiting] = await sql.select<{ id: number | null }>(
      'SELECT MIN(id) AS id FROM events_put_back WHERE id > ? AND event_id >= ?',
      [putBackAfter, before],
    );
    const end = Math.min(before, waiting?.id ?? before);
    const rows = await sql.select<Row>(PUT_BACK, [putBackAfter, end, limit]);
    const last = rows.at(-1);
    return last && pageOf(rows, { after, putBackAfter: last.place });
  }
}

function pageOf(rows: readonly Row[], progress: InsightPage['progress']): InsightPage {
  return { batch: { stream: 'events', rows: rows.flatMap((row) => insightOf(row) ?? []) }, progress };
}

function insightOf(row: Row): EventInsight | undefined {
  if (row.customer_key === null) return undefined;
  return {
    id: String(row.id),
    at: formatInstant(row.occurred_at),
    customerId: row.customer_key,
    name: row.name,
    messageId: row.message_id,
    layer: EVENT_LAYERS[row.layer] ?? 'behavioural',
    channel: row.channel,
    touchpoint: row.touchpoint,
    device: row.device,
    department: row.department,
    properties: JSON.parse(row.properties) as JsonObject,
    receivedAt: formatInstant(timeOfId(row.id)),
  };
}
