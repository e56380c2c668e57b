/**
 * Compiles apps, libs and plugins with swc, each into its own dist folder, copies what is not TypeScript, and removes
 * what no source stands for any more. Types are checked by `npm run typecheck`.
 */
import { copyFile, mkdir, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformFile } from '@swc/core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ASSETS = new Set([
  '.json',
  '.js',
  '.html',
  '.css',
  '.svg',
  '.hbs',
  '.yaml',
  '.yml',
  '.sql',
  '.txt',
  '.mjml',
  '.md',
]);
const options = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
};

/** @returns {Promise<{ built: number, copied: number, removed: number, failures: { file: string, reason: string }[] }>} */
export async function build() {
  const result = { built: 0, copied: 0, removed: 0, failures: [] };
  for (const folder of await packages()) await buildPackage(folder, result);
  return result;
}

async function packages() {
  const found = await Promise.all(
    ['apps', 'libs', 'plugins'].map((group) => childFolders(join(root, group))),
  );
  return found.flat();
}

async function childFolders(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}

async function buildPackage(folder, result) {
  const from = join(folder, 'src');
  const to = join(folder, 'dist');
  const expected = new Set();
  await Promise.all(
    (await filesBelow(from)).map(async (source) => {
      const name = relative(from, source);
      if (/\.spec\.ts$|\.d\.ts$/.test(name)) return;
      try {
        for (const output of await produce(source, join(to, name), result)) expected.add(output);
      } catch (error) {
        result.failures.push({ file: relative(root, source), reason: String(error?.message ?? error) });
      }
    }),
  );
  if (result.failures.length === 0) await removeStale(to, expected, result);
}

async function produce(source, target, result) {
  await mkdir(dirname(target), { recursive: true });
  if (extname(source) === '.ts') {
    const output = target.replace(/\.ts$/, '.js');
    await compile(source, output);
    result.built += 1;
    return [output, `${output}.map`];
  }
  if (!ASSETS.has(extname(source))) {
    throw new Error(
      `the build does not know what to do with "${extname(source)}": add it to ASSETS in scripts/build.mjs`,
    );
  }
  await copyFile(source, target);
  result.copied += 1;
  return [target];
}

async function compile(source, output) {
  const { code, map } = await transformFile(source, options);
  const mapFile = `${output}.map`;
  const document = JSON.parse(map);
  document.sources = [relative(dirname(output), source)];
  delete document.sourcesContent;
  await writeFile(mapFile, JSON.stringify(document));
  await writeFile(output, `${code}//# sourceMappingURL=${mapFile.slice(dirname(output).length + 1)}\n`);
}

async function removeStale(folder, expected, result) {
  for (const file of await filesBelow(folder)) {
    if (expected.has(file)) continue;
    await unlink(file);
    result.removed += 1;
  }
  if (expected.size === 0) await rm(folder, { recursive: true, force: true });
}

async function filesBelow(folder) {
  if (!(await stat(folder).catch(() => undefined))) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function main() {
  const startedAt = performance.now();
  const { built, copied, removed, failures } = await build();
  for (const { file, reason } of failures) console.error(`build failed: ${file}\n${reason}\n`);
  if (failures.length > 0) process.exit(1);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
  console.log(`built ${built} files, copied ${copied}, removed ${removed} stale, in ${seconds} s`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
