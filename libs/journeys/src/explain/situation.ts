import type { ContentSnapshot } from '@parcours/content';
import {
  type CustomerView,
  type EntryHistory,
  entryScope,
  isJourneyDefinition,
  type JourneyDefinition,
  type Trigger,
} from '@parcours/engine';
import type { Contact } from '@parcours/messaging';

import type { Enrollment } from '../enrollments/enrollment.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import type { RunningJourney } from '../templates/running-journeys.service.js';
import type { PastEvent } from './explain.store.js';

/** A journey as it is published now. */
export interface PublishedJourney extends RunningJourney {
  readonly definition: JourneyDefinition;
  readonly number: number;
  /** When it was published for the first time, in milliseconds since the epoch. */
  readonly firstPublishedAt: number;
}

/** What an explanation of one customer and one journey goes by: everything as it is now. */
export interface Situation {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly customer: CustomerView;
  /** What reached them lately, as far as caps count it, and what waits for them. */
  readonly contacts: readonly Contact[];
  /** The workspace's zone. */
  readonly timezone: string;
  readonly journeyKey: string;
  /** Undefined where no version of it is published. */
  readonly journey: PublishedJourney | undefined;
  /** Nobody enters it, or takes a step in it. */
  readonly isPaused: boolean;
  /** Their passages through it, the latest first. */
  readonly passages: readonly Enrollment[];
  /** Their last events and triggers that could let them in, the latest first. */
  readonly triggers: readonly PastTrigger[];
}

/** Something that could have let the customer in. */
export interface PastTrigger {
  readonly at: number;
  readonly trigger: Trigger;
}

/** A journey with the definition that it was compiled from. */
export function publishedJourney(
  running: RunningJourney,
  content: ContentSnapshot,
  firstPublishedAt: number,
): PublishedJourney | undefined {
  const version = content.byKey(JOURNEY_TEMPLATE_TYPE, running.key);
  const definition = version?.document.definition;
  if (!version || !isJourneyDefinition(definition)) return undefined;
  return { ...running, definition, number: version.number, firstPublishedAt };
}

/** What decided on re-entry at a moment, or decides now. */
export function entryHistoryAt(passages: readonly Enrollment[], moment: number): EntryHistory {
  const active: { entryKey: string }[] = [];
  const lastEndedAt: Record<string, number> = {};
  for (const { entryKey, state } of passages) {
    const { enteredAt, endedAt } = state;
    if (enteredAt > moment) continue;
    if (endedAt === null || endedAt > moment) active.push({ entryKey });
    else lastEndedAt[entryKey] = Math.max(endedAt, lastEndedAt[entryKey] ?? 0);
  }
  return { active, lastEndedAt };
}

/**
 * Kept events as the triggers that they were; `triggerEvent` is what a trigger through the API is kept as. An event that
 * a trigger names counts whether or not it is as the trigger asks; what Parcours tells of groups and dates counts where
 * it is about those of the journey.
 */
export function triggersAmong(
  events: readonly PastEvent[],
  journey: Pick<PublishedJourney, 'key' | 'compiled' | 'definition'>,
  { triggerEvent, ...who }: Pick<Situation, 'customer' | 'now'> & { readonly triggerEvent: string },
): PastTrigger[] {
  const { key, compiled, definition } = journey;
  const named = new Set(
    definition.entry.triggers.flatMap((trigger) => (trigger.type === 'event' ? [trigger.event] : [])),
  );
  return events.flatMap(({ name, properties, occurredAt: at }): PastTrigger[] => {
    if (name === triggerEvent) {
      const { journey: meant, context } = properties;
      if (meant !== key || typeof context !== 'object' || context === null || Array.isArray(context)) {
        return [];
      }
      // What needs no trigger of the journey's own was a step of another journey.
      const { hasApiTrigger } = compiled;
      const trigger: Trigger = hasApiTrigger
        ? { type: 'api', context }
        : { type: 'journey', journey: '', context };
      return [{ at, trigger }];
    }
    const trigger: Trigger = { type: 'event', event: { name, properties, occurredAt: at } };
    const scope = entryScope({ ...who, trigger });
    const isMeant = named.has(name) || compiled.triggers.get(name)?.some((holds) => !holds || holds(scope));
    return isMeant ? [{ at, trigger }] : [];
  });
}
