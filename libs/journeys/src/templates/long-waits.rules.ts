import { isJourneyDefinition } from '@parcours/engine';
import {
  describeDuration,
  type Finding,
  isJsonObject,
  type JsonObject,
  parseDuration,
  pointer,
} from '@parcours/kernel';

const YEAR_MS = 365 * 86_400_000;
const LONG_YEARS = 5;
const MOST_YEARS = 100;

/** Waits of more years than anybody plans for. */
export function longWaitFindings({ definition }: { readonly definition: JsonObject }): Finding[] {
  if (!isJourneyDefinition(definition)) return [];
  return Object.entries(definition.steps).flatMap(([key, step]) =>
    waitsOf(step).flatMap(({ duration, at }) => {
      const years = Math.abs(parseDuration(duration) ?? 0) / YEAR_MS;
      const words = describeDuration(duration, 'en');
      if (years <= LONG_YEARS) return [];
      return [tooLong(`/definition${pointer('steps', key)}${at}`, { words, years })];
    }),
  );
}

/** How long a step may wait: durations and JSON pointers inside it. */
function waitsOf(step: object): { duration: string; at: string }[] {
  const { for: rest, timeout, until }: { for?: unknown; timeout?: unknown; until?: unknown } = step;
  return [
    { duration: rest, at: '/for' },
    { duration: isJsonObject(timeout) ? timeout['after'] : undefined, at: '/timeout/after' },
    { duration: isJsonObject(until) ? until['offset'] : undefined, at: '/until/offset' },
  ].filter((wait): wait is { duration: string; at: string } => typeof wait.duration === 'string');
}

function tooLong(at: string, { words, years }: { words: string; years: number }): Finding {
  const suggestion = 'Wait for less, or begin another journey by the event or the date that is meant.';
  if (years > MOST_YEARS) {
    return {
      code: 'journeys.wait-too-long',
      severity: 'error',
      pointer: at,
      message: `Nobody comes to the end of ${words}: ${String(MOST_YEARS)} years is the most.`,
      suggestion,
    };
  }
  return {
    code: 'journeys.long-wait',
    severity: 'warning',
    pointer: at,
    message: `${words} is more than ${String(LONG_YEARS)} years; customers stay in this journey as long.`,
    suggestion,
  };
}
