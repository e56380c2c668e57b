import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { JsonSchema, Plugin } from '@parcours/sdk';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const PAGES = join(process.cwd(), 'docs/connectors');
const PLUGINS = join(process.cwd(), 'plugins');
const SECTIONS = ['Set up', 'Permissions', 'Limits', 'Errors', 'What is retried'];

const pages = readdirSync(PAGES).filter((name) => name.endsWith('.md'));
const plugins = readdirSync(PLUGINS).filter((name) => existsSync(join(PLUGINS, name, 'package.json')));

/** The settings of a type of connector: `plugin`, or `plugin/connector`. */
function settingsOf(type: string): JsonSchema | undefined {
  const [plugin = '', connector = plugin] = type.split('/');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest runs the tree as CommonJS
  const loaded = require(join(PLUGINS, plugin, 'src/index.ts')) as { default: Plugin };
  return loaded.default.connectors?.[connector]?.config;
}

/** A connector as whoever sets it up writes it. */
interface ConnectorDocument {
  readonly type: string;
  readonly config: JsonObject;
}

function documentsIn(page: string): ConnectorDocument[] {
  return [...page.matchAll(/^```json\n([^]*?)^```$/gm)].flatMap(([, block = '']) => {
    const value: unknown = JSON.parse(block);
    if (!isJsonObject(value)) return [];
    const { type, config } = value;
    return typeof type === 'string' && isJsonObject(config) ? [{ type, config }] : [];
  });
}

describe('the pages of connectors (A7)', () => {
  it('are there for every plugin', () => {
    expect(plugins.filter((name) => !pages.includes(`${name}.md`))).toEqual([]);
  });

  it.each(pages)('%s says what whoever sets it up has to know', (name) => {
    const page = readFileSync(join(PAGES, name), 'utf8');
    expect(SECTIONS.filter((section) => !page.includes(`\n## ${section}\n`))).toEqual([]);
  });

  it.each(pages)('%s shows a connector that is taken as it stands', (name) => {
    const documents = documentsIn(readFileSync(join(PAGES, name), 'utf8'));
    expect(documents.length).toBeGreaterThan(0);
    for (const { type, config } of documents) {
      const ajv = new Ajv2020({ allErrors: true, strict: false });
      addFormats.default(ajv);
      const check = ajv.compile(settingsOf(type) ?? false);
      check(config);
      expect(check.errors).toBeNull();
    }
  });
});
