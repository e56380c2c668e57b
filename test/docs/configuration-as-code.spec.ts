import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { profiles } from '@parcours/testing';

import { type Platform, startPlatform } from '../e2e/support/platform.js';
import { STARTERS } from '../e2e/support/starters.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MARK = '--- end of block ---';

describe('the page on configuration as code (F4)', () => {
  let platform: Platform;
  let folder: string;
  let blocks: { output: string; expected: string[] }[];

  beforeAll(async () => {
    const [embedded] = profiles;
    platform = await startPlatform(embedded!);
    const things = STARTERS.map(({ type, document }) => ({ type, document }));
    await platform.data('POST', '/import?publish=true', { format: 'parcours/1', things });
    folder = await mkdtemp(join(tmpdir(), 'parcours-as-code-'));
    await writeFile(join(folder, 'admin-token'), platform.environment['PARCOURS_ADMIN_TOKEN']!);
    const page = (await readFile(join(root, 'docs/how-to/configuration-as-code.md'), 'utf8'))
      .replaceAll('http://127.0.0.1:3000', platform.url)
      .replaceAll('/tmp/', `${folder}/`)
      .replace('cat .parcours/admin-token', `cat ${folder}/admin-token`)
      .replaceAll('npx parcours', 'node apps/cli/bin/parcours.mjs');
    const [, ...parts] = page.split(/^```sh\n/m);
    const scripts = parts.map((part) => part.split(/^```$/m)[0] ?? '');
    const outputs = (await bash(scripts.map((script) => `${script}\necho '${MARK}'\n`).join(''))).split(
      `${MARK}\n`,
    );
    blocks = parts.map((part, at) => ({
      output: outputs[at] ?? '',
      expected: [...part.matchAll(/<!-- expect: (.+?) -->/g)].map(([, text]) => text!),
    }));
  });

  afterAll(async () => {
    await platform.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says what comes of every command', () => {
    const silent = blocks.slice(1).filter(({ expected }) => expected.length === 0);
    expect([blocks.length, silent]).toEqual([10, []]);
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
