import type { JsonObject } from '@parcours/kernel';

import type { AskedCustomer } from './membership-rule.js';

/** A time at which a rule tells of its members. */
export interface RuleOccurrence {
  /** What clocks show there, in milliseconds as if it were UTC: tells occurrences apart whatever the zone. */
  readonly wall: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * What makes a rule one of the calendar: it tells of each member again whenever a time of theirs comes, once. What a
 * membership of such a rule keeps as the time of entering is the wall clock up to which occurrences have been answered.
 */
export interface RuleCalendar {
  /** The name of the event that tells of it. */
  readonly event: string;
  /** A time that has passed already when it becomes known is not made up. */
  readonly isPlanned: boolean;
  /** `undefined` for a customer who has no time. */
  readonly around: (
    asked: AskedCustomer,
  ) => { readonly latest: RuleOccurrence | undefined; readonly wallNow: number } | undefined;
  /** What the event carries. */
  readonly tell: (occurrence: RuleOccurrence) => JsonObject;
}

/** What is known of a membership while it is asked about. */
export interface CalendarStanding {
  /** Absent for somebody who becomes a member now. */
  readonly answered: number | undefined;
  /** When the customer was to be looked at, by what is stored. */
  readonly dueAt: number;
}

/** What comes of asking a rule of the calendar about somebody who belongs. */
export interface CalendarAnswer {
  readonly answered: number;
  /** To be told of now. */
  readonly occurrence: RuleOccurrence | undefined;
}

/** Which occurrence is to be told of, if one is. Each is told of once: whoever joins later has no part in it. */
export function answerCalendar(
  calendar: RuleCalendar,
  asked: AskedCustomer,
  { answered, dueAt }: CalendarStanding,
): CalendarAnswer {
  const around = calendar.around(asked);
  if (answered === undefined) return { answered: around?.wallNow ?? 0, occurrence: undefined };
  const latest = around?.latest;
  if (!latest || latest.wall <= answered) return { answered, occurrence: undefined };
  const isTold = !calendar.isPlanned || dueAt <= latest.at;
  return { answered: latest.wall, occurrence: isTold ? latest : undefined };
}
