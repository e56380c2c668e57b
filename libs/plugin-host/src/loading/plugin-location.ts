import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isJsonObject } from '@parcours/kernel';

/** Where a plugin may be, and how to import it. */
export interface PluginLocation {
  /** For people: a folder or a package name. */
  readonly source: string;
  /** What `import()` is given. */
  readonly specifier: string;
}

/** The repository's own plugins; the same distance from `src` and from `dist`. */
export const BUILT_IN_DIRECTORY = fileURLToPath(new URL('../../../../plugins/', import.meta.url));

// Under Jest this file is TypeScript, and so are the plugins beside it: there may be no build at all.
const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts');

/** The plugins in a folder: the folder itself where it has a package.json, else its subfolders that have one. */
export async function pluginsIn(directory: string): Promise<readonly PluginLocation[]> {
  const itself = await locationOf(directory);
  if (itself) return [itself];
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  const found = await Promise.all(folders.sort().map((name) => locationOf(join(directory, name))));
  return found.flatMap((location) => location ?? []);
}

/** A package that Node finds by its name. */
export function packageLocation(name: string): PluginLocation {
  return { source: name, specifier: name };
}

/** The plugin in a folder; `undefined` where there is no package.json. */
export async function locationOf(directory: string): Promise<PluginLocation | undefined> {
  const text = await readFile(join(directory, 'package.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return { source: directory, specifier: pathToFileURL(join(directory, entryOf(text))).href };
}

/** A broken package.json leads to `index.js`, whose absence is then reported for this one plugin. */
function entryOf(packageJson: string): string {
  const manifest = parsed(packageJson);
  const exported = isJsonObject(manifest) ? manifest['exports'] : undefined;
  const root = isJsonObject(exported) && '.' in exported ? exported['.'] : exported;
  const conditions = RUNS_FROM_SOURCE ? ['source', 'import', 'default'] : ['import', 'default'];
  const entries = isJsonObject(root) ? conditions.map((name) => root[name]) : [root];
  const main = isJsonObject(manifest) ? manifest['main'] : undefined;
  return [...entries, main].find((entry) => typeof entry === 'string') ?? 'index.js';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
