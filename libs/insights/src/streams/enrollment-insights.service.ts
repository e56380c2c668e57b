import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { formatInstant } from '@parcours/kernel';
import type { EnrollmentInsight } from '@parcours/sdk';

import type { InsightPage, InsightSource, PageRequest } from './insight-source.js';

interface Row {
  id: number;
  customer_key: string | null;
  journey: string | null;
  version: number | null;
  entered_at: number;
}

const PAGE = `SELECT n.id, c.external_id AS customer_key, i.item_key AS journey, v.number AS version, n.entered_at
  FROM (SELECT id, customer_id, journey_id, version_id, entered_at FROM enrollments
        WHERE id > ? AND id < ? ORDER BY id LIMIT ?) n
  LEFT JOIN customers c ON c.id = n.customer_id
  LEFT JOIN content_items i ON i.id = n.journey_id
  LEFT JOIN content_versions v ON v.id = n.version_id
  ORDER BY n.id`;

/** That customers entered journeys, which never changes; what becomes of them does. */
@Injectable()
export class EnrollmentInsights implements InsightSource {
  async page(sql: Sql, { progress, before, limit }: PageRequest): Promise<InsightPage | undefined> {
    const rows = await sql.select<Row>(PAGE, [progress.after, before, limit]);
    const last = rows.at(-1);
    if (!last) return undefined;
    return {
      batch: { stream: 'enrollments', rows: rows.flatMap((row) => insightOf(row) ?? []) },
      progress: { after: last.id, putBackAfter: progress.putBackAfter },
    };
  }
}

function insightOf({ id, customer_key, journey, version, entered_at }: Row): EnrollmentInsight | undefined {
  if (customer_key === null || journey === null || version === null) return undefined;
  return { id: String(id), at: formatInstant(entered_at), customerId: customer_key, journey, version };
}
