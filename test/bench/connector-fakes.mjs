import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformFile } from '@swc/core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache');
const OPTIONS = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
  module: { type: 'es6' },
};

/**
 * The connectors of `plugins/` that have a `test/conformance.ts`, with the fakes of their providers. Tests are not part
 * of a build, so they are compiled beside links to what is; `dispose` removes them.
 * @returns {Promise<{ plugins: { id: string, subjects: object[] }[], dispose(): Promise<void> }>}
 */
export async function connectorFakes() {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'bench-fakes-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const names = (await readdir(join(ROOT, 'plugins'))).filter((name) =>
      existsSync(join(ROOT, 'plugins', name, 'test', 'conformance.ts')),
    );
    const plugins = [];
    for (const id of names.sort()) plugins.push({ id, subjects: await subjectsOf(id, join(folder, id)) });
    return { plugins, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function subjectsOf(id, folder) {
  const plugin = join(ROOT, 'plugins', id);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(plugin, 'dist'), join(folder, 'src'));
  await compile(join(plugin, 'test'), join(folder, 'test'));
  return (await import(pathToFileURL(join(folder, 'test', 'conformance.js')).href)).default;
}

async function compile(from, to) {
  const entries = await readdir(from, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((found) => found.isFile() && !found.name.includes('.spec.'))) {
    const source = join(entry.parentPath ?? entry.path, entry.name);
    const target = join(to, source.slice(from.length));
    await mkdir(dirname(target), { recursive: true });
    if (extname(source) !== '.ts') await copyFile(source, target);
    else await writeFile(target.replace(/\.ts$/, '.js'), (await transformFile(source, OPTIONS)).code);
  }
}
