import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import type { Person } from '../person.js';

/** What somebody said about a thing. The one that begins a thread has its own id as that of the thread. */
export interface Comment {
  readonly id: number;
  readonly itemId: number;
  readonly threadId: number;
  /** Which part of the document it is about; null for the whole. */
  readonly pointer: string | null;
  /** Null where it was deleted and others have replied. */
  readonly text: string | null;
  readonly revision: number;
  readonly author: Person;
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** Of the whole thread; on the comment that began it. */
  readonly resolvedAt: number | null;
  readonly resolvedBy: string | null;
}

export type CommentChange = Partial<Pick<Comment, 'text' | 'editedAt' | 'resolvedAt' | 'resolvedBy'>>;

interface CommentRow {
  id: number;
  item_id: number;
  thread_id: number;
  pointer: string | null;
  text: string | null;
  revision: number;
  author_kind: Actor['kind'];
  author_id: number | null;
  author_name: string;
  created_at: number;
  edited_at: number | null;
  resolved_at: number | null;
  resolved_by: string | null;
}

const COLUMNS = [
  'id',
  'item_id',
  'thread_id',
  'pointer',
  'text',
  'revision',
  'author_kind',
  'author_id',
  'author_name',
  'created_at',
  'edited_at',
  'resolved_at',
  'resolved_by',
] as const;

export const COMMENT_LIST: ListSpec = {
  name: 'comments',
  fields: {
    id: { expression: 'id', type: 'id' },
    thread: { expression: 'thread_id', type: 'id' },
    pointer: { expression: 'pointer', type: 'text', nullable: true },
    author: { expression: 'author_name', type: 'text' },
    createdAt: { expression: 'created_at', type: 'instant' },
    resolved: { expression: '(resolved_at IS NOT NULL)', type: 'boolean', unsortable: true },
  },
  members: [
    'id',
    'thread',
    'pointer',
    'text',
    'author',
    'createdAt',
    'editedAt',
    'resolved',
    'resolvedAt',
    'resolvedBy',
    'revision',
  ],
  defaultSort: 'id',
  unique: 'id',
};

@Injectable()
export class CommentStore {
  constructor(private readonly database: Database) {}

  async list(itemId: number, query: ListQuery): Promise<Page<Comment>> {
    const page = await selectPage<CommentRow>(this.database.sql, {
      query,
      columns: COLUMNS.join(', '),
      from: 'content_comments',
      where: 'item_id = ?',
      parameters: [itemId],
    });
    return { ...page, data: page.data.map(toComment) };
  }

  async find(itemId: number, id: number): Promise<Comment | undefined> {
    const [row] = await this.database.sql.select<CommentRow>(
      `SELECT ${COLUMNS.join(', ')} FROM content_comments WHERE item_id = ? AND id = ?`,
      [itemId, id],
    );
    return row && toComment(row);
  }

  async add(sql: Sql, comment: Comment): Promise<void> {
    const { author } = comment;
    await sql.insert({
      table: 'content_comments',
      columns: COLUMNS,
      rows: [
        [
          comment.id,
          comment.itemId,
          comment.threadId,
          comment.pointer,
          comment.text,
          comment.revision,
          author.kind,
          author.id,
          author.name,
          comment.createdAt,
          comment.editedAt,
          comment.resolvedAt,
          comment.resolvedBy,
        ],
      ],
    });
  }

  /** False when it has another revision by now. */
  async change(
    { id, revision }: Comment,
    change: CommentChange,
    sql: Sql = this.database.sql,
  ): Promise<boolean> {
    const columns = {
      text: change.text,
      edited_at: change.editedAt,
      resolved_at: change.resolvedAt,
      resolved_by: change.resolvedBy,
    };
    const changes = Object.entries(columns).flatMap(([column, value]) =>
      value === undefined ? [] : [{ column, value }],
    );
    const affected = await sql.run(
      `UPDATE content_comments SET ${changes.map(({ column }) => `${column} = ?, `).join('')}revision = revision + 1
       WHERE id = ? AND revision = ?`,
      [...changes.map(({ value }) => value), id, revision],
    );
    return affected === 1;
  }

  /** One that others have replied to stays as a gap. False when it has another revision by now. */
  async remove(comment: Comment, at: number): Promise<boolean> {
    const { id, itemId, revision } = comment;
    return this.database.transaction(async ({ sql }) => {
      const replies = await sql.select(
        'SELECT id FROM content_comments WHERE item_id = ? AND thread_id = ? AND id <> ? LIMIT 1',
        [itemId, id, id],
      );
      if (replies.length > 0) return this.change(comment, { text: null, editedAt: at }, sql);
      const removed = await sql.run('DELETE FROM content_comments WHERE id = ? AND revision = ?', [
        id,
        revision,
      ]);
      return removed === 1;
    });
  }
}

function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    itemId: row.item_id,
    threadId: row.thread_id,
    pointer: row.pointer,
    text: row.text,
    revision: row.revision,
    author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
    createdAt: row.created_at,
    editedAt: row.edited_at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
  };
}
