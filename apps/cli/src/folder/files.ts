import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type FileDefect, MAX_FILE_BYTES, misplaced, textOfBytes, tooLarge } from '@parcours/content-files';

const AT_A_TIME = 32;

/** Runs the work over all of them, some at a time, in their order. */
export async function eachOf<T, R>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_A_TIME) {
    const some = items.slice(from, from + AT_A_TIME);
    results.push(...(await Promise.all(some.map((item, at) => work(item, from + at)))));
  }
  return results;
}

/** The text of a file; undefined where there is none. */
export async function textIn(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** The text of a file of content, read without trusting it. */
export async function contentTextIn(folder: string, path: string): Promise<string | FileDefect> {
  const file = join(folder, path);
  const { size } = await stat(file);
  return size > MAX_FILE_BYTES ? tooLarge(path) : textOfBytes(path, await readFile(file));
}

/** All of the file or none: what is cut short by a crash is another file. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}

export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

export interface FoundFile {
  /** In the folder, with slashes. */
  readonly path: string;
  readonly defect?: FileDefect;
}

/** Files that may hold content: YAML in the folders of a folder. Links are not followed. */
export async function contentFilesIn(folder: string): Promise<FoundFile[]> {
  const types = await readdir(folder, { withFileTypes: true });
  const folders = types.filter((entry) => entry.isDirectory() && isOpen(entry.name)).map(({ name }) => name);
  const found: FoundFile[] = [];
  for (const type of folders.sort()) {
    const entries = await readdir(join(folder, type), { withFileTypes: true });
    const isYaml = ({ name }: { name: string }) => isOpen(name) && /\.ya?ml$/.test(name);
    const hasContent = entries.some(isYaml);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${type}/${entry.name}`;
      if (isYaml(entry)) found.push(entry.isFile() ? { path } : { path, defect: notAFile(path) });
      else if (hasContent && entry.isDirectory() && isOpen(entry.name))
        found.push({ path, defect: misplaced(path) });
    }
  }
  return found;
}

function isOpen(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

function notAFile(path: string): FileDefect {
  return { ...misplaced(path), message: 'Only files are read: no links and no devices.' };
}

export function isMissing(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
