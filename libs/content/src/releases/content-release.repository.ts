import { Injectable } from '@nestjs/common';
import { Database, type Sql, type SqlValue } from '@parcours/database';
import { ActionTrail, type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import { type Actor, formatInstant, type JsonObject } from '@parcours/kernel';

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

/** What becomes of a release, and by whom. */
export interface ReleaseEvent {
  readonly event: 'scheduled' | 'unscheduled' | 'published' | 'rolled-back' | 'failed';
  readonly by: Actor;
}

@Injectable()
export class ContentReleaseRepository {
  constructor(
    private readonly database: Database,
    private readonly trail: ActionTrail,
  ) {}

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

  async add(release: ContentRelease, by: Actor): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      await insertRelease(sql, release);
      await this.trail.record(sql, { ...namesOf(release, 'created'), after: recorded(release), by });
    });
  }

  /** Answers false when the release has another revision by now. */
  async change(release: ContentRelease, change: ReleaseChange, told: ReleaseEvent): Promise<boolean> {
    return this.database.transaction(({ sql }) => this.changeWithin(sql, { release, change, ...told }));
  }

  /** As `change`, in a transaction that writes more. */
  async changeWithin(
    sql: Sql,
    { release, change, event, by }: { release: ContentRelease; change: ReleaseChange } & ReleaseEvent,
  ): Promise<boolean> {
    if (!(await changeRelease(sql, release, change))) return false;
    const [before, after] = [recorded(release), recorded({ ...release, ...change })];
    await this.trail.record(sql, { ...namesOf(release, event), before, after, by });
    return true;
  }

  /** Answers false when the release has another revision by now. */
  async remove(release: ContentRelease, by: Actor): Promise<boolean> {
    return this.database.transaction(async ({ sql }) => {
      const { id, revision } = release;
      const gone = await sql.run('DELETE FROM content_releases WHERE id = ? AND revision = ?', [
        id,
        revision,
      ]);
      if (gone !== 1) return false;
      await this.trail.record(sql, { ...namesOf(release, 'deleted'), before: recorded(release), by });
      return true;
    });
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

/** For a release that is made with its members' changes, which tell of it. */
export async function insertRelease(sql: Sql, release: ContentRelease): Promise<void> {
  await sql.insert({
    table: 'content_releases',
    columns: Object.keys(COLUMNS),
    rows: [Object.values(COLUMNS).map((valueOf) => valueOf(release))],
  });
}

async function changeRelease(sql: Sql, release: ContentRelease, change: ReleaseChange): Promise<boolean> {
  const changed = { ...release, ...change, revision: release.revision + 1 };
  const assignments = Object.keys(COLUMNS).map((column) => `${column} = ?`);
  const affected = await sql.run(
    `UPDATE content_releases SET ${assignments.join(', ')} WHERE id = ? AND revision = ?`,
    [...Object.values(COLUMNS).map((valueOf) => valueOf(changed)), release.id, release.revision],
  );
  return affected === 1;
}

function namesOf({ id }: ContentRelease, event: string) {
  return { action: `release.${event}`, subject: { type: 'releases', key: String(id) } };
}

/** What the audit log remembers of a release; its members tell of themselves. */
function recorded({ name, note, status, items, scheduledAt }: ContentRelease): JsonObject {
  return {
    name,
    note,
    status,
    items: items.map(({ type, key, action }) => ({ type, key, action })),
    scheduledAt: scheduledAt === null ? null : formatInstant(scheduledAt),
  };
}
