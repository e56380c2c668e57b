import type { Database } from '@parcours/database';
import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { NaiveEngine } from './naive-engine.js';

/** Everything of one customer that has to come out the same: traits, passages with their steps, goals and messages. */
export interface Story {
  readonly customer: string;
  readonly traits: JsonObject;
  readonly passages: readonly PassageTold[];
}

interface PassageTold {
  readonly journey: string;
  readonly entryKey: string;
  readonly isHeldOut: boolean;
  readonly enteredAt: number;
  readonly step: string | null;
  readonly visit: number;
  readonly dueAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: string | null;
  readonly goals: readonly string[];
  /** `step:code`, in order. */
  readonly trail: readonly string[];
  /** `step visit state` */
  readonly messages: readonly string[];
}

const MESSAGE_STATES = ['queued', 'queued', 'sent', 'failed', 'withdrawn'];

export function storyOf(model: NaiveEngine): Story {
  return {
    customer: model.world.customer.id,
    traits: model.traits,
    passages: model.passages.map((passage) => ({
      journey: passage.journey,
      entryKey: passage.entryKey,
      isHeldOut: passage.heldOut,
      enteredAt: passage.enteredAt,
      step: passage.step,
      visit: passage.visit,
      dueAt: passage.dueAt,
      endedAt: passage.endedAt,
      endReason: passage.endReason,
      goals: [...passage.goals].sort(),
      trail: passage.trail,
      messages: model.messages
        .filter((message) => message.passage === passage)
        .map(({ step, visit, state }) => `${step} ${String(visit)} ${state}`),
    })),
  };
}

interface EnrollmentRow {
  readonly id: number;
  readonly customer: string;
  readonly journey: string;
  readonly entry_key: string;
  readonly step: string | null;
  readonly visit: number;
  readonly due_at: number | null;
  readonly entered_at: number;
  readonly ended_at: number | null;
  readonly end_reason: string | null;
  readonly progress: string | null;
}

/** The same, of every customer whose id begins so, out of the tables. */
export async function storyOnDisk({ sql }: Database, prefix: string): Promise<Story[]> {
  const like = [`${prefix}-%`];
  const ofThem = `FROM enrollments e JOIN customers c ON c.id = e.customer_id`;
  const customers = await sql.select<{ external_id: string; traits: string }>(
    'SELECT external_id, traits FROM customers WHERE external_id LIKE ? ORDER BY external_id',
    like,
  );
  const enrollments = await sql.select<EnrollmentRow>(
    `SELECT e.*, c.external_id AS customer, i.item_key AS journey ${ofThem}
     JOIN content_items i ON i.id = e.journey_id WHERE c.external_id LIKE ? ORDER BY e.entered_at, e.id`,
    like,
  );
  const records = await sql.select<{ enrollment_id: number; step: string; code: string }>(
    `SELECT s.enrollment_id, s.step, s.code ${ofThem}
     JOIN enrollment_steps s ON s.enrollment_id = e.id WHERE c.external_id LIKE ? ORDER BY s.visit`,
    like,
  );
  const messages = await sql.select<{ enrollment_id: number; step: string; visit: number; status: number }>(
    `SELECT m.enrollment_id, m.step, m.visit, m.status ${ofThem}
     JOIN messages m ON m.enrollment_id = e.id WHERE c.external_id LIKE ? ORDER BY m.visit`,
    like,
  );
  const goals = await sql.select<{ enrollment_id: number; goal: string }>(
    `SELECT g.enrollment_id, g.goal ${ofThem}
     JOIN enrollment_goals g ON g.enrollment_id = e.id WHERE c.external_id LIKE ? ORDER BY g.goal`,
    like,
  );
  return customers.map(({ external_id: customer, traits }) => ({
    customer,
    traits: objectIn(traits),
    passages: enrollments
      .filter((row) => row.customer === customer)
      .map(({ id, ...row }) => {
        const own = <T extends { enrollment_id: number }>(rows: readonly T[]) =>
          rows.filter(({ enrollment_id: of }) => of === id);
        return {
          journey: row.journey,
          entryKey: row.entry_key,
          isHeldOut: objectIn(row.progress ?? '{}')['isHeldOut'] === true,
          enteredAt: row.entered_at,
          step: row.step,
          visit: row.visit,
          dueAt: row.due_at,
          endedAt: row.ended_at,
          endReason: row.end_reason,
          goals: own(goals).map(({ goal }) => goal),
          trail: own(records).map(({ step, code }) => `${step}:${code}`),
          messages: own(messages).map(
            ({ step, visit, status }) => `${step} ${String(visit)} ${MESSAGE_STATES[status] ?? '?'}`,
          ),
        };
      }),
  }));
}

function objectIn(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isJsonObject(value) ? value : {};
}
