import { Injectable, type OnModuleInit } from '@nestjs/common';
import { COMES_INTO_USE, type ContentChange, ContentChanges } from '@parcours/content';
import type { Sql } from '@parcours/database';
import { declareVetoes } from '@parcours/http';

import { CollaborationErrors } from '../collaboration.errors.js';
import { Things } from '../things.service.js';
import { ApprovalRequestStore } from './approval-request.store.js';
import { ApprovalRuleStore } from './approval-rule.store.js';
import { ApprovalStore } from './approval.store.js';
import { draftHash, standingOf } from './approval.rules.js';

declareVetoes(COMES_INTO_USE, CollaborationErrors.approvalRequired, CollaborationErrors.rejected);

/** Forbids to publish what was not approved, whichever way it is published, and takes note of who changes drafts. */
@Injectable()
export class ApprovalGuard implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly rules: ApprovalRuleStore,
    private readonly approvals: ApprovalStore,
    private readonly requests: ApprovalRequestStore,
    private readonly things: Things,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({ changing: (sql, changes) => this.changing(sql, changes) });
  }

  private async changing(sql: Sql, changes: readonly ContentChange[]): Promise<void> {
    const written = changes.filter(({ action }) => action === 'created' || action === 'saved');
    await this.approvals.noteAuthors(sql, written);
    for (const change of changes.filter(comesIntoUse)) await this.assertApproved(sql, change);
    const outdated = changes.filter(({ action }) => action === 'saved' || action === 'published');
    await this.requests.outdate(
      sql,
      outdated.map(({ itemId }) => itemId),
    );
  }

  /** @throws collaboration.approval-required, collaboration.rejected */
  private async assertApproved(sql: Sql, change: ContentChange): Promise<void> {
    const { type, itemId, after, version } = change;
    const required = await this.rules.required(sql, type);
    if (required === 0 || after === null) return;
    const draft = { itemId, hash: draftHash(after) };
    const decisions = await this.approvals.decisions(sql, draft);
    const lastAuthor = await this.approvals.lastAuthor(sql, itemId);
    const { approvals, rejectedBy, isApproved } = standingOf(decisions, { lastAuthor, required });
    if (isApproved) return;
    // Rolling a release back brings back what was in use before: no draft is published.
    if (change.action === 'published' && (await this.approvals.isReinstated(sql, itemId, version))) return;
    const words = this.things.words(change);
    const [by] = rejectedBy;
    if (by) throw CollaborationErrors.rejected({ ...words, by: by.name });
    throw CollaborationErrors.approvalRequired({ ...words, approvals, required });
  }
}

/** Planning counts: whoever plans a publish is told at once. It is asked again when the time comes. */
function comesIntoUse({ action }: ContentChange): boolean {
  return action === 'published' || action === 'scheduled';
}
