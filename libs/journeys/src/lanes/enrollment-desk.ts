import type { EntryHistory, Passage } from '@parcours/engine';

import type { Enrollment, EnrollmentRecord, PastEnrollment } from '../enrollments/enrollment.js';
import type { LaneWork } from './lane-work.js';

/** The enrollments of a batch while it is being worked. */
export class EnrollmentDesk {
  private readonly byId = new Map<number, Enrollment>();
  private readonly idsByCustomer = new Map<number, number[]>();
  private readonly past = new Map<string, PastEnrollment[]>();
  private readonly changed = new Set<number>();
  readonly records: EnrollmentRecord[] = [];

  constructor({ enrollments, due, past, ended }: LaneWork) {
    for (const enrollment of [...ended, ...enrollments, ...due]) this.put(enrollment);
    for (const passage of past) this.remember(passage);
  }

  get(id: number): Enrollment | undefined {
    return this.byId.get(id);
  }

  /** Those under way at this moment; ones that start later are not among them. */
  activeOf(customerId: number): Enrollment[] {
    return (this.idsByCustomer.get(customerId) ?? []).flatMap((id) => {
      const enrollment = this.byId.get(id);
      return enrollment?.state.status === 'active' ? [enrollment] : [];
    });
  }

  /** The one that began last of those that have ended, unless one is under way. */
  lastEnded(customerId: number, journeyId: number): Enrollment | undefined {
    const all = (this.idsByCustomer.get(customerId) ?? []).flatMap((id) => this.byId.get(id) ?? []);
    const [last] = all
      .filter((enrollment) => enrollment.journeyId === journeyId)
      .sort((a, b) => b.state.enteredAt - a.state.enteredAt || b.id - a.id);
    return last?.state.status === 'ended' ? last : undefined;
  }

  /** What decides on re-entry, this batch included. */
  historyOf(customerId: number, journeyId: number): EntryHistory {
    const lastEndedAt: Record<string, number> = {};
    for (const { entryKey, endedAt } of this.past.get(placeOf(customerId, journeyId)) ?? []) {
      lastEndedAt[entryKey] = Math.max(endedAt, lastEndedAt[entryKey] ?? 0);
    }
    const active = this.activeOf(customerId).filter((enrollment) => enrollment.journeyId === journeyId);
    return { active, lastEndedAt };
  }

  /** Passages that have ended, read later than the rest. */
  recall(past: readonly PastEnrollment[]): void {
    for (const passage of past) this.remember(passage);
  }

  /** Takes over where a passage has led an enrollment. */
  apply(enrollment: Enrollment, passage: Passage): Enrollment {
    const { heldDueAt: _held, failure: _failure, ...rest } = enrollment;
    const moved: Enrollment = { ...rest, state: passage.state };
    this.put(moved);
    this.changed.add(moved.id);
    for (const record of passage.records) this.records.push({ enrollmentId: moved.id, record });
    const { endedAt } = passage.state;
    if (endedAt !== null) this.remember({ ...moved, endedAt });
    return moved;
  }

  /** Takes it off the clock until its journey goes on. */
  park(enrollment: Enrollment): void {
    const { state } = enrollment;
    this.put({ ...enrollment, heldDueAt: state.dueAt, state: { ...state, dueAt: null } });
    this.changed.add(enrollment.id);
  }

  /** Lets what could not be worked be tried at once. */
  retry(enrollment: Enrollment, at: number): void {
    this.put({ ...enrollment, failure: null, state: { ...enrollment.state, dueAt: at } });
    this.changed.add(enrollment.id);
  }

  /** Sets when an enrollment is resumed. */
  setDue(id: number, dueAt: number): void {
    const enrollment = this.byId.get(id);
    if (enrollment?.state.status !== 'active') return;
    this.put({ ...enrollment, state: { ...enrollment.state, dueAt } });
    this.changed.add(id);
  }

  /** Ends an enrollment without a step of its journey that says so. */
  end(enrollment: Enrollment, { reason, at }: { reason: string; at: number }): void {
    const { state } = enrollment;
    const ended = { step: null, status: 'ended', endedAt: at, endReason: reason, dueAt: null } as const;
    this.put({ ...enrollment, state: { ...state, ...ended, waiting: null } });
    this.changed.add(enrollment.id);
  }

  /** Those to be written. */
  changes(): Enrollment[] {
    return [...this.changed].flatMap((id) => this.byId.get(id) ?? []);
  }

  private put(enrollment: Enrollment): void {
    if (!this.byId.has(enrollment.id)) {
      const ids = this.idsByCustomer.get(enrollment.customerId);
      if (ids) ids.push(enrollment.id);
      else this.idsByCustomer.set(enrollment.customerId, [enrollment.id]);
    }
    this.byId.set(enrollment.id, enrollment);
  }

  private remember({ customerId, journeyId, entryKey, endedAt }: PastEnrollment): void {
    const place = placeOf(customerId, journeyId);
    const passages = this.past.get(place) ?? [];
    this.past.set(place, passages);
    passages.push({ customerId, journeyId, entryKey, endedAt });
  }
}

function placeOf(customerId: number, journeyId: number): string {
  return `${String(customerId)}-${String(journeyId)}`;
}
