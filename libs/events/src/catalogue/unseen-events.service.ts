import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import type { HeardEvent } from '@parcours/conditions';
import type { ContentSnapshot } from '@parcours/content';
import { Injectable } from '@nestjs/common';
import { type Finding, nearest } from '@parcours/kernel';

import { RESERVED_EVENT_PREFIXES } from '../api/event.schema.js';
import { definedEvent, EVENT_DEFINITION_TYPE } from './event-definition.type.js';
import { NAMES_MAX, OTHER_NAMES } from './event-counts.service.js';
import { EventNamesStore } from './event-names.store.js';

/** Parcours raises events of these names without anybody sending them. */
const OWN_PREFIXES = [...RESERVED_EVENT_PREFIXES, 'consent.', 'preference.'];

/** Finds the events that something listens to although nobody has ever seen them. */
@Injectable()
export class UnseenEvents {
  constructor(private readonly store: EventNamesStore) {}

  /**
   * A warning for each event that has never come, that no published definition or touchpoint tells of, and that is not
   * among those that are raised within. One statement, and none where every name is known from what is published.
   */
  async findings(
    heard: readonly HeardEvent[],
    { published, raised }: { published: ContentSnapshot; raised: Iterable<string> },
  ): Promise<Finding[]> {
    const told = new Set([...raised, ...toldIn(published)]);
    const untold = heard.filter(({ event }) => !told.has(event) && !isOwn(event));
    if (untold.length === 0) return [];
    const seen = new Set(await this.store.seenNames(NAMES_MAX + 1));
    // Beyond so many names they are not kept apart: whether one of them has come is not known.
    if (seen.has(OTHER_NAMES)) return [];
    const known = [...new Set([...told, ...seen])].sort();
    return untold.flatMap(({ event, pointer }) => (seen.has(event) ? [] : [unseen(event, pointer, known)]));
  }
}

function toldIn(published: ContentSnapshot): string[] {
  return [
    ...published.all(EVENT_DEFINITION_TYPE).map(({ key, document }) => definedEvent(document, key)),
    ...published
      .all(TOUCHPOINT_TYPE)
      .flatMap(({ document: { data = [] } }) => data.map(({ event }) => event)),
  ];
}

function isOwn(event: string): boolean {
  return OWN_PREFIXES.some((prefix) => event.startsWith(prefix));
}

function unseen(event: string, pointer: string, known: readonly string[]): Finding {
  const meant = nearest(event, known);
  return {
    code: 'events.never-seen',
    severity: 'warning',
    pointer,
    message: `The event '${event}' has never come, and nothing that is published tells of it.`,
    suggestion:
      meant === undefined
        ? `Send it, or publish an event definition for it, so that it is known.`
        : `Did you mean '${meant}'?`,
  };
}
