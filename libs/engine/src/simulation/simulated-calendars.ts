import type { CompiledCalendar } from '../triggers/calendar.js';
import type { CustomerView, EventView } from '../run/state.js';

/** A time of a trigger that comes next. */
export interface NextCalendar {
  readonly at: number;
  readonly calendar: CompiledCalendar;
}

/** The triggers of a simulated journey that time sets off. */
export class SimulatedCalendars {
  private readonly firedAt = new Map<CompiledCalendar, number>();

  constructor(
    private readonly calendars: readonly CompiledCalendar[],
    private readonly workspaceZone: string,
  ) {}

  /** What comes next, at `now` or after; whoever is not in the segment of a schedule has no part in it. */
  next(customer: CustomerView, now: number): NextCalendar | undefined {
    let next: NextCalendar | undefined;
    for (const calendar of this.calendars) {
      const facts = customer.factsOf?.(customer.traits);
      if (calendar.segment !== undefined && facts?.isIn('segment', calendar.segment) !== true) continue;
      const since = Math.max(now - 1, this.firedAt.get(calendar) ?? -Infinity);
      const at = this.around(calendar, customer, since)?.nextAt ?? Infinity;
      if (at < Infinity && (!next || at < next.at)) next = { at, calendar };
    }
    return next;
  }

  /** The event by which a time is told. */
  fire({ at, calendar }: NextCalendar, customer: CustomerView): EventView | undefined {
    this.firedAt.set(calendar, at);
    const latest = this.around(calendar, customer, at)?.latest;
    if (!latest) return undefined;
    return {
      name: calendar.event,
      properties: { ...calendar.tell(latest), rule: calendar.key },
      occurredAt: at,
    };
  }

  private around(calendar: CompiledCalendar, { traits, timezone }: CustomerView, now: number) {
    return calendar.around({ traits, zone: timezone, now, workspaceZone: this.workspaceZone });
  }
}
