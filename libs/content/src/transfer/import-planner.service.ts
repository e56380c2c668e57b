import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { contentHash, keyOf, type ContentThing, thingName } from '@parcours/content-files';
import { canonicalJson, type JsonObject } from '@parcours/kernel';

import { diffShown } from '../history/shown-diff.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { statusOf } from '../items/content-status.js';
import { PublishedContentRepository } from '../published/published-content.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { decide } from './import-decision.rules.js';
import type {
  ImportEffect,
  ImportOptions,
  ImportRequest,
  IncomingThing,
  PlannedThing,
  ThingFinding,
} from './import-request.js';
import { DocumentSealer, type SealedSecrets } from './document-sealer.service.js';
import { TransferRepository } from './transfer.repository.js';

/** Things worked on before others have a turn. */
const PER_TURN = 50;

/** What an import would do, before it is checked. */
export interface ImportDraft {
  readonly things: readonly PlannedThing[];
  readonly findings: readonly ThingFinding[];
  readonly secrets: SealedSecrets;
}

/** One thing on its three sides. */
interface Comparison {
  readonly thing: ContentThing;
  readonly existing: ContentItem | undefined;
  /** What is published of it, as it is kept. */
  readonly inUse: JsonObject | undefined;
  readonly base: string | undefined | null;
}

/** Compares what is imported with what there is. */
@Injectable()
export class ImportPlanner {
  constructor(
    private readonly transfer: TransferRepository,
    private readonly published: PublishedContentRepository,
    private readonly types: ContentTypeRegistry,
    private readonly sealer: DocumentSealer,
  ) {}

  /** `instance`: the id of this installation. Things that cannot be kept as they are have findings, and no effects. */
  async draft(request: ImportRequest, options: ImportOptions, instance: string): Promise<ImportDraft> {
    const baseOf = memoryOf(request, instance);
    const existing = await this.existing(request.things);
    const inUse = await this.inUse(request.things, existing);
    const secrets: SealedSecrets = { given: new Set(), kept: new Set() };
    const findings: ThingFinding[] = [];
    const things: PlannedThing[] = [];
    for (const [at, thing] of request.things.entries()) {
      if (at % PER_TURN === 0) await nextTurn();
      const name = thingName(thing.type, keyOf(thing.document));
      const item = existing.get(name);
      const sides = { thing, existing: item, inUse: item && inUse.get(item.id), base: baseOf(name) };
      const sealed = await this.seal(sides, request.secrets, secrets);
      findings.push(...sealed.findings);
      things.push(this.compare(sides, sealed.incoming, options));
    }
    if (options.prune) things.push(...(await this.pruned(request, options, baseOf)));
    return { things, findings, secrets };
  }

  private async seal(
    { thing, existing, inUse }: Comparison,
    values: ImportRequest['secrets'],
    secrets: SealedSecrets,
  ): Promise<{ incoming: IncomingThing; findings: readonly ThingFinding[] }> {
    const { type, state, document, published } = thing;
    const seal = (side: 'draft' | 'published', sent: JsonObject, stored: JsonObject | undefined) =>
      this.sealer.seal({ type, side, sent, stored, values }, secrets);
    const draft = await seal('draft', document, existing?.draft);
    if (published === undefined) return { incoming: { state, draft: draft.kept }, findings: draft.findings };
    const other = await seal('published', published, inUse ?? existing?.draft);
    return {
      incoming: { state, draft: draft.kept, published: other.kept },
      findings: [...draft.findings, ...other.findings],
    };
  }

  private compare(sides: Comparison, incoming: IncomingThing, options: ImportOptions): PlannedThing {
    const { thing, existing, base } = sides;
    const { type, document } = thing;
    const present = existing && contentHash(this.types.shown(type, existing.draft));
    const { action, reason } = decide({ incoming: contentHash(document), present, base }, options.force);
    const planned = { type, key: keyOf(document), existing, incoming };
    if (action === 'kept' || action === 'conflict') {
      return {
        ...planned,
        action,
        reason,
        effects: [],
        isWithheld: false,
        changes: this.changes(sides, incoming),
      };
    }
    const { effects, isWithheld } = effectsOf(sides, incoming, options);
    const isSame = action === 'unchanged' && effects.length === 0;
    const changes = existing && !isSame ? this.changes(sides, incoming) : [];
    const told = action === 'unchanged' && !isSame ? 'update' : action;
    return { ...planned, action: told, reason, effects, isWithheld, changes };
  }

