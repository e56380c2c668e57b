import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { TraitIndexStore } from './trait-index.store.js';
import { TRAIT_TYPE } from './trait.type.js';

/** How many customers are looked at: enough to see what is usual, few enough to look every time. */
export const INVENTORY_SAMPLE = 1_000;

const MOST_TRAITS = 1_000;
const DEPTH = 3;

/** A trait as customers have it, whether somebody declared it or not. */
export interface InventoriedTrait {
  readonly trait: string;
  /** The types of its values and how many of the sample have each. */
  readonly types: Readonly<Record<string, number>>;
  /** Share of the sample that has it, from 0 to 1. */
  readonly share: number;
  /** The key of its declaration. */
  readonly declaration: string | null;
  readonly filterable: boolean;
}

/** Infers from the customers that came last which traits there are. */
@Injectable()
export class TraitInventory {
  constructor(
    private readonly database: Database,
    private readonly content: PublishedContent,
    private readonly indexes: TraitIndexStore,
  ) {}

  async take(): Promise<{ readonly sample: number; readonly traits: readonly InventoriedTrait[] }> {
    const snapshot = await this.content.snapshot();
    const rows = await this.database.sql.select<{ traits: string }>(
      'SELECT traits FROM customers WHERE merged_into IS NULL ORDER BY id DESC LIMIT ?',
      [INVENTORY_SAMPLE],
    );
    const seen = new Map<string, Map<string, number>>();
    for (const { traits } of rows) count(JSON.parse(traits) as JsonObject, seen);
    const declared = new Map(snapshot.all(TRAIT_TYPE).map(({ key, document }) => [document.trait, key]));
    const ready = new Set(
      (await this.indexes.all()).filter(({ isReady }) => isReady).map(({ trait }) => trait),
    );
    const names = [...new Set([...seen.keys(), ...declared.keys()])].sort();
    return {
      sample: rows.length,
      traits: names.slice(0, MOST_TRAITS).map((trait) => {
        const types = Object.fromEntries(seen.get(trait) ?? []);
        const holders = Object.values(types).reduce((sum, holding) => sum + holding, 0);
        return {
          trait,
          types,
          share: rows.length === 0 ? 0 : Math.round((holders / rows.length) * 1_000) / 1_000,
          declaration: declared.get(trait) ?? null,
          filterable: ready.has(trait),
        };
      }),
    };
  }
}

function count(
  value: JsonObject,
  seen: Map<string, Map<string, number>>,
  path: readonly string[] = [],
): void {
  for (const [member, inner] of Object.entries(value)) {
    // A member with a dot in its name cannot be told from one inside another.
    if (inner === undefined || inner === null || member.includes('.')) continue;
    const place = [...path, member];
    if (isJsonObject(inner) && place.length < DEPTH) {
      count(inner, seen, place);
      continue;
    }
    const name = place.join('.');
    const types = seen.get(name) ?? new Map<string, number>();
    seen.set(name, types);
    const type = Array.isArray(inner) ? 'list' : typeof inner === 'string' ? 'text' : typeof inner;
    types.set(type, (types.get(type) ?? 0) + 1);
  }
}
