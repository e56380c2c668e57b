import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock, describeError } from '@parcours/kernel';

import { EventNamesStore } from './event-names.store.js';
import { type CountedEvent, EventTally, type NameCount, type ViolationCount } from './event-tally.js';

const WRITE_EVERY_MS = 1_000;
/** Names that anybody can make up are counted one by one up to here, and under `*` beyond. */
export const NAMES_MAX = 10_000;
export const OTHER_NAMES = '*';

/**
 * Counts events behind the back of the requests that bring them: in memory, written once a second by one statement
 * (and another when schemas were broken). A process that dies takes a second of counts with it, and no event.
 */
@Injectable()
export class EventCounts implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventCounts.name);
  private readonly tally = new EventTally();
  private seen: Set<string> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();

  constructor(
    private readonly store: EventNamesStore,
    private readonly clock: Clock,
  ) {}

  count(events: readonly CountedEvent[]): void {
    const now = this.clock.now();
    for (const event of events) this.tally.count(event, now);
    if (this.timer !== undefined || this.tally.isEmpty) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.write();
    }, WRITE_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.write();
    await this.writing;
  }

  private write(): void {
    const { names, violations } = this.tally.take();
    if (names.length === 0) return;
    this.writing = this.writing
      .then(() => this.keep(names, violations))
      .catch((error: unknown) => {
        this.logger.warn(`counts of events not written: ${describeError(error)}`);
      });
  }

  private async keep(names: readonly NameCount[], violations: readonly ViolationCount[]): Promise<void> {
    this.seen ??= new Set(await this.store.seenNames(NAMES_MAX));
    const { seen } = this;
    const known = names.filter(({ name }) => seen.has(name));
    const fresh = names.filter(({ name }) => !seen.has(name));
    const room = Math.max(0, NAMES_MAX - seen.size);
    const kept = fresh.slice(0, room);
    await this.store.addCounts([...known, ...kept, ...othersOf(fresh.slice(room))]);
    await this.store.addViolations(violations);
    await this.store.markFirst(kept);
    for (const { name } of kept) seen.add(name);
  }
}

function othersOf(names: readonly NameCount[]): NameCount[] {
  if (names.length === 0) return [];
  const sum = (member: 'received' | 'violating') => names.reduce((total, count) => total + count[member], 0);
  return [
    {
      name: OTHER_NAMES,
      received: sum('received'),
      violating: sum('violating'),
      firstAt: Math.min(...names.map(({ firstAt }) => firstAt)),
      lastAt: Math.max(...names.map(({ lastAt }) => lastAt)),
    },
  ];
}
