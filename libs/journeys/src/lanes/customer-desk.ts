import type { Customer } from '@parcours/audience';
import type { CustomerView } from '@parcours/engine';
import { type IdGenerator, type JsonObject, mergePatch } from '@parcours/kernel';

import type { LaneWork } from './lane-work.js';

interface Folder {
  readonly stored: Customer;
  traits: JsonObject;
  isNew: boolean;
  isChanged: boolean;
}

/** The customers of a batch while it is being worked: created on first sight, changed in memory, written once. */
export class CustomerDesk {
  private readonly folders = new Map<string, Folder>();

  constructor(
    private readonly work: LaneWork,
    private readonly ids: IdGenerator,
  ) {
    for (const stored of work.customers) {
      this.folders.set(stored.externalId, { stored, traits: stored.traits, isNew: false, isChanged: false });
    }
  }

  /** The customer's id; whoever is not known yet is from now on. */
  idOf(externalId: string): number {
    return this.folderOf(externalId).stored.id;
  }

  isNew(externalId: string): boolean {
    return this.folderOf(externalId).isNew;
  }

  /** What the engine sees of the customer. */
  view(externalId: string): CustomerView {
    const { traits } = this.folderOf(externalId);
    return { id: externalId, traits, timezone: textOf(traits['timezone']), locale: textOf(traits['locale']) };
  }

  /** Merges traits as a JSON merge patch: null removes. */
  patch(externalId: string, patch: JsonObject | undefined): void {
    if (!patch || Object.keys(patch).length === 0) return;
    const folder = this.folderOf(externalId);
    this.replaceTraits(externalId, mergePatch(folder.traits, patch) as JsonObject);
  }

  replaceTraits(externalId: string, traits: JsonObject): void {
    const folder = this.folderOf(externalId);
    if (folder.traits === traits) return;
    folder.traits = traits;
    folder.isChanged = true;
  }

  /** Those to be created. */
  additions(): Customer[] {
    return [...this.folders.values()].flatMap(({ stored, traits, isNew }) =>
      isNew ? [{ ...stored, traits }] : [],
    );
  }

  /** Those to be changed. */
  changes(): Customer[] {
    const { now } = this.work;
    return [...this.folders.values()].flatMap(({ stored, traits, isNew, isChanged }) =>
      isChanged && !isNew ? [{ ...stored, traits, revision: stored.revision + 1, updatedAt: now }] : [],
    );
  }

  private folderOf(externalId: string): Folder {
    const known = this.folders.get(externalId);
    if (known) return known;
    const { lane, now } = this.work;
    const stored = {
      id: this.ids.next(),
      lane,
      externalId,
      traits: {},
      revision: 1,
      createdAt: now,
      updatedAt: now,
    };
    const folder = { stored, traits: stored.traits, isNew: true, isChanged: false };
    this.folders.set(externalId, folder);
    return folder;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
