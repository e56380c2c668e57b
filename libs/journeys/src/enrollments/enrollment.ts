import type { Effect, EnrollmentState, StepRecord } from '@parcours/engine';

/** One passage of one customer through one published version of a journey. */
export interface Enrollment {
  readonly id: number;
  readonly lane: number;
  readonly customerId: number;
  readonly journeyId: number;
  readonly versionId: number;
  /** Enrollments of one customer in one journey with different keys run side by side. */
  readonly entryKey: string;
  readonly state: EnrollmentState;
  /** When it would have been due, had its journey not been paused. */
  readonly heldDueAt?: number | null;
  /** Why it could not be worked when its time came. */
  readonly failure?: string | null;
}

export interface EnrollmentRecord {
  readonly enrollmentId: number;
  readonly record: StepRecord;
}

/** A goal that an enrollment has reached. */
export interface ReachedGoal extends Omit<Extract<Effect, { type: 'goal' }>, 'type'> {
  readonly enrollment: Enrollment;
}

/** When a customer last left a journey, for one entry key. */
export interface PastEnrollment {
  readonly customerId: number;
  readonly journeyId: number;
  readonly entryKey: string;
  readonly endedAt: number;
}
