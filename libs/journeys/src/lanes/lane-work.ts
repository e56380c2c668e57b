import type { ConsentChange, Customer } from '@parcours/audience';
import type { InboxEntry, InboxRow, StoredEvent } from '@parcours/events';
import type { Displaced, NewMessage, Redelivered } from '@parcours/messaging';

import type { HandledAnswer } from '../answers/answer.js';
import type { NewOutsideCall } from '../outside/outside-call.js';
import type { Enrollment, EnrollmentRecord, PastEnrollment, ReachedGoal } from '../enrollments/enrollment.js';
import type { HeldEntry } from '../pauses/held-entry.store.js';
import type { OpenJourneys, RunningJourney } from '../templates/running-journeys.service.js';
import type { OperationTally } from './operation-desk.js';

/** What one batch of a lane has in its hands: everything that is needed to decide, read once. */
export interface LaneWork {
  readonly lane: number;
  readonly now: number;
  readonly inbox: readonly InboxRow[];
  /** Inbox rows of customers who were merged into others: theirs from now on, and no work of this batch. */
  readonly handedOn: readonly HandedOn[];
  /** Inbox rows of what erased customers did before they were: taken from the lane, and nothing else. */
  readonly outdated: readonly InboxRow[];
  /** When ids that are nobody's now were erased. */
  readonly erased: ReadonlyMap<string, number>;
  readonly due: readonly Enrollment[];
  /** Customers whom segments have to be asked about because of the time, or on request. */
  readonly dueMembers: readonly { readonly id: number; readonly customerId: number }[];
  /** Customers of the inbox rows, of the due enrollments and of segments, as far as they exist. */
  readonly customers: readonly Customer[];
  /** Active enrollments of these customers. */
  readonly enrollments: readonly Enrollment[];
  readonly past: readonly PastEnrollment[];
  /** Ended ones for which an event of the inbox may reach a goal. */
  readonly ended: readonly Enrollment[];
  /** Message ids of the inbox that were worked before, as `seenIdOf` writes them. */
  readonly knownMessageIds: ReadonlySet<string>;
  readonly open: OpenJourneys;
  /** The versions that the enrollments are pinned to, by version id. */
  readonly pinned: ReadonlyMap<number, RunningJourney>;
}

/** Inbox rows of one customer, and who that is by now. */
export interface HandedOn {
  readonly ids: readonly number[];
  readonly to: { readonly lane: number; readonly customerKey: string };
}

/** A customer whose tags or consents steps have changed. */
export interface ChangedProfile {
  readonly before: Customer;
  readonly after: Customer;
  /** Every decision, and those that say something new. */
  readonly decisions: readonly ConsentChange[];
  readonly news: readonly ConsentChange[];
}

/** What follows from a batch, written in the same transaction. */
export interface LaneChanges {
  /** Not known before. Should somebody else create one of them meanwhile, the whole batch is decided anew. */
  readonly newCustomers: readonly Customer[];
  readonly customers: readonly Customer[];
  /** Tags and consents that steps have changed; written over what is above. */
  readonly profiles: readonly ChangedProfile[];
  readonly events: readonly StoredEvent[];
  readonly enrollments: readonly Enrollment[];
  readonly records: readonly EnrollmentRecord[];
  readonly messages: readonly NewMessage[];
  /** Messages that wait and have to make room for better ones. */
  readonly displaced: readonly Displaced[];
  /** Enrollments whose waiting messages are taken back. */
  readonly withdrawn: readonly number[];
  /** Calls to other systems. */
  readonly calls: readonly NewOutsideCall[];
  /** Enrollments that no longer wait for the call that they have asked for. */
  readonly withdrawnCalls: readonly number[];
  readonly goals: readonly ReachedGoal[];
  /** What follows for the same lane. */
  readonly entries: readonly InboxEntry[];
  /** What would follow, of journeys that go on setting each other off. */
  readonly refused: readonly InboxEntry[];
  /** What came for enrollments of paused journeys. */
  readonly held: readonly HeldEntry[];
  /** How entries of operations ended, by operation. */
  readonly operations: ReadonlyMap<number, OperationTally>;
  /** Enrollments whose failed messages are sent after all. */
  readonly retried: readonly number[];
  /** Answers that were acknowledged, or lead to journeys. */
  readonly answers: readonly HandledAnswer[];
  /** The messages that are. */
  readonly redelivered?: readonly Redelivered[];
  /** When the first of these customers has to be held against segments again. */
  readonly membersDueAt?: number | undefined;
}
