import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { thingName } from '@parcours/content-files';
import { Database } from '@parcours/database';
import type { Finding, JsonObject } from '@parcours/kernel';
import { nearest } from '@parcours/kernel';

import { DraftCheck, type KnownContent, unknownReference } from '../items/draft-check.js';
import { ContentSnapshot, type PublishedVersion } from '../published/content-snapshot.js';
import { PublishedContent } from '../published/published-content.js';
import { type ContentName, selectUsages, type Usage } from '../references/content-reference.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { PlannedThing, ThingFinding } from './import-request.js';

const PER_TURN = 20;
const LISTED_USES = 100;

type Side = ThingFinding['side'];

/** Holds an import against everything as it will be: imported things may refer to each other. */
@Injectable()
export class ImportCheck {
  constructor(
    private readonly drafts: DraftCheck,
    private readonly published: PublishedContent,
    private readonly types: ContentTypeRegistry,
    private readonly database: Database,
  ) {}

  async findings(things: readonly PlannedThing[]): Promise<ThingFinding[]> {
    const whole = new ImportedWhole(things);
    const after = whole.snapshotAfter(await this.published.snapshot());
    const found: ThingFinding[] = [];
    for (const [at, thing] of things.entries()) {
      if (at % PER_TURN === 0) await nextTurn();
      if (thing.effects.includes('publish')) found.push(...(await this.ofPublished(thing, whole, after)));
      if (thing.effects.includes('save')) found.push(...(await this.ofDraft(thing, whole, after)));
      if (whole.goesOut(thing)) found.push(...(await this.usesLeft(thing, whole)));
    }
    return found;
  }

  private async ofPublished(
    thing: PlannedThing,
    whole: ImportedWhole,
    after: ContentSnapshot,
  ): Promise<ThingFinding[]> {
    const { type, key, incoming } = thing;
    const draft = publishedOf(thing);
    if (!draft) return [];
    const findings = await this.drafts.findings({ type, key, draft }, after, this.known(whole));
    return findings.map(of(thing, incoming?.published ? 'published' : 'draft'));
  }

  /** A draft may refer to what does not exist yet, but not to what the same import takes away. */
  private async ofDraft(
    thing: PlannedThing,
    whole: ImportedWhole,
    after: ContentSnapshot,
  ): Promise<ThingFinding[]> {
    const { type, key, incoming } = thing;
    const isPublished = thing.effects.includes('publish') && incoming?.published === undefined;
    if (!incoming || isPublished) return [];
    const known = this.known(whole);
    const previous = thing.existing?.draft;
    const found = this.drafts.fieldDefects(type, incoming.draft, { published: after, previous });
    for (const reference of this.types.referencesIn(type, incoming.draft)) {
      if (reference.type === type && reference.key === key) continue;
      if (await known.has(reference)) continue;
      const isTaken = whole.isDeleted(reference);
      const similar = nearest(reference.key, await known.keysOf(reference.type));
      const singular = this.types.singularOf(reference.type);
      const finding = unknownReference(reference, singular, isTaken ? undefined : similar);
      const message = `The ${singular} '${reference.key}' is deleted by the same import.`;
      found.push(isTaken ? { ...finding, message } : { ...finding, severity: 'warning' });
    }
    return found.map(of(thing, 'draft'));
  }

  /** Uses that stay when everything is written. */
  private async usesLeft(thing: PlannedThing, whole: ImportedWhole): Promise<ThingFinding[]> {
    const { existing, type, key } = thing;
    if (!existing) return [];
    const isDeleted = thing.effects.includes('delete');
    const sides: readonly Side[] = isDeleted ? ['draft', 'published'] : ['published'];
    const uses = await selectUsages(this.database.sql, existing, { sides, limit: LISTED_USES });
    const what = `${this.types.singularOf(type)} '${key}'`;
    const left = uses.filter((use) => whole.keeps(use));
    return left.map((use) => of(thing, 'draft')(this.inUse(use, what)));
  }

  private inUse(use: Usage, what: string): Finding {
    const who = `${this.types.singularOf(use.type)} '${use.key}'`;
    const side = use.side === 'draft' ? 'draft of the' : 'published';
    const message = `The ${side} ${who} refers to the ${what} at ${use.pointer}.`;
    return { code: 'content.in-use', severity: 'error', pointer: '', message };
  }

  /** What there is once all is written. */
  private known(whole: ImportedWhole): KnownContent {
    return {
      has: async (name) => !whole.isDeleted(name) && (whole.has(name) || (await this.drafts.has(name))),
      keysOf: async (type) => [...(await this.drafts.keysOf(type)), ...whole.keysOf(type)],
    };
  }
}

/** What an import makes of everything, as far as references go. */
class ImportedWhole {
  private readonly byName: ReadonlyMap<string, PlannedThing>;

  constructor(private readonly things: readonly PlannedThing[]) {
    this.byName = new Map(things.map((thing) => [thingName(thing.type, thing.key), thing]));
  }

  /** There is such a thing once all is written. */
  has(name: ContentName): boolean {
    const thing = this.find(name);
    return (
      thing !== undefined &&
      !thing.effects.includes('delete') &&
      (!!thing.existing || thing.effects.length > 0)
    );
  }

  keysOf(type: string): string[] {
    return this.things.flatMap((thing) => (thing.type === type ? [thing.key] : []));
  }

  isDeleted(name: ContentName): boolean {
    return this.find(name)?.effects.includes('delete') ?? false;
  }

  /** It was in use, or used, and is to be no longer. */
  goesOut({ effects, existing }: PlannedThing): boolean {
    return effects.includes('delete') || (effects.includes('archive') && existing?.publishedNumber != null);
  }

  /** A use that stays when everything is written. */
  keeps(use: Usage): boolean {
    const effects = this.find(use)?.effects ?? [];
    if (effects.includes('delete')) return false;
    return use.side === 'draft'
      ? !effects.includes('save')
      : !effects.includes('publish') && !effects.includes('archive');
  }

  snapshotAfter(now: ContentSnapshot): ContentSnapshot {
    const moved = this.things.filter((thing) => thing.effects.includes('publish') || this.goesOut(thing));
    const ids = new Set(moved.map(({ existing }) => existing?.id));
    const coming = moved.flatMap((thing) => comingVersion(thing) ?? []);
    return new ContentSnapshot(now.revision, [
      ...now.versions().filter(({ itemId }) => !ids.has(itemId)),
      ...coming,
    ]);
  }

  private find({ type, key }: ContentName): PlannedThing | undefined {
    return this.byName.get(thingName(type, key));
  }
}

function comingVersion(thing: PlannedThing): PublishedVersion | undefined {
  const { type, key, existing } = thing;
  const document = thing.effects.includes('publish') ? publishedOf(thing) : undefined;
  if (!document) return undefined;
  const number = (existing?.lastNumber ?? 0) + 1;
  return { itemId: existing?.id ?? 0, versionId: 0, type, key, number, document };
}

/** What is to be in use of a thing that is published. */
export function publishedOf({ incoming }: PlannedThing): JsonObject | undefined {
  return incoming?.published ?? incoming?.draft;
}

function of({ type, key }: PlannedThing, side: Side): (finding: Finding) => ThingFinding {
  return (finding) => ({ ...finding, type, key, side });
}
