import { Injectable } from '@nestjs/common';
import type { ErrorItem } from '@parcours/kernel';

import { EventCatalogue, type EventNames } from '../catalogue/event-catalogue.service.js';
import { EventCounts } from '../catalogue/event-counts.service.js';
import { joinOrigins } from '../event-origin.js';
import { EventIntake } from './event-intake.service.js';
import type { EventEntry } from './inbox-entry.js';

/** Defects are of the properties: pointers begin there. */
export interface ReceivedEvent {
  readonly entry: EventEntry;
  readonly defects: readonly ErrorItem[];
}

const NONE: readonly ErrorItem[] = [];

/** Where events come in: held against the catalogue, made durable, counted. */
@Injectable()
export class EventReceiver {
  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly intake: EventIntake,
    private readonly counts: EventCounts,
  ) {}

  /**
   * Resolves when the events are on disk, with what is wrong with the properties of each. An event that is not what
   * its definition says is kept and marked.
   * @throws events.backlog
   */
  async receive(entries: readonly EventEntry[]): Promise<readonly ReceivedEvent[]> {
    const known = this.catalogue.read();
    const names = known instanceof Promise ? await known : known;
    const received = entries.map((entry) => heldAgainst(names, entry));
    await this.intake.accept(received.map(({ entry }) => entry));
    this.counts.count(
      received.map(({ entry: { name, messageId }, defects }) => ({ name, messageId, defects })),
    );
    return received;
  }
}

function heldAgainst(names: EventNames, entry: EventEntry): ReceivedEvent {
  const known = names.get(entry.name);
  if (!known) return { entry, defects: NONE };
  const defects = known.check?.(entry.properties) ?? NONE;
  const origin = joinOrigins(entry.origin, known.origin);
  return { entry: { ...entry, origin, ...(defects.length > 0 && { breaksSchema: true }) }, defects };
}
