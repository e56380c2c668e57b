import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isJsonObject, type JsonValue } from '@parcours/kernel';

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

const CONDITIONS = [...(RUNS_FROM_SOURCE ? ['source'] : []), 'node', 'import', 'default'];

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

/**
 * A package by its name: in the `node_modules` of a folder or of one above it, as Node would find it from there; else
 * whatever Node finds from here.
 */
export async function packageLocation(name: string, folder = process.cwd()): Promise<PluginLocation> {
  const found = await locationOf(join(folder, 'node_modules', name));
  if (found) return { ...found, source: name };
  const above = dirname(folder);
  return above === folder ? { source: name, specifier: name } : packageLocation(name, above);
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
  const main = isJsonObject(manifest) ? manifest['main'] : undefined;
  return exportedAs(root) ?? (typeof main === 'string' ? main : 'index.js');
}

/** The first condition that holds, in the order of the manifest; conditions may stand in each other. */
function exportedAs(target: JsonValue | undefined): string | undefined {
  if (typeof target === 'string') return target;
  if (!isJsonObject(target)) return undefined;
  const holding = Object.keys(target).filter((name) => CONDITIONS.includes(name));
  return holding.map((name) => exportedAs(target[name])).find((entry) => entry !== undefined);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
