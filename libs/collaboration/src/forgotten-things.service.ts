import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentChanges } from '@parcours/content';
import type { Sql } from '@parcours/database';

const TABLES = [
  'content_comments',
  'content_review_plans',
  'content_reviews',
  'content_authors',
  'content_approvals',
  'content_approval_requests',
] as const;

/** What was said, planned and decided about a thing goes with it. */
@Injectable()
export class ForgottenThings implements OnModuleInit {
  constructor(private readonly changes: ContentChanges) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changing: async (sql, changes) => {
        const gone = changes.flatMap(({ action, itemId }) => (action === 'deleted' ? [itemId] : []));
        if (gone.length > 0) await this.forget(sql, gone);
      },
    });
  }

  private async forget(sql: Sql, itemIds: readonly number[]): Promise<void> {
    for (const table of TABLES) await sql.run(`DELETE FROM ${table} WHERE item_id IN (?)`, [itemIds]);
  }
}
