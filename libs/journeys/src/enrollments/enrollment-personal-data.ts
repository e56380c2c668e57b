import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  byId,
  byKey,
  type Ownership,
  type PersonalData,
  PersonalDataCatalogue,
  personalRows,
} from '@parcours/audience';

/** The end reason of an enrollment whose customer was erased on the way. */
export const ERASED = 'erased';

const NOBODY = 0;

const OF_THEIR_ENROLLMENTS: Ownership = {
  where: 'enrollment_id IN (SELECT id FROM enrollments WHERE customer_id IN (?))',
  parameters: ({ ids }) => [ids],
};

/** Which way somebody went stays, so that what was counted stays true; why, which cites what is known of them, goes. */
const STEPS = personalRows({
  table: 'enrollment_steps',
  of: OF_THEIR_ENROLLMENTS,
  order: ['enrollment_id', 'visit'],
  json: ['detail'],
  erase: { set: { detail: null } },
});

const declared = personalRows({
  table: 'enrollments',
  of: byId('customer_id'),
  order: ['id'],
  json: ['waiting', 'context', 'progress'],
  omit: ['lane'],
  erase: { set: { customer_id: NOBODY, entry_key: '', context: '{}', waiting: null, failure: null } },
});

/** What was reached stays, so that what was counted stays true. */
const GOALS = personalRows({
  table: 'enrollment_goals',
  of: byId('customer_id'),
  order: ['enrollment_id', 'goal'],
  erase: { set: { customer_id: NOBODY } },
});

/** What came for passages of paused journeys. */
const HELD = personalRows({
  table: 'held_entries',
  of: byKey('customer_key'),
  order: ['id'],
  json: ['body'],
  omit: ['lane'],
  erase: 'delete',
});

/** Passages that are under way end. */
const ENROLLMENTS: PersonalData = {
  ...declared,
  erase: async (sql, subject) => {
    const { ids, now } = subject;
    if (ids.length === 0) return 0;
    await sql.run(
      `UPDATE enrollments SET is_active = 0, step = NULL, due_at = NULL, held_due_at = NULL, ended_at = ?, end_reason = ?
       WHERE customer_id IN (?) AND is_active = 1`,
      [now, ERASED, ids],
    );
    return declared.erase(sql, subject);
  },
};

/** Declares what this library holds of people. */
@Injectable()
export class EnrollmentPersonalData implements OnModuleInit {
  constructor(private readonly catalogue: PersonalDataCatalogue) {}

  onModuleInit(): void {
    // Steps are found by their enrollments, which are nobody's afterwards.
    this.catalogue.register(STEPS, GOALS, HELD, ENROLLMENTS);
  }
}
