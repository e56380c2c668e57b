import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentChanges, type ContentSnapshot, PublishedContent } from '@parcours/content';
import { Clock } from '@parcours/kernel';

import { type CompiledCatalogue, compileCatalogue, type KnownEvent } from './compiled-catalogue.js';

/** What is published elsewhere is known here after this time. */
const STALE_MS = 1_000;

/** What is known of events by their names, under the content that is published. */
export type EventNames = ReadonlyMap<string, KnownEvent>;

/** Compiles the definitions of events when they change; asks whether they have once a second at most. */
@Injectable()
export class EventCatalogue implements OnModuleInit {
  private snapshot: ContentSnapshot | undefined;
  private catalogue: CompiledCatalogue = { events: new Map(), schemas: new Map() };
  private readAt = Number.NEGATIVE_INFINITY;
  /** Counts what this process has published. */
  private generation = 0;
  private reading: Promise<EventNames> | undefined;

  constructor(
    private readonly content: PublishedContent,
    private readonly changes: ContentChanges,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changed: () => {
        this.generation++;
        this.readAt = Number.NEGATIVE_INFINITY;
      },
    });
  }

  /** At most a second old, and never older than what this process has published. Not inside a transaction. */
  read(): EventNames | Promise<EventNames> {
    if (this.clock.now() - this.readAt < STALE_MS) return this.catalogue.events;
    this.reading ??= this.refresh().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async refresh(): Promise<EventNames> {
    const startedAt = this.clock.now();
    const { generation } = this;
    const snapshot = await this.content.snapshot();
    if (snapshot !== this.snapshot) {
      this.catalogue = compileCatalogue(snapshot, this.catalogue.schemas);
      this.snapshot = snapshot;
    }
    // What was published meanwhile asks for another look.
    if (generation === this.generation) this.readAt = startedAt;
    return this.catalogue.events;
  }
}
