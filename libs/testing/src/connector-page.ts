import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = join(import.meta.dirname, '../../../docs/connectors');

/** Those of some codes that the table of errors in docs/connectors/<plugin>.md leaves out. */
export function unexplainedCodes(plugin: string, codes: readonly string[]): readonly string[] {
  const page = readFileSync(join(PAGES, `${plugin}.md`), 'utf8');
  const errors = page.split(/^## /m).find((section) => section.startsWith('Errors\n')) ?? '';
  return [...new Set(codes)].filter((code) => !errors.includes(`| \`${code}\``));
}
