/**
 * Builds, and writes the generated part of libs/client from the OpenAPI document of the built API. With `--check` it
 * writes nothing and fails where the files are not what it would write; `--no-build` takes what is built already.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from './build.mjs';
import { clientSource } from './client/client-source.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'libs', 'client', 'src', 'generated');

/** The document of the API as it was built, which starts on an empty database. */
async function documentOfBuiltApi() {
  await import('reflect-metadata');
  const [{ createApi }, { ParcoursConfig }] = await Promise.all([
    import(pathToFileURL(join(root, 'apps', 'api', 'dist', 'create-api.js')).href),
    import(pathToFileURL(join(root, 'libs', 'config', 'dist', 'index.js')).href),
  ]);
  const scratch = await mkdtemp(join(tmpdir(), 'parcours-client-'));
  try {
    const app = await createApi(
      new ParcoursConfig({
        PARCOURS_PROFILE: 'embedded',
        PARCOURS_DATABASE_URL: `sqlite:${join(scratch, 'empty.sqlite')}`,
        PARCOURS_LOG_LEVEL: 'silent',
      }),
    );
    try {
      await app.init();
      const { body } = await app.inject({ method: 'GET', url: '/api/openapi.json' });
      return JSON.parse(body);
    } finally {
      await app.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function main() {
  const { failures } = process.argv.includes('--no-build') ? { failures: [] } : await build();
  if (failures.length > 0) throw new Error(`not built: ${failures.map(({ file }) => file).join(', ')}`);
  const files = Object.entries(await clientSource(await documentOfBuiltApi()));
  if (!process.argv.includes('--check')) {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    console.log(`wrote ${files.map(([name]) => name).join(' and ')} of libs/client`);
    return;
  }
  const stale = [];
  for (const [name, text] of files) {
    if ((await readFile(join(folder, name), 'utf8').catch(() => '')) !== text) stale.push(name);
  }
  if (stale.length > 0) {
    console.error(
      `libs/client is not up to date (${stale.join(', ')}): run  node scripts/generate-client.mjs`,
    );
    process.exitCode = 1;
  }
}

await main();
