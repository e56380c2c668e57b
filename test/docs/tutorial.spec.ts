import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnApp, waitFor } from '@parcours/testing';
import type { SpawnedApp } from '@parcours/testing';

import { type Block, blocksOf } from './support/blocks.js';
import { outputsOf } from './support/shell.js';

const tutorial = fileURLToPath(new URL('../../docs/tutorial/first-journey.md', import.meta.url));

describe('the tutorial', () => {
  let folder: string;
  let app: SpawnedApp;
  let outputs: string[];
  let blocks: Block[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-tutorial-'));
    const args = ['--port', '0', '--data-dir', join(folder, 'data')];
    const ready = /API and its pages\s+(http:\/\/\S+?)\/api\/docs[\s\S]*goes on serving/;
    app = await spawnApp('quickstart', {}, { ready, args, timeoutMs: 90_000 });
    const markdown = (await readFile(tutorial, 'utf8'))
      .replaceAll('http://127.0.0.1:3000', app.ready[1]!)
      .replaceAll('/tmp/', `${folder}/`)
      .replaceAll('.parcours/', `${folder}/data/`);
    blocks = blocksOf(markdown);
    outputs = await outputsOf(blocks);
  });

  afterAll(async () => {
    const { code } = await app.stop();
    await rm(folder, { recursive: true, force: true });
    expect(code).toBe(0);
  });

  it('has commands to run, and says what each part of them answers', () => {
    expect(blocks.length).toBeGreaterThan(9);
    expect(blocks.filter(({ expected }) => expected.length === 0)).toEqual([]);
  });

  it('shows what really happens, from the first command to the last', () => {
    const missing = blocks.flatMap(({ script, expected }, index) =>
      expected
        .filter((text) => !outputs[index]?.includes(text))
        .map((text) => ({ script, missing: text, output: outputs[index] })),
    );
    expect(missing).toEqual([]);
  });

  it('leads to three messages for Nadia and one for Omar', async () => {
    const token = (await readFile(join(folder, 'data', 'admin-token'), 'utf8')).trim();
    const templatesOf = async (customer: string): Promise<string[]> => {
      const answer = await fetch(`${app.ready[1]!}/api/v1/customers/${customer}/messages?sort=createdAt`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      const { data } = (await answer.json()) as { data: { template: { key: string }; status: string }[] };
      return data.map(({ template, status }) => `${template.key} ${status}`);
    };
    const toNadia = await waitFor(async () => {
      const found = await templatesOf('nadia');
      return found.every((each) => each.endsWith(' sent')) && found;
    });
    expect(toNadia).toEqual(['order-thanks sent', 'order-thanks sent', 'bakers-note sent']);
    expect(await templatesOf('omar')).toEqual(['order-thanks sent']);
  });
});
