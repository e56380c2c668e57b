import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { Database, type Sql } from '@parcours/database';
import { type EventEntry, InboxStore, LANE_JOB } from '@parcours/events';
import { ActionTrail } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import {
  type Actor,
  Clock,
  formatInstant,
  IdGenerator,
  localeOf,
  type LocalisedText,
  resolveText,
} from '@parcours/kernel';

import type { FeedbackView } from './feedback-view.store.js';

/** What a change is told to its customer as. */
export const FEEDBACK_CHANGED_EVENT = 'feedback.changed';

export interface NewFeedbackChange {
  readonly what: LocalisedText;
  readonly link?: string;
  /** When it was changed; now, when left out. Milliseconds since the epoch. */
  readonly at?: number;
  /** Nothing more is to be done about it. */
  readonly closes: boolean;
}

/** Tells customers of what was changed: on disk with the change itself. */
@Injectable()
export class FeedbackTeller {
  constructor(
    private readonly customers: CustomerStore,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
    private readonly config: ParcoursConfig,
  ) {}

  /** In their words. Answers the lanes to wake after the commit: none where the customer is not there any more. */
  async tell(
    sql: Sql,
    feedback: FeedbackView,
    { change, at }: { change: NewFeedbackChange; at: number },
  ): Promise<ReadonlySet<number>> {
    const { id, survey, score, journey, step, enrollment_id: enrollment } = feedback;
    const customer = (await this.customers.findCurrent(sql, [feedback.customer_id])).get(
      feedback.customer_id,
    );
    if (!customer) return new Set();
    const fallback = this.config.workspace.locale;
    const what = resolveText(change.what, localeOf(customer.traits['locale']) ?? fallback, fallback);
    const entry: EventEntry = {
      kind: 'event',
      customerKey: customer.externalId,
      name: FEEDBACK_CHANGED_EVENT,
      messageId: undefined,
      occurredAt: at,
      properties: {
        ...{ feedback: String(id), survey, score, journey, step, enrollment: String(enrollment) },
        ...{ what, link: change.link ?? null, changedAt: formatInstant(change.at ?? at) },
      },
      traits: undefined,
    };
    const { rows, lanes } = this.inbox.rowsOf([entry]);
    await this.inbox.insert(sql, rows);
    return lanes;
  }

  wake(lanes: ReadonlySet<number>): void {
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
  }
}

/** Records what was changed because of what customers have said. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly teller: FeedbackTeller,
    private readonly trail: ActionTrail,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async change(feedback: FeedbackView, change: NewFeedbackChange, by: Actor): Promise<void> {
    const now = this.clock.now();
    const lanes = await this.database.transaction(async ({ sql }) => {
      await sql.insert({
        table: 'feedback_changes',
        columns: ['id', 'answer_id', 'what', 'link', 'changed_at', 'made_by'],
        rows: [
          [
            this.ids.next(),
            feedback.id,
            JSON.stringify(change.what),
            change.link ?? null,
            change.at ?? now,
            by.name,
          ],
        ],
      });
      if (change.closes) {
        await sql.run('UPDATE answers SET closed_at = ? WHERE id = ? AND closed_at IS NULL', [
          now,
          feedback.id,
        ]);
      }
      await this.trail.record(sql, {
        action: 'feedback.changed',
        subject: { type: 'feedback', key: String(feedback.id) },
        details: { what: change.what, link: change.link ?? null, closes: change.closes },
        by,
      });
      return this.teller.tell(sql, feedback, { change, at: now });
    });
    this.teller.wake(lanes);
  }
}
