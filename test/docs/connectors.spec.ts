import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type JsonObject, ManualClock } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';

const ROOT = join(import.meta.dirname, '../..');
const SECTIONS = ['Set up', 'Permissions', 'Limits', 'Errors', 'What is retried'];
/** Cells of a row about an error. */
const CODE = /^\|.*?(`[a-z0-9-]+\.[a-z0-9-]+`.*?) \|/;
const CLASS = /\| `?(rejected-recipient|permanent|misconfigured|throttled|temporary)\b/;
const FOLDERS = readdirSync(join(ROOT, 'plugins')).filter((name) =>
  existsSync(join(ROOT, 'plugins', name, 'package.json')),
);

function pageOf(plugin: string): string {
  const file = join(ROOT, 'docs', 'connectors', `${plugin}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The connectors on a page: what a reader copies. */
function documentsOn(page: string): readonly JsonObject[] {
  return [...page.matchAll(/^```json\n([^]*?)^```$/gm)].flatMap(([, block = '']) => {
    const document: unknown = JSON.parse(block);
    return isJsonObject(document) && 'config' in document ? [document] : [];
  });
}

describe('the pages about connectors (D2, D3, A7)', () => {
  let host: PluginHost;
  beforeAll(async () => {
    host = new PluginHost({ pluginDirectories: [], pluginPackages: [], clock: new ManualClock(0) });
    await host.load();
  });
  afterAll(() => host.onModuleDestroy());

  it('are about every plugin of the product, and about nothing else', () => {
    expect(FOLDERS.length).toBeGreaterThan(1);
    const pages = readdirSync(join(ROOT, 'docs', 'connectors')).map((name) => name.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual([...FOLDERS].sort());
  });

  it('are found on the first page of the documentation', () => {
    const first = readFileSync(join(ROOT, 'docs', 'README.md'), 'utf8');
    expect(FOLDERS.filter((plugin) => !first.includes(`(connectors/${plugin}.md)`))).toEqual([]);
  });

  it.each(FOLDERS)(
    'say of %s how it is set up and what it may do, what limits it and what goes wrong',
    (plugin) => {
      const headings = [...pageOf(plugin).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(SECTIONS.filter((section) => !headings.includes(section))).toEqual([]);
    },
  );

  it.each(FOLDERS)('show documents for %s that are taken as they stand', (plugin) => {
    const documents = documentsOn(pageOf(plugin));
    expect(documents.length).toBeGreaterThan(0);
    const own = host.connectorTypes().filter((known) => known.plugin === plugin);
    for (const { name, type, config } of documents) {
      if (typeof type !== 'string') throw new Error('a connector has no type');
      expect(typeof name).toBe('string');
      expect(own.map((known) => known.type)).toContain(type);
      expect(host.validateConfig(type, config)).toEqual([]);
    }
  });

  it.each(FOLDERS)('list in a table what %s may fail with, each code with its class once', (plugin) => {
    const errors = pageOf(plugin).split(/^## /m);
    const table = errors.find((part) => part.startsWith('Errors\n')) ?? '';
    const rows = table.split('\n').filter((line) => CODE.test(line));
    expect(rows.length).toBeGreaterThan(0);
    const meanings = rows.map((row) => `${CODE.exec(row)?.[1] ?? ''}: ${CLASS.exec(row)?.[1] ?? 'no class'}`);
    expect(meanings.filter((meaning) => meaning.endsWith('no class'))).toEqual([]);
    expect(meanings.filter((meaning, at) => meanings.indexOf(meaning) !== at)).toEqual([]);
  });
});
