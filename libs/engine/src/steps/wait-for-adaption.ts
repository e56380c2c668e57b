import { canonicalJson, parseDuration } from '@parcours/kernel';
import type { RestingWait, WaitAdaption } from './step-type.js';
import { awaitedEventName } from './awaited-event.js';
import type { AwaitedEvent, WaitForStep } from './wait-for.js';

/**
 * What becomes of those who rest in a wait-for when the step changes: they wait for what the new one names. A time-out
 * that is there already stays when it is; one that is new counts from the beginning of the wait. Of a list of which all
 * have to come, what has come counts on.
 */
export function adaptWaitFor(from: WaitForStep, to: WaitForStep): WaitAdaption | undefined {
  const before = identitiesOf(from);
  const after = identitiesOf(to);
  const isSameList = canonicalJson([before, !from.all]) === canonicalJson([after, !to.all]);
  if (isSameList && !from.timeout === !to.timeout) return undefined;
  const timeoutMs = to.timeout && (parseDuration(to.timeout.after) ?? 0);
  const events = awaitedBy(to);
  return ({ waiting, dueAt }: RestingWait) => {
    const since = waiting?.since ?? 0;
    const come = new Set(
      (from.all && to.all && waiting?.done ? waiting.done : []).map((index) => before[index]),
    );
    const done = after.flatMap((identity, index) => (come.has(identity) ? [index] : []));
    if (done.length === after.length) return undefined;
    const names = events.filter((_, index) => !done.includes(index)).map(awaitedEventName);
    return {
      dueAt: timeoutMs === undefined ? null : (dueAt ?? since + timeoutMs),
      waiting: { for: 'events', since, events: [...new Set(names)], ...(done.length > 0 && { done }) },
    };
  };
}

function awaitedBy({ all, any = [] }: WaitForStep): readonly AwaitedEvent[] {
  return all ?? any;
}

function identitiesOf(step: WaitForStep): string[] {
  return awaitedBy(step).map(({ next: _, ...awaited }) => canonicalJson(awaited));
}
