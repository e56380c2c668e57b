import { Injectable } from '@nestjs/common';
import { type ContentSnapshot, PublishedContent, type PublishedVersion } from '@parcours/content';
import type { Sql } from '@parcours/database';
import { compileJourney, type CompiledJourney } from '@parcours/engine';
import { LRUCache } from 'lru-cache';

import { JOURNEY_TEMPLATE_TYPE, type JourneyTemplateDocument } from './journey-template.type.js';

/** A published version of a journey, compiled. */
export interface RunningJourney {
  readonly itemId: number;
  readonly versionId: number;
  readonly key: string;
  readonly compiled: CompiledJourney;
}

/** The journeys that customers can enter under the content that is published now. */
export interface OpenJourneys {
  readonly content: ContentSnapshot;
  readonly byKey: ReadonlyMap<string, RunningJourney>;
  readonly byTriggerEvent: ReadonlyMap<string, readonly RunningJourney[]>;
}

const COMPILED_VERSIONS = 2_000;

/** Compiles each published version once and keeps it. */
@Injectable()
export class RunningJourneys {
  private readonly versions = new LRUCache<number, RunningJourney>({ max: COMPILED_VERSIONS });
  private opened: OpenJourneys | undefined;

  constructor(private readonly content: PublishedContent) {}

  /** What can be entered now; asks the database only whether anything was published since. Not inside a transaction. */
  async open(): Promise<OpenJourneys> {
    const content = await this.content.snapshot();
    if (this.opened?.content === content) return this.opened;
    const byKey = new Map<string, RunningJourney>();
    const byTriggerEvent = new Map<string, RunningJourney[]>();
    for (const version of content.all(JOURNEY_TEMPLATE_TYPE)) {
      const journey = this.compiled(version);
      byKey.set(journey.key, journey);
      for (const event of journey.compiled.triggerEvents) {
        byTriggerEvent.set(event, [...(byTriggerEvent.get(event) ?? []), journey]);
      }
    }
    this.opened = { content, byKey, byTriggerEvent };
    return this.opened;
  }

  /** The versions that enrollments are pinned to, whether still published or not. */
  async pinned(sql: Sql, versionIds: Iterable<number>): Promise<ReadonlyMap<number, RunningJourney>> {
    const found = new Map<number, RunningJourney>();
    const missing: number[] = [];
    for (const versionId of new Set(versionIds)) {
      const known = this.versions.get(versionId);
      if (known) found.set(versionId, known);
      else missing.push(versionId);
    }
    if (missing.length === 0) return found;
    for (const version of (await this.content.versions(JOURNEY_TEMPLATE_TYPE, missing, sql)).values()) {
      found.set(version.versionId, this.compiled(version));
    }
    return found;
  }

  private compiled({
    itemId,
    versionId,
    key,
    document,
  }: PublishedVersion<JourneyTemplateDocument>): RunningJourney {
    const known = this.versions.get(versionId);
    if (known) return known;
    const journey = { itemId, versionId, key, compiled: compileJourney(document.definition) };
    this.versions.set(versionId, journey);
    return journey;
  }
}
