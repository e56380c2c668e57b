import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, ManualClock } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';

const ROOT = join(import.meta.dirname, '../..');
const SECTIONS = ['Set up', 'Permissions', 'Limits', 'Errors', 'What is retried'];
const FOLDERS = readdirSync(join(ROOT, 'plugins')).filter((name) =>
  existsSync(join(ROOT, 'plugins', name, 'package.json')),
);

function pageOf(plugin: string): string {
  const file = join(ROOT, 'docs', 'connectors', `${plugin}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The first document on a page: what a reader copies. */
function documentOn(page: string): unknown {
  const block = /^```json\n([^]*?)^```$/m.exec(page)?.[1];
  return block === undefined ? undefined : JSON.parse(block);
}

describe('the pages about connectors (D2, D3, A7)', () => {
  let host: PluginHost;
  beforeAll(async () => {
    host = new PluginHost({ pluginDirectories: [], pluginPackages: [], clock: new ManualClock(0) });
    await host.load();
  });
  afterAll(() => host.onModuleDestroy());

  it('are about every plugin of the product', () => {
    expect(FOLDERS.length).toBeGreaterThan(1);
    expect(FOLDERS.filter((plugin) => pageOf(plugin) === '')).toEqual([]);
  });

  it.each(FOLDERS)(
    'say of %s how it is set up and what it may do, what limits it and what goes wrong',
    (plugin) => {
      const headings = [...pageOf(plugin).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(SECTIONS.filter((section) => !headings.includes(section))).toEqual([]);
    },
  );

  it.each(FOLDERS)('show a document for %s that could be published', (plugin) => {
    const document = documentOn(pageOf(plugin));
    if (!isJsonObject(document)) throw new Error(`docs/connectors/${plugin}.md has no JSON document`);
    const { name, type, config } = document;
    if (typeof type !== 'string') throw new Error('it has no type');
    expect(typeof name).toBe('string');
    const own = host.connectorTypes().filter((known) => known.plugin === plugin);
    expect(own.map((known) => known.type)).toContain(type);
    expect(host.validateConfig(type, config)).toEqual([]);
  });

  it.each(FOLDERS)('list in a table what %s may fail with, by codes of its own', (plugin) => {
    const errors =
      pageOf(plugin)
        .split(/^## /m)
        .find((part) => part.startsWith('Errors\n')) ?? '';
    const codes = [...errors.matchAll(/^\| `([a-z0-9-]+\.[a-z0-9-]+)`/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
