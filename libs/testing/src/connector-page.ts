import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const PAGES = join(import.meta.dirname, '../../../docs/connectors');
const ALWAYS = ['Set up', 'Permissions', 'Limits', 'Errors', 'What is retried'];

export interface ConnectorPage {
  /** The type of the connector, which the page is named after. */
  readonly type: string;
  /** Schema of its configuration. */
  readonly config: object;
  /** Codes that its table of errors must explain. */
  readonly codes: readonly string[];
}

/** What is missing or wrong in docs/connectors/<type>.md; empty where nothing is. */
export function connectorPageDefects({ type, config, codes }: ConnectorPage): readonly string[] {
  const page = readFileSync(join(PAGES, `${type}.md`), 'utf8');
  const [, errors = ''] = /^## Errors$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(page) ?? [];
  return [
    ...ALWAYS.filter((section) => !page.includes(`\n## ${section}\n`)).map(
      (section) => `no section ${section}`,
    ),
    ...codes.filter((code) => !errors.includes(`| \`${code}\``)).map((code) => `${code} is not explained`),
    ...documentDefects(page, { type, config }),
  ];
}

function documentDefects(
  page: string,
  { type, config }: Pick<ConnectorPage, 'type' | 'config'>,
): readonly string[] {
  const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  if (blocks.length !== 1) return [`${String(blocks.length)} blocks of JSON`];
  const document = JSON.parse(blocks[0] ?? '') as { name?: unknown; type?: unknown; config?: unknown };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(config);
  validate(document.config);
  return [
    ...(typeof document.name === 'string' ? [] : ['the connector has no name']),
    ...(document.type === type ? [] : [`the type is ${String(document.type)}`]),
    ...(validate.errors ?? []).map(({ instancePath, message = '' }) => `config${instancePath} ${message}`),
  ];
}
