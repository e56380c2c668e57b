import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnApp } from '@parcours/testing';
import type { SpawnedApp } from '@parcours/testing';

import { type Block, blocksOf } from './support/blocks.js';
import { outputsOf } from './support/shell.js';

const PAGE = fileURLToPath(new URL('../../docs/tutorial/first-plugin.md', import.meta.url));
const START = 'npm run quickstart -- --plugins';

/** A plugin is there when Parcours starts: what comes before the start is run first. */
describe('the tutorial of the first plugin (A7)', () => {
  let folder: string;
  let app: SpawnedApp;
  const seen: { block: Block; output: string | undefined }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-plugin-tutorial-'));
    await mkdir(join(folder, 'my-plugins'));
    const page = (await readFile(PAGE, 'utf8')).replaceAll('/tmp/', `${folder}/`);
    const [before = '', after = ''] = page.split(START);
    const first = blocksOf(before);
    // The gateway goes on in the shell that started it: all of the first part, then the rest, in one.
    const args = ['--port', '0', '--data-dir', join(folder, 'data'), '--plugins', join(folder, 'my-plugins')];
    const ready = /API and its pages\s+(http:\/\/\S+?)\/api\/docs[\s\S]*goes on serving/;
    const written = await outputsOf(first.slice(0, 1));
    app = await spawnApp('quickstart', {}, { ready, args, timeoutMs: 90_000 });
    const rest = blocksOf(
      after
        .replaceAll('http://127.0.0.1:3000', app.ready[1]!)
        .replaceAll('$CLONE/.parcours/', `${folder}/data/`),
    );
    const [shell = ''] = first.map(({ script }) => script);
    const again = shell.split('\n').filter((line) => !line.startsWith('parcours plugin new'));
    const outputs = await outputsOf([...first.slice(1), ...rest], `${again.join('\n')}\n`);
    seen.push({ block: first[0]!, output: written[0] });
    [...first.slice(1), ...rest].forEach((block, at) => seen.push({ block, output: outputs[at] }));
  }, 300_000);

  afterAll(async () => {
    const { code } = await app.stop();
    await rm(folder, { recursive: true, force: true });
    expect(code).toBe(0);
  });

  it('shows what really happens, from an empty folder to a message at the gateway', () => {
    expect(seen.length).toBeGreaterThan(8);
    const missing = seen.flatMap(({ block: { script, expected }, output }) =>
      expected
        .filter((text) => output?.includes(text) !== true)
        .map((text) => ({ script, missing: text, output })),
    );
    expect(missing).toEqual([]);
  });
});
