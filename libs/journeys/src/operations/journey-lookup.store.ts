import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';

import { JourneyErrors } from '../journeys.errors.js';

/** A journey as its template is kept, published or not. */
export interface KnownJourney {
  readonly id: number;
  readonly key: string;
  readonly publishedVersionId: number | null;
}

const SELECT = `SELECT id, item_key AS \`key\`, published_version_id AS publishedVersionId FROM content_items`;

/** Finds journeys by key, whether they are published or not: customers may be under way in either. */
@Injectable()
export class JourneyLookup {
  constructor(private readonly database: Database) {}

  /** @throws journeys.not-found */
  async require(key: string): Promise<KnownJourney> {
    const text = `${SELECT} WHERE type = 'journey-templates' AND item_key = ?`;
    const [found] = await this.database.sql.select<KnownJourney>(text, [key]);
    if (!found) throw JourneyErrors.unknown({ key });
    return found;
  }

  async byId(sql: Sql, id: number): Promise<KnownJourney | undefined> {
    const [found] = await sql.select<KnownJourney>(`${SELECT} WHERE id = ?`, [id]);
    return found;
  }
}
