import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isJsonObject, mergePatch } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import { parse } from 'yaml';
import { QuickstartErrors } from './quickstart.errors.js';

/** One piece of content, as its file has it: `<type>.<key>.yaml`. */
export interface StarterDocument {
  readonly type: string;
  readonly key: string;
  readonly document: JsonObject;
}

export interface Starter {
  /** In the order in which they can be published: what is referred to comes first. */
  readonly published: readonly StarterDocument[];
  /** Complete, but for its author to publish: the journey with its real waits. */
  readonly drafts: readonly StarterDocument[];
  /** The journey that the sample customers go through. */
  readonly rehearsal: StarterDocument;
}

const ORDER = ['touchpoints', 'connectors', 'message-templates', 'channel-policies', 'journey-templates'];
const JOURNEYS = 'journey-templates';
const OVERLAY = 'quickstart.yaml';

/** Reads the starter content; the rehearsal's journey is the welcome journey with the overlay merged in. */
export function readStarter(folder = starterFolder()): Starter {
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== OVERLAY)
    .map((name) => readDocument(folder, name))
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || a.key.localeCompare(b.key));
  const drafts = documents.filter(({ type }) => type === JOURNEYS);
  const rehearsal = mergePatch(drafts[0]?.document ?? {}, readYaml(join(folder, OVERLAY)));
  if (!isJsonObject(rehearsal)) throw QuickstartErrors.fileDamaged({ file: join(folder, OVERLAY) });
  const { key } = rehearsal;
  if (typeof key !== 'string') throw QuickstartErrors.fileDamaged({ file: join(folder, OVERLAY) });
  const journey = { type: JOURNEYS, key, document: rehearsal };
  return {
    published: [...documents.filter(({ type }) => type !== JOURNEYS), journey],
    drafts,
    rehearsal: journey,
  };
}

function readDocument(folder: string, name: string): StarterDocument {
  const [, type = '', key = ''] = /^([a-z-]+)\.(.+)\.yaml$/.exec(name) ?? [];
  const file = join(folder, name);
  const document = readYaml(file);
  if (!isJsonObject(document) || document['key'] !== key || !ORDER.includes(type)) {
    throw QuickstartErrors.fileDamaged({ file });
  }
  return { type, key, document };
}

function readYaml(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

function starterFolder(): string {
  const catalog = createRequire(import.meta.url).resolve('@parcours/catalog/package.json');
  return join(dirname(catalog), 'quickstart');
}
