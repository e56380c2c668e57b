import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { locationOf, packageLocation } from './plugin-location.js';

describe('where a plugin is', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plugin-location-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(path: string, manifest: unknown): Promise<string> {
    const file = join(folder, path, 'package.json');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
    return join(folder, path);
  }
  const addressOf = (path: string) => pathToFileURL(join(folder, path)).href;

  it.each([
    ['@acme/pager', '.'],
    ['@acme/pager', 'deep/below'],
    ['pager', '.'],
  ])('is among what was installed in the folder or above it: %s from %s', async (name, from) => {
    await write(`node_modules/${name}`, { exports: './index.js' });
    await mkdir(join(folder, from), { recursive: true });
    expect(await packageLocation(name, join(folder, from))).toEqual({
      source: name,
      specifier: addressOf(`node_modules/${name}/index.js`),
    });
  });

  it('is the nearest of two, and Node’s affair where there is none', async () => {
    await write('node_modules/pager', { main: 'a.js' });
    await write('below/node_modules/pager', { main: 'b.js' });
    const { specifier } = await packageLocation('pager', join(folder, 'below'));
    expect(specifier).toBe(addressOf('below/node_modules/pager/b.js'));
    expect(await packageLocation('no-such-package-here', folder)).toEqual({
      source: 'no-such-package-here',
      specifier: 'no-such-package-here',
    });
  });

  it.each<[string, unknown, string]>([
    ['one file', { exports: './a.js' }, 'a.js'],
    ['a file of the root', { exports: { '.': './a.js', './more': './b.js' } }, 'a.js'],
    ['conditions', { exports: { '.': { types: './a.d.ts', default: './a.js' } } }, 'a.js'],
    [
      'conditions in conditions',
      { exports: { '.': { require: './a.cjs', import: { types: './a.d.ts', default: './a.js' } } } },
      'a.js',
    ],
    ['conditions that do not hold', { exports: { require: './a.cjs' }, main: './b.js' }, 'b.js'],
    ['no word of it', {}, 'index.js'],
    ['no JSON', '{', 'index.js'],
  ])('begins where its package.json says by %s', async (_what, manifest, entry) => {
    const path = await write('plugin', manifest);
    expect(await locationOf(path)).toEqual({ source: path, specifier: addressOf(`plugin/${entry}`) });
  });
});
