import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOG_TYPES, CatalogApiModule } from '@parcours/catalog';
import { profiles } from '@parcours/testing';

import { ADMIN_TOKEN, type RunningApi, startApi } from '../e2e/support/running-api.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MARK = '--- end of block ---';

describe('the page on how to map a journey', () => {
  let api: RunningApi;
  let folder: string;
  let blocks: { output: string; expected: string[] }[];

  beforeAll(async () => {
    const [embedded] = profiles;
    api = await startApi(embedded!, { types: CATALOG_TYPES, modules: [CatalogApiModule] });
    folder = await mkdtemp(join(tmpdir(), 'parcours-map-'));
    await writeFile(join(folder, 'admin-token'), ADMIN_TOKEN);
    const page = (await readFile(join(root, 'docs/how-to/map-a-journey.md'), 'utf8'))
      .replaceAll('http://127.0.0.1:3000', api.url)
      .replaceAll('/tmp/', `${folder}/`)
      .replaceAll('.parcours/', `${folder}/`)
      .replaceAll('npx yaml', 'node_modules/.bin/yaml');
    const [, ...parts] = page.split(/^```sh\n/m);
    const scripts = parts.map((part) => part.split(/^```$/m)[0] ?? '');
    const outputs = (await bash(scripts.map((script) => `${script}\necho '${MARK}'\n`).join(''))).split(
      `${MARK}\n`,
    );
    blocks = parts.map((part, at) => ({
      output: outputs[at] ?? '',
      expected: [...part.matchAll(/<!-- expect: (.+?) -->/g)].map(([, text]) => text!),
    }));
  }, 120_000);

  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says what comes of every command', () => {
    const silent = blocks.slice(1).filter(({ expected }) => expected.length === 0);
    expect([blocks.length, silent]).toEqual([6, []]);
    for (const { output, expected } of blocks) {
      for (const text of expected) expect(output).toMatch(new RegExp(text));
    }
  });
});

async function bash(script: string): Promise<string> {
  const child = spawn('bash', ['-s'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.stdin.end(script);
  await once(child, 'close');
  return output;
}
