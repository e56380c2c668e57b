import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@parcours/kernel';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../../libs/catalog/starter', import.meta.url));

/** In an order in which they can be published: what is referred to comes first. */
export const STARTER_TYPES = [
  'phase-sets',
  'touchpoints',
  'personas',
  'journey-maps',
  'kpis',
  'connectors',
  'channel-policies',
  'message-templates',
  'segments',
  'surveys',
  'offers',
  'journey-templates',
] as const;

export interface StarterFile {
  readonly type: string;
  readonly key: string;
  readonly document: JsonObject;
}

/** The starter content of a type: one file each, named by its key. */
export function startersOf(type: string): readonly StarterFile[] {
  const folder = join(ROOT, type);
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      type,
      key: basename(file, '.yaml'),
      document: parse(readFileSync(join(folder, file), 'utf8')),
    }));
}

export const STARTERS: readonly StarterFile[] = STARTER_TYPES.flatMap(startersOf);

/** Those that describe, and need nothing else to be there. */
export const DESCRIPTIVE_STARTERS: readonly StarterFile[] = (
  ['phase-sets', 'touchpoints', 'personas', 'journey-maps', 'kpis'] as const
).flatMap(startersOf);
