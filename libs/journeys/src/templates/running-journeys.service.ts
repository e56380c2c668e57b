import { Injectable } from '@nestjs/common';
import { type ContentSnapshot, PublishedContent, type PublishedVersion } from '@parcours/content';
import { Database, type Sql } from '@parcours/database';
import { type CompiledCalendar, compileJourney, type CompiledJourney } from '@parcours/engine';
import { LRUCache } from 'lru-cache';

import { JourneyPauseStore, type PausedJourneys } from '../pauses/journey-pause.store.js';
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
  readonly byGoalEvent: ReadonlyMap<string, readonly RunningJourney[]>;
  readonly byVersion: ReadonlyMap<number, RunningJourney>;
  readonly paused: PausedJourneys;
  /** One of them asks for what lies behind customers. */
  readonly hasAsks: boolean;
}

const COMPILED_VERSIONS = 2_000;

/** Compiles each published version once and keeps it. */
@Injectable()
export class RunningJourneys {
  private readonly versions = new LRUCache<number, RunningJourney>({ max: COMPILED_VERSIONS });
  private opened: OpenJourneys | undefined;

  constructor(
    private readonly content: PublishedContent,
    private readonly pauses: JourneyPauseStore,
    private readonly database: Database,
  ) {}

  /** What can be entered now; asks the database only whether anything was published since. Not inside a transaction. */
  async open(): Promise<OpenJourneys> {
    const content = await this.content.snapshot();
    if (this.opened?.content === content) return this.opened;
    const journeys = content.all(JOURNEY_TEMPLATE_TYPE).map((version) => this.compiled(version));
    // Whoever pauses or resumes a journey counts the revision of the content up.
    const paused = await this.pauses.current(this.database.sql);
    this.opened = openJourneysOf(content, journeys, paused);
    return this.opened;
  }

  /** Triggers that time sets off, of what is published; those that say the same once. */
  calendarsIn(content: ContentSnapshot): ReadonlyMap<string, CompiledCalendar> {
    const versions = content.all(JOURNEY_TEMPLATE_TYPE);
    const calendars = versions.flatMap((version) => this.compiled(version).compiled.calendars);
    return new Map(calendars.map((calendar) => [calendar.key, calendar]));
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

/** Journeys by what can set them off. */
export function openJourneysOf(
  content: ContentSnapshot,
  journeys: readonly RunningJourney[],
  paused: PausedJourneys = new Map(),
): OpenJourneys {
  const byTriggerEvent = new Map<string, RunningJourney[]>();
  const byGoalEvent = new Map<string, RunningJourney[]>();
  for (const journey of journeys) {
    for (const event of journey.compiled.triggerEvents) append(byTriggerEvent, event, journey);
    for (const event of journey.compiled.goalEvents) append(byGoalEvent, event, journey);
  }
  const byKey = new Map(journeys.map((journey) => [journey.key, journey]));
  const byVersion = new Map(journeys.map((journey) => [journey.versionId, journey]));
  const hasAsks = journeys.some(({ compiled }) => compiled.asks !== undefined);
  return { content, byKey, byVersion, byTriggerEvent, byGoalEvent, hasAsks, paused };
}

function append(journeys: Map<string, RunningJourney[]>, event: string, journey: RunningJourney): void {
  const others = journeys.get(event);
  if (others) others.push(journey);
  else journeys.set(event, [journey]);
}
