import { Injectable } from '@nestjs/common';
import type { ContentItem } from '@parcours/content';
import { assertMatch, assertNoDefects, covers, HttpErrors, type ListQuery, type Page } from '@parcours/http';
import { type Actor, idOf } from '@parcours/kernel';

import { COMMENT_CREATED, type CommentEventData } from '../collaboration-events.js';
import { CollaborationErrors } from '../collaboration.errors.js';
import { Moments } from '../moments.service.js';
import { isSame, presentPerson } from '../person.js';
import { ToldChanges } from '../told-changes.service.js';
import { type Comment, CommentStore } from './comment.store.js';

export interface NewComment {
  readonly text: string;
  readonly pointer?: string;
  /** The id of the comment that is replied to. */
  readonly replyTo?: string;
}

export interface CommentEdit {
  readonly text?: string;
  readonly resolved?: boolean;
}

/** Who wants to change a comment, and whether other people's are in their care. */
export interface Editor {
  readonly actor: Actor;
  readonly isModerator: boolean;
  readonly ifMatch?: string | undefined;
}

/** True for scopes that put everything of a type in somebody's hands: `touchpoints:*`. */
export function mayModerate(owned: readonly string[], scopes: string): boolean {
  return covers(owned, `${scopes}:moderate`);
}

/** What people say about things. */
@Injectable()
export class CommentService {
  constructor(
    private readonly comments: CommentStore,
    private readonly changes: ToldChanges,
    private readonly moments: Moments,
  ) {}

  async list({ id }: ContentItem, query: ListQuery): Promise<Page<Comment>> {
    return this.comments.list(id, query);
  }

  /** @throws collaboration.comment-not-found */
  async require(item: ContentItem, id: number): Promise<Comment> {
    const found = await this.comments.find(item.id, id);
    if (!found) throw CollaborationErrors.commentNotFound({ id: String(id) });
    return found;
  }

  /** A reply goes to the thread of what it replies to. @throws http.invalid-request */
  async add(item: ContentItem, { text, pointer, replyTo }: NewComment, actor: Actor): Promise<Comment> {
    const answered = replyTo === undefined ? undefined : await this.answered(item, replyTo);
    if (answered && pointer !== undefined && pointer !== answered.pointer) {
      const detail = 'A reply is about what its thread is about. Leave it out.';
      assertNoDefects([{ pointer: '/pointer', code: 'schema.not-allowed', detail }], 'body');
    }
    const { id, at: createdAt } = this.moments.next();
    const { kind, id: authorId, name } = actor;
    const comment: Comment = {
      id,
      itemId: item.id,
      threadId: answered?.threadId ?? id,
      pointer: answered?.pointer ?? pointer ?? null,
      text,
      revision: 1,
      author: { kind, id: authorId, name },
      createdAt,
      editedAt: null,
      resolvedAt: null,
      resolvedBy: null,
    };
    await this.changes.commit(async (sql, tell) => {
      await this.comments.add(sql, comment);
      await tell(COMMENT_CREATED, eventData(item, comment), createdAt);
    });
    return comment;
  }

  /**
   * The text is its author's alone; anybody who may comment resolves a thread.
   * @throws collaboration.comment-not-found, collaboration.not-your-comment, http.stale, http.invalid-request
   */
  async edit(
    item: ContentItem,
    id: number,
    { text, resolved }: CommentEdit,
    editor: Editor,
  ): Promise<Comment> {
    const comment = await this.require(item, id);
    assertMatch(editor.ifMatch, comment.revision);
    if (text !== undefined) assertOwn(comment, editor.actor);
    if (resolved !== undefined && comment.id !== comment.threadId) {
      const detail = `A thread is resolved as a whole: at the comment ${String(comment.threadId)}.`;
      assertNoDefects([{ pointer: '/resolved', code: 'schema.not-allowed', detail }], 'body');
    }
    const now = this.moments.now();
    const isResolved = comment.resolvedAt !== null;
    const change = {
      ...(text !== undefined && text !== comment.text && { text, editedAt: now }),
      ...(resolved === true && !isResolved && { resolvedAt: now, resolvedBy: editor.actor.name }),
      ...(resolved === false && isResolved && { resolvedAt: null, resolvedBy: null }),
    };
    if (Object.keys(change).length === 0) return comment;
    if (!(await this.comments.change(comment, change))) throw HttpErrors.stale({});
    return { ...comment, ...change, revision: comment.revision + 1 };
  }

  /**
   * One that others have replied to leaves a gap, so that their words keep their place.
   * @throws collaboration.comment-not-found, collaboration.not-your-comment, http.stale
   */
  async remove(item: ContentItem, id: number, editor: Editor): Promise<void> {
    const comment = await this.require(item, id);
    assertMatch(editor.ifMatch, comment.revision);
    if (!editor.isModerator) assertOwn(comment, editor.actor);
    if (!(await this.comments.remove(comment, this.moments.now()))) throw HttpErrors.stale({});
  }

  private async answered(item: ContentItem, replyTo: string): Promise<Comment | undefined> {
    const found = await this.comments.find(item.id, idOf(replyTo));
    if (found) return found;
    const detail = `There is no comment ${replyTo} here.`;
    assertNoDefects([{ pointer: '/replyTo', code: 'schema.not-allowed', detail }], 'body');
    return undefined;
  }
}

function assertOwn({ id, author, text }: Comment, actor: Actor): void {
  if (text !== null && isSame(author, actor)) return;
  throw CollaborationErrors.notYourComment({ id: String(id) });
}

function eventData(
  { type, key }: ContentItem,
  { id, threadId, pointer, text, author }: Comment,
): CommentEventData {
  return {
    contentType: type,
    key,
    comment: String(id),
    thread: String(threadId),
    pointer,
    text: text ?? '',
    by: presentPerson(author),
  };
}
