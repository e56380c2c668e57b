import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type CommitBatch, GroupCommit } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';

import { MessagingErrors } from '../messaging.errors.js';
import { type NewReaction, REACTION_JOB, REACTION_KEY } from './reaction.js';
import { ReactionInbox } from './reaction-inbox.store.js';

/** From this size on a group is part of a rush: what counts is throughput. */
const RUSH_ROWS = 100;

/** Takes reactions in by group commit: many readers, one insert. */
@Injectable()
export class ReactionIntake {
  private readonly groups: GroupCommit<CommitBatch>;

  constructor(
    database: Database,
    private readonly inbox: ReactionInbox,
    private readonly jobs: JobRunner,
  ) {
    this.groups = new GroupCommit({
      insert: (rows) => this.inbox.insert(database.sql, rows),
      committed: (batches) => {
        this.wake(batches.reduce((sum, { rows }) => sum + rows.length, 0));
      },
      refusal: () => MessagingErrors.reactionBacklog({}, { retryAfter: 1 }),
    });
  }

  /** Resolves when they are on disk. @throws messages.reaction-backlog when the database does not keep up. */
  accept(reactions: readonly NewReaction[]): Promise<void> {
    if (reactions.length === 0) return Promise.resolve();
    return this.groups.add(() => this.inbox.rowsOf(reactions));
  }

  /** After the commit of so many. */
  wake(count: number): void {
    this.jobs.wake(REACTION_JOB, [REACTION_KEY], count >= RUSH_ROWS ? 'rush' : 'calm');
  }
}
