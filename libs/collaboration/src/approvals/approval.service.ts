import { Injectable } from '@nestjs/common';
import type { ContentItem } from '@parcours/content';
import { Database } from '@parcours/database';
import type { Actor } from '@parcours/kernel';

import { APPROVAL_DECIDED, APPROVAL_REQUESTED } from '../collaboration-events.js';
import { CollaborationErrors } from '../collaboration.errors.js';
import { Moments } from '../moments.service.js';
import { isSame, presentPerson } from '../person.js';
import { Things } from '../things.service.js';
import { ToldChanges } from '../told-changes.service.js';
import { ApprovalBook, type ApprovalState } from './approval-book.service.js';
import type { ApprovalRequest } from './approval-request.store.js';
import type { Decision } from './approval.rules.js';

/** Who says something about which draft, and the ETag that they have seen. */
export interface Speaker {
  readonly item: ContentItem;
  readonly actor: Actor;
  readonly ifMatch: string | undefined;
}

/** Asking for approval, and giving it. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly book: ApprovalBook,
    private readonly things: Things,
    private readonly changes: ToldChanges,
    private readonly moments: Moments,
    private readonly database: Database,
  ) {}

  async state(item: ContentItem): Promise<ApprovalState> {
    return this.book.state(this.database.sql, item);
  }

  /** @throws http.stale, collaboration.nothing-to-approve, collaboration.already-requested */
  async request({ item, actor, ifMatch }: Speaker, note: string | null): Promise<ApprovalRequest> {
    const { type: contentType, key } = item;
    return this.changes.commit(async (sql, tell) => {
      const draft = await this.book.lockDraft(sql, item, ifMatch);
      const { request: before, required, isApproved } = await this.book.state(sql, item, draft.hash);
      if (before?.status === 'open') throw CollaborationErrors.alreadyRequested(this.things.words(item));
      const { id, at: createdAt } = this.moments.next();
      const status = required > 0 && isApproved ? ('approved' as const) : ('open' as const);
      const request: ApprovalRequest = { id, ...draft, status, note, by: actor, createdAt };
      await this.book.ask(sql, request);
      const data = { contentType, key, request: String(id), note, required, by: presentPerson(actor) };
      await tell(APPROVAL_REQUESTED, data, createdAt);
      return request;
    });
  }

  /**
   * The last word of each counts, as long as the draft stays as it is.
   * @throws http.stale, collaboration.nothing-to-approve, collaboration.own-draft
   */
  async decide(
    { item, actor, ifMatch }: Speaker,
    { decision, note }: { decision: Decision; note: string | null },
  ): Promise<ApprovalState> {
    const { type: contentType, key } = item;
    return this.changes.commit(async (sql, tell) => {
      const draft = await this.book.lockDraft(sql, item, ifMatch);
      const { lastAuthor } = await this.book.state(sql, item, draft.hash);
      if (decision === 'approve' && lastAuthor && isSame(lastAuthor, actor)) {
        throw CollaborationErrors.ownDraft(this.things.words(item));
      }
      const { id, at } = this.moments.next();
      const approval = { decision, note, by: actor, at };
      const state = await this.book.decide(sql, item, { id, draft, approval });
      const { approvals, required, isApproved: approved } = state;
      const by = presentPerson(actor);
      await tell(
        APPROVAL_DECIDED,
        { contentType, key, decision, note, approvals, required, approved, by },
        at,
      );
      return state;
    });
  }
}
