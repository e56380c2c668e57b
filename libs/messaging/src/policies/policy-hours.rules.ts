import {
  chooseZone,
  CUSTOMER_ZONE,
  type DayWindow,
  firstInside,
  firstOutside,
  parseTimeOfDay,
  WEEKDAYS,
} from '@parcours/engine';

import type { MessageCategory } from '../outbox/message.js';
import type { Hours, PolicyRules } from './channel-policy.js';

const ZERO = { hour: 0, minute: 0 };

/** Hours of a policy, ready to be asked. */
export interface CompiledHours {
  readonly kind: 'quiet-hours' | 'outside-send-windows';
  readonly policy: string;
  /** Nothing is sent inside of quiet ones, and outside of all of the others. */
  readonly windows: readonly DayWindow[];
  readonly timezone: string;
  readonly skips: boolean;
  readonly categories: ReadonlySet<MessageCategory>;
}

/** Where the clock is read. */
export interface HoursPlace {
  /** Their zone is looked up only where hours ask for it. */
  readonly customer: { readonly timezone?: string | undefined };
  readonly workspaceZone: string;
  readonly category: MessageCategory;
}

/** When a message may go out, and what has kept it that long; `undefined` time where it never may. */
export interface HoursAnswer {
  readonly at: number | undefined;
  /** The last that kept it; `undefined` where nothing did. */
  readonly kept: CompiledHours | undefined;
}

/** Hours that push each other on: two that leave a gap of a minute a week have met by then. */
const MOST_ROUNDS = 200;

export function windowOf({ from, to, weekdays }: Hours): DayWindow {
  const minuteOf = (text: string) => {
    const { hour, minute } = parseTimeOfDay(text) ?? ZERO;
    return hour * 60 + minute;
  };
  const days = weekdays && new Set(weekdays.map((day) => WEEKDAYS.indexOf(day) + 1));
  return { fromMinute: minuteOf(from), toMinute: minuteOf(to), weekdays: days };
}

/** Quiet hours each by itself; send windows that differ in nothing but their times together, for one of them is enough. */
export function compileHours(
  { quietHours = [], sendWindows = [] }: PolicyRules,
  policy: string,
): CompiledHours[] {
  const quiet = quietHours.map((hours): CompiledHours => ({
    kind: 'quiet-hours',
    ...sharedOf(hours),
    policy,
    windows: [windowOf(hours)],
  }));
  const open = new Map<string, CompiledHours>();
  for (const hours of sendWindows) {
    const shared = sharedOf(hours);
    const name = JSON.stringify([shared.timezone, [...shared.categories].sort()]);
    const known = open.get(name);
    open.set(name, {
      kind: 'outside-send-windows',
      ...shared,
      skips: shared.skips || (known?.skips ?? false),
      policy,
      windows: [...(known?.windows ?? []), windowOf(hours)],
    });
  }
  return [...quiet, ...open.values()];
}

function sharedOf({ timezone = CUSTOMER_ZONE, then = 'hold', categories = ['marketing'] }: Hours) {
  return { timezone, skips: then === 'skip', categories: new Set(categories) };
}

/** The first time from `at` on at which all of the hours let a message of the category go. */
export function firstAllowed(hours: readonly CompiledHours[], at: number, place: HoursPlace): HoursAnswer {
  let kept: CompiledHours | undefined;
  let moment = at;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = moment;
    for (const each of hours) {
      if (!each.categories.has(place.category)) continue;
      const zone = zoneOf(each, place);
      const next =
        each.kind === 'quiet-hours'
          ? firstOutside(each.windows, moment, zone)
          : firstInside(each.windows, moment, zone);
      if (next === moment) continue;
      kept = each;
      if (next === undefined || each.skips) return { at: next, kept: each };
      moment = next;
    }
    if (moment === before) return { at: moment, kept };
  }
  return { at: undefined, kept };
}

/** The customer's zone is read only where it is asked for: it may have to be found out by their phone number. */
function zoneOf({ timezone }: CompiledHours, { customer, workspaceZone }: HoursPlace): string {
  const known = timezone === CUSTOMER_ZONE ? customer.timezone : undefined;
  return chooseZone(timezone, { timezone: known }, workspaceZone);
}
