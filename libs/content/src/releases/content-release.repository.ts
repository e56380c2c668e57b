import { Injectable } from '@nestjs/common';
import { Database, type Sql, type SqlValue } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { type ContentRelease, ContentReleaseRow, RELEASE_STATUSES } from './content-release.entity.js';

export const RELEASE_LIST: ListSpec = {
  name: 'releases',
  fields: {
    id: { expression: 'id', type: 'id' },
    name: { expression: 'name', type: 'text' },
    status: { expression: 'status', type: 'enum', values: RELEASE_STATUSES },
    createdBy: { expression: 'created_by', type: 'text' },
    createdAt: { expression: 'created_at', type: 'instant' },
    updatedAt: { expression: 'updated_at', type: 'instant' },
    scheduledAt: { expression: 'scheduled_at', type: 'instant', nullable: true },
    publishedAt: { expression: 'published_at', type: 'instant', nullable: true },
  },
  members: [
    'id',
    'name',
    'note',
    'status',
    'items',
    'revision',
    'scheduledAt',
    'scheduleFailure',
    'publishedAt',
    'createdAt',
    'createdBy',
    'updatedAt',
  ],
  defaultSort: '-id',
  unique: 'id',
};

/** A release in another state; the rest stays. */
export type ReleaseChange = Pick<ContentRelease, 'status' | 'updatedAt'> &
  Partial<Pick<ContentRelease, 'items' | 'scheduledAt' | 'schedule' | 'publishedAt'>>;

@Injectable()
export class ContentReleaseRepository {
  constructor(private readonly database: Database) {}

  async findById(id: number): Promise<ContentRelease | undefined> {
    return (await this.releases.findOneBy({ id })) ?? undefined;
  }

  async list(query: ListQuery): Promise<Page<ContentRelease>> {
    const page = await selectPage<{ id: number }>(this.database.sql, {
      query,
      columns: 'id',
      from: 'content_releases',
    });
    const ids = page.data.map(({ id }) => id);
    const found = ids.length === 0 ? [] : await this.releases.findBy(ids.map((id) => ({ id })));
    const byId = new Map(found.map((release) => [release.id, release]));
    return { ...page, data: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  async scheduledUntil(until: number): Promise<{ id: number; at: number }[]> {
    return this.database.sql.select(
      'SELECT id, scheduled_at AS at FROM content_releases WHERE scheduled_at <= ? ORDER BY scheduled_at LIMIT 1000',
      [until],
    );
  }

  async add(release: ContentRelease): Promise<void> {
    await insertRelease(this.database.sql, release);
  }

  /** Answers false when the release has another revision by now. */
  async change(release: ContentRelease, change: ReleaseChange): Promise<boolean> {
    return changeRelease(this.database.sql, release, change);
  }

  /** Answers false when the release has another revision by now. */
  async remove({ id, revision }: ContentRelease): Promise<boolean> {
    const gone = await this.database.sql.run('DELETE FROM content_releases WHERE id = ? AND revision = ?', [
      id,
      revision,
    ]);
    return gone === 1;
  }

  private get releases() {
    return this.database.dataSource.getRepository(ContentReleaseRow);
  }
}

const COLUMNS: Readonly<Record<string, (release: ContentRelease) => SqlValue>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  note: ({ note }) => note,
  status: ({ status }) => status,
  items: ({ items }) => JSON.stringify(items),
  revision: ({ revision }) => revision,
  scheduled_at: ({ scheduledAt }) => scheduledAt,
  schedule: ({ schedule }) => schedule && JSON.stringify(schedule),
  published_at: ({ publishedAt }) => publishedAt,
  created_at: ({ createdAt }) => createdAt,
  created_by: ({ createdBy }) => createdBy,
  updated_at: ({ updatedAt }) => updatedAt,
};

export async function insertRelease(sql: Sql, release: ContentRelease): Promise<void> {
  await sql.insert({
    table: 'content_releases',
    columns: Object.keys(COLUMNS),
    rows: [Object.values(COLUMNS).map((valueOf) => valueOf(release))],
  });
}

/** Inside a transaction or outside. Answers false when the release has another revision by now. */
export async function changeRelease(
  sql: Sql,
  release: ContentRelease,
  change: ReleaseChange,
): Promise<boolean> {
  const changed = { ...release, ...change, revision: release.revision + 1 };
  const assignments = Object.keys(COLUMNS).map((column) => `${column} = ?`);
  const affected = await sql.run(
    `UPDATE content_releases SET ${assignments.join(', ')} WHERE id = ? AND revision = ?`,
    [...Object.values(COLUMNS).map((valueOf) => valueOf(changed)), release.id, release.revision],
  );
  return affected === 1;
}