  private changes({ existing, thing }: Comparison, { draft }: IncomingThing) {
    if (!existing) return [];
    return diffShown(existing.draft, draft, this.types.hooksOf(thing.type).present);
  }

  /** What there is of the import's types and it does not have. */
  private async pruned(
    request: ImportRequest,
    { force }: ImportOptions,
    baseOf: (name: string) => string | undefined | null,
  ): Promise<PlannedThing[]> {
    const named = new Set(request.things.map(({ type, document }) => thingName(type, keyOf(document))));
    const pruned: PlannedThing[] = [];
    for (const type of request.types) {
      const keys = (await this.transfer.keysOf(type)).filter((key) => !named.has(thingName(type, key)));
      for (const existing of await this.transfer.findMany(type, keys)) {
        const { key } = existing;
        const present = contentHash(this.types.shown(type, existing.draft));
        const base = baseOf(thingName(type, key));
        const { action, reason } = decide({ incoming: undefined, present, base }, force);
        const effects: ImportEffect[] = action === 'delete' ? ['delete'] : [];
        const rest = { isWithheld: false, changes: [], incoming: undefined };
        pruned.push({ type, key, action, reason, effects, existing, ...rest });
      }
    }
    return pruned.sort((a, b) => (thingName(a.type, a.key) < thingName(b.type, b.key) ? -1 : 1));
  }

  private async existing(things: readonly ContentThing[]): Promise<Map<string, ContentItem>> {
    const found = new Map<string, ContentItem>();
    for (const type of new Set(things.map((thing) => thing.type))) {
      const keys = things.flatMap((thing) => (thing.type === type ? [keyOf(thing.document)] : []));
      for (const item of await this.transfer.findMany(type, keys)) found.set(thingName(type, item.key), item);
    }
    return found;
  }

  /** What is published of the items whose draft comes with something else to be published. */
  private async inUse(
    things: readonly ContentThing[],
    existing: ReadonlyMap<string, ContentItem>,
  ): Promise<Map<number, JsonObject>> {
    const ids = things.flatMap(({ type, document, published }) =>
      published ? (existing.get(thingName(type, keyOf(document)))?.publishedVersionId ?? []) : [],
    );
    const versions = await this.published.versions(ids);
    return new Map(versions.map(({ itemId, document }) => [itemId, document]));
  }
}

/** What the folder remembers of a thing; null for everything when it remembers another installation, or none. */
function memoryOf({ base }: ImportRequest, instance: string): (name: string) => string | undefined | null {
  if (base?.instance !== instance) return () => null;
  return (name) => (Object.hasOwn(base.hashes, name) ? base.hashes[name] : undefined);
}

/** What is to happen to a thing so that it stands as it is meant to. */
function effectsOf(
  { existing, inUse }: Comparison,
  { state, draft, published }: IncomingThing,
  { publish }: ImportOptions,
): { effects: ImportEffect[]; isWithheld: boolean } {
  const isChanged = !existing || canonicalJson(existing.draft) !== canonicalJson(draft);
  const isArchived = existing?.archivedAt != null;
  const isInUse = existing?.publishedNumber != null;
  const effects: ImportEffect[] = isChanged ? ['save'] : [];
  if (state === 'archived') {
    const isWithheld = isInUse && !publish;
    if (!isArchived && !isWithheld) effects.push('archive');
    return { effects, isWithheld };
  }
  if (isArchived) effects.push('unarchive');
  const isStanding =
    state === 'published'
      ? existing !== undefined && statusOf(existing) === 'published' && !isChanged
      : published === undefined || (inUse !== undefined && canonicalJson(inUse) === canonicalJson(published));
  if (!isStanding && publish) effects.push('publish');
  return { effects, isWithheld: !isStanding && !publish };
}
