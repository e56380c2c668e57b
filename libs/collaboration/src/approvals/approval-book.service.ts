import { Injectable } from '@nestjs/common';
import type { ContentItem } from '@parcours/content';
import type { Sql } from '@parcours/database';
import { assertMatch } from '@parcours/http';
import { isJsonObject } from '@parcours/kernel';

import { CollaborationErrors } from '../collaboration.errors.js';
import type { Person } from '../person.js';
import { Things } from '../things.service.js';
import { type ApprovalRequest, ApprovalRequestStore } from './approval-request.store.js';
import { ApprovalRuleStore } from './approval-rule.store.js';
import { type Approval, type ApprovalStanding, draftHash, standingOf } from './approval.rules.js';
import { ApprovalStore, type DraftState } from './approval.store.js';

/** Everything about the approval of a draft as it is. */
export interface ApprovalState extends ApprovalStanding {
  readonly required: number;
  readonly lastAuthor: Person | undefined;
  readonly decisions: readonly Approval[];
  readonly request: ApprovalRequest | undefined;
}

interface DraftRow {
  draft: string;
  revision: number;
  published_number: number | null;
  published_revision: number | null;
}

/** How drafts stand with those who have to approve them. */
@Injectable()
export class ApprovalBook {
  constructor(
    private readonly rules: ApprovalRuleStore,
    private readonly approvals: ApprovalStore,
    private readonly requests: ApprovalRequestStore,
    private readonly things: Things,
  ) {}

  async state(sql: Sql, item: ContentItem, hash = draftHash(item.draft)): Promise<ApprovalState> {
    const draft = { itemId: item.id, hash };
    const required = await this.rules.required(sql, item.type);
    const decisions = await this.approvals.decisions(sql, draft);
    const lastAuthor = await this.approvals.lastAuthor(sql, item.id);
    const request = await this.requests.latest(sql, draft);
    return { ...standingOf(decisions, { lastAuthor, required }), required, lastAuthor, decisions, request };
  }

  /**
   * The draft as it is, which nobody changes until the commit.
   * @throws content.not-found, http.stale, collaboration.nothing-to-approve
   */
  async lockDraft(sql: Sql, item: ContentItem, ifMatch: string | undefined): Promise<DraftState> {
    const [row] = await sql.select<DraftRow>(
      `SELECT draft, revision, published_number, published_revision FROM content_items WHERE id = ?${sql.forUpdate}`,
      [item.id],
    );
    assertMatch(ifMatch, row?.revision);
    const draft: unknown = JSON.parse(row?.draft ?? 'null');
    if (!row || !isJsonObject(draft) || isPublished(row)) {
      throw CollaborationErrors.nothingToApprove(this.things.words(item));
    }
    return { itemId: item.id, hash: draftHash(draft) };
  }

  async ask(sql: Sql, request: ApprovalRequest): Promise<void> {
    await this.requests.add(sql, request);
  }

  /** Keeps a decision, and what it makes of the request. */
  async decide(
    sql: Sql,
    item: ContentItem,
    { id, draft, approval }: { id: number; draft: DraftState; approval: Approval },
  ): Promise<ApprovalState> {
    await this.approvals.decide(sql, id, draft, approval);
    const { isApproved, rejectedBy } = await this.state(sql, item, draft.hash);
    const open = isApproved ? 'approved' : 'open';
    await this.requests.settle(sql, draft, rejectedBy.length > 0 ? 'rejected' : open);
    return this.state(sql, item, draft.hash);
  }
}

function isPublished({ published_number, published_revision, revision }: DraftRow): boolean {
  return published_number !== null && published_revision === revision;
}
