import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Customer,
  type CustomerHolding,
  CustomerHoldings,
  type CustomerMerge,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { MessageStore } from '@parcours/messaging';

import { HeldEntryStore } from '../pauses/held-entry.store.js';
import { OutsideCallStore } from '../outside/outside-call.store.js';
import { RunningJourneys } from '../templates/running-journeys.service.js';
import type { Enrollment } from './enrollment.js';
import { EnrollmentStore } from './enrollment.store.js';
import { doubledEnrollments, MERGED } from './merged-enrollments.rules.js';

/** What becomes of a customer's enrollments. */
@Injectable()
export class EnrollmentHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'enrollments';
  readonly tables = ['enrollments', 'enrollment_steps', 'enrollment_goals', 'held_entries'] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly enrollments: EnrollmentStore,
    private readonly messages: MessageStore,
    private readonly calls: OutsideCallStore,
    private readonly journeys: RunningJourneys,
    private readonly held: HeldEntryStore,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  async merge(sql: Sql, { winner, loser, now }: CustomerMerge): Promise<Record<string, number>> {
    const ended = await this.endDoubles(sql, [winner.id, loser.id], now);
    const enrollments = await sql.run(
      // The other lane may have resumed what this one still holds: whether it is held there is for its next batch to say.
      `UPDATE enrollments SET customer_id = ?, lane = ?, due_at = COALESCE(due_at, held_due_at), held_due_at = NULL
       WHERE customer_id = ?`,
      [winner.id, winner.lane, loser.id],
    );
    await sql.run('UPDATE enrollment_goals SET customer_id = ? WHERE customer_id = ?', [winner.id, loser.id]);
    await this.held.handOn(sql, loser.externalId, { lane: winner.lane, customerKey: winner.externalId });
    return { enrollments, enrollmentsEnded: ended };
  }

  async remove(sql: Sql, { id, externalId }: Customer): Promise<void> {
    await this.held.remove(sql, externalId);
    await sql.run(
      'DELETE FROM enrollment_steps WHERE enrollment_id IN (SELECT id FROM enrollments WHERE customer_id = ?)',
      [id],
    );
    await sql.run('DELETE FROM enrollment_goals WHERE customer_id = ?', [id]);
    await sql.run('DELETE FROM enrollments WHERE customer_id = ?', [id]);
  }

  /** One person goes through a journey once at a time: where both were under way, who entered first goes on. */
  private async endDoubles(sql: Sql, customerIds: readonly number[], now: number): Promise<number> {
    const active = await this.enrollments.activeOf(sql, customerIds);
    const pinned = await this.journeys.pinned(
      sql,
      active.map(({ versionId }) => versionId),
    );
    const doubles = doubledEnrollments(active, ({ versionId }) => {
      const { mode, key } = pinned.get(versionId)?.compiled.reentry ?? {};
      return mode === 'always' && !key;
    });
    const ended = doubles.map(({ enrollment }) => asEnded(enrollment, now));
    await this.enrollments.save(sql, ended);
    await this.enrollments.addRecords(
      sql,
      doubles.map(({ enrollment: { id, state }, goesOn }) => ({
        enrollmentId: id,
        record: {
          visit: state.visit,
          step: state.step ?? '',
          type: 'exit',
          at: now,
          code: MERGED,
          detail: { goesOn: String(goesOn.id) },
        },
      })),
    );
    const ids = ended.map(({ id }) => id);
    await this.messages.withdraw(sql, ids, now);
    await this.calls.withdraw(sql, ids, now);
    return ended.length;
  }
}

function asEnded(enrollment: Enrollment, now: number): Enrollment {
  const { state } = enrollment;
  return {
    ...enrollment,
    state: {
      ...state,
      step: null,
      status: 'ended',
      endedAt: now,
      endReason: MERGED,
      dueAt: null,
      waiting: null,
    },
  };
}
