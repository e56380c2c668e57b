import { parseDuration } from '@parcours/kernel';
import type { ActionStep } from './action.js';
import type { RestingWait, WaitAdaption } from './step-type.js';

/**
 * What becomes of those who rest in an action when the event that it waits for changes: they wait for the new one, and by
 * the old one still for what names their very call, as the other system was asked for that. A time-out that is there
 * already stays when it is; one that is new counts from the beginning of the wait.
 */
export function adaptAction(from: ActionStep, to: ActionStep): WaitAdaption | undefined {
  if (from.wait === to.wait && !from.timeout === !to.timeout) return undefined;
  const { wait, timeout } = to;
  const timeoutMs = timeout && (parseDuration(timeout.after) ?? 0);
  return ({ waiting, dueAt }: RestingWait) => {
    if (waiting?.for === 'call') {
      if (waiting.done) return { waiting, dueAt };
      const { events: _events, ...call } = waiting;
      return {
        waiting: wait === undefined ? call : { ...waiting, events: awaited(wait, waiting.events) },
        dueAt,
      };
    }
    if (waiting?.for !== 'events' || wait === undefined) return undefined;
    return {
      waiting: { ...waiting, events: awaited(wait, waiting.events) },
      dueAt: timeoutMs === undefined ? null : (dueAt ?? waiting.since + timeoutMs),
    };
  };
}

function awaited(wait: string, before: readonly string[] = []): string[] {
  return [...new Set([wait, ...before])];
}
