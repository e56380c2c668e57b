import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import type { JsonObject, JsonValue, LocalisedText } from '@parcours/kernel';
import { isJsonObject } from '@parcours/kernel';

/** How far what somebody has said was dealt with. */
export const FEEDBACK_STATES = ['new', 'acknowledged', 'followed-up', 'closed'] as const;

export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** An answer to a survey as those see it who deal with it, with keys in place of ids. */
export interface FeedbackRow {
  readonly id: number;
  readonly survey: string;
  readonly survey_version: number;
  readonly score: number;
  readonly comment: string | null;
  readonly customer_id: number;
  /** Null where the customer was erased. */
  readonly customer_key: string | null;
  /** Null where the journey was deleted since; likewise below. */
  readonly journey: string | null;
  readonly step: string;
  readonly enrollment_id: number;
  readonly answered_at: number;
  readonly state: FeedbackState;
  readonly acknowledged_by: number | null;
  readonly refusal: string | null;
  readonly message_status: number | null;
  readonly message_channel: string | null;
  readonly message_template: string | null;
  readonly message_finished_at: number | null;
  readonly leads_to: number | null;
  readonly leads_to_key: string | null;
  readonly closed_at: number | null;
}

/** Something that was changed because of what was said. */
export interface FeedbackChange {
  readonly id: number;
  readonly what: LocalisedText;
  readonly link: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: string;
}

/** The same with what belongs to it. */
export interface FeedbackView extends FeedbackRow {
  readonly changes: readonly FeedbackChange[];
  /** The passage that it has led to. */
  readonly followUp: number | undefined;
}

const STATE = `CASE WHEN a.closed_at IS NOT NULL THEN 'closed' WHEN a.leads_to IS NOT NULL THEN 'followed-up'
  WHEN a.acknowledged_by IS NOT NULL THEN 'acknowledged' ELSE 'new' END`;

const COLUMNS = `a.id, a.survey, a.survey_version, a.score, a.comment, a.customer_id, c.external_id AS customer_key,
  j.item_key AS journey, a.step, a.enrollment_id, a.answered_at, ${STATE} AS state, a.acknowledged_by, a.refusal,
  m.status AS message_status, m.channel AS message_channel, t.item_key AS message_template,
  m.finished_at AS message_finished_at, a.leads_to, l.item_key AS leads_to_key, a.closed_at`;

const FROM = `answers a
  LEFT JOIN customers c ON c.id = a.customer_id
  LEFT JOIN content_items j ON j.id = a.journey_id
  LEFT JOIN content_items l ON l.id = a.leads_to
  LEFT JOIN messages m ON m.id = a.acknowledged_by
  LEFT JOIN content_versions v ON v.id = m.template_version_id
  LEFT JOIN content_items t ON t.id = v.item_id`;

const IS_FEEDBACK = 'a.survey IS NOT NULL';

export const FEEDBACK_LIST: ListSpec = {
  name: 'feedback',
  fields: {
    id: { expression: 'a.id', type: 'id' },
    survey: { expression: 'a.survey', type: 'text' },
    version: { expression: 'a.survey_version', type: 'integer' },
    score: { expression: 'a.score', type: 'integer' },
    customerId: { expression: 'c.external_id', type: 'text', nullable: true },
    journey: { expression: 'j.item_key', type: 'text', nullable: true },
    step: { expression: 'a.step', type: 'text' },
    state: { expression: STATE, type: 'enum', values: FEEDBACK_STATES },
    answeredAt: { expression: 'a.answered_at', type: 'instant' },
    closedAt: { expression: 'a.closed_at', type: 'instant', nullable: true },
  },
  members: [
    'id',
    'survey',
    'version',
    'score',
    'comment',
    'customerId',
    'journey',
    'step',
    'enrollmentId',
    'state',
    'acknowledgement',
    'followUp',
    'changes',
    'answeredAt',
    'closedAt',
  ],
  defaultSort: '-id',
  unique: 'id',
};

interface ChangeRow {
  id: number;
  answer_id: number;
  what: string;
  link: string | null;
  changed_at: number;
  made_by: string;
}

/** What customers have said and what was done about it, for people to look at. */
@Injectable()
export class FeedbackViews {
  constructor(private readonly database: Database) {}

  async list(query: ListQuery): Promise<Page<FeedbackView>> {
    const { sql } = this.database;
    const selection = { query, columns: COLUMNS, from: FROM, where: IS_FEEDBACK, parameters: [] };
    const page = await selectPage<FeedbackRow>(sql, selection);
    return { ...page, data: await this.completed(page.data) };
  }

  async find(id: number): Promise<FeedbackView | undefined> {
    const text = `SELECT ${COLUMNS} FROM ${FROM} WHERE ${IS_FEEDBACK} AND a.id = ?`;
    const [view] = await this.completed(await this.database.sql.select<FeedbackRow>(text, [id]));
    return view;
  }

  /** Two statements more for a page. */
  private async completed(rows: readonly FeedbackRow[]): Promise<FeedbackView[]> {
    const changes = await this.changesOf(rows.map(({ id }) => id));
    const followUps = await this.followUpsOf(rows);
    return rows.map((row) => ({
      ...row,
      changes: changes.get(row.id) ?? [],
      followUp: followUps.get(row.id),
    }));
  }

  private async changesOf(ids: readonly number[]): Promise<ReadonlyMap<number, FeedbackChange[]>> {
    const found = new Map<number, FeedbackChange[]>();
    if (ids.length === 0) return found;
    const rows = await this.database.sql.select<ChangeRow>(
      `SELECT id, answer_id, what, link, changed_at, made_by FROM feedback_changes
       WHERE answer_id IN (?) ORDER BY answer_id, id`,
      [[...ids]],
    );
    for (const { id, answer_id: answer, what, link, changed_at: at, made_by: by } of rows) {
      const change = { id, what: JSON.parse(what) as LocalisedText, link, at, by };
      found.set(answer, [...(found.get(answer) ?? []), change]);
    }
    return found;
  }

  /** Passages carry the answer that they came from. */
  private async followUpsOf(rows: readonly FeedbackRow[]): Promise<ReadonlyMap<number, number>> {
    const led = rows.filter(({ leads_to }) => leads_to !== null);
    const found = new Map<number, number>();
    if (led.length === 0) return found;
    const passages = await this.database.sql.select<{ id: number; context: string }>(
      'SELECT id, context FROM enrollments WHERE customer_id IN (?) AND journey_id IN (?) ORDER BY id',
      [led.map(({ customer_id }) => customer_id), led.flatMap(({ leads_to }) => leads_to ?? [])],
    );
    for (const { id, context } of passages) {
      const answer = answerIn(JSON.parse(context) as JsonValue);
      if (answer !== undefined && !found.has(answer)) found.set(answer, id);
    }
    return found;
  }
}

function answerIn(context: JsonValue): number | undefined {
  const answer: JsonValue | undefined = isJsonObject(context) ? context['answer'] : undefined;
  const id = isJsonObject(answer) ? (answer satisfies JsonObject)['id'] : undefined;
  return typeof id === 'string' ? Number(id) : undefined;
}
