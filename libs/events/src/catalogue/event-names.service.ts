import { Injectable } from '@nestjs/common';
import type { ListQuery, Page } from '@parcours/http';

import type { KnownEvent } from './compiled-catalogue.js';
import { EventCatalogue, type EventNames } from './event-catalogue.service.js';
import { type EventNameRow, EventNamesStore, type EventViolationRow } from './event-names.store.js';

/** A name of an event: how often it came, and what is known of it. */
export interface ListedName {
  readonly row: EventNameRow;
  readonly known: KnownEvent | undefined;
}

/** The catalogue as people look at it: every name that was defined or has come. */
@Injectable()
export class EventNamesService {
  private listed: EventNames | undefined;

  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly store: EventNamesStore,
  ) {}

  async list(query: ListQuery): Promise<Page<ListedName>> {
    const names = await this.catalogue.read();
    await this.enter(names);
    const page = await this.store.names(query);
    return { ...page, data: page.data.map((row) => ({ row, known: names.get(row.name) })) };
  }

  async violations(query: ListQuery): Promise<Page<EventViolationRow>> {
    return this.store.violations(query);
  }

  /** Brings the table in line with what is published, when that has changed since the last look. */
  private async enter(names: EventNames): Promise<void> {
    if (this.listed === names) return;
    const before = new Map(await this.store.definitions());
    const now = new Map<string, string>();
    for (const { name, definition } of names.values())
      if (definition !== undefined) now.set(name, definition);
    await this.store.forget([...before.keys()].filter((name) => !now.has(name)));
    await this.store.define([...now].filter(([name, key]) => before.get(name) !== key));
    this.listed = names;
  }
}
