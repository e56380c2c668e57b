import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AUDIENCE_FINDINGS } from '@parcours/audience';
import { CATALOG_FINDINGS } from '@parcours/catalog';
import { CONTENT_FINDINGS } from '@parcours/content';
import { CRM_FINDINGS } from '@parcours/crm';
import { FILE_DEFECTS } from '@parcours/content-files';
import { EVENT_FINDINGS } from '@parcours/events';
import { TEAM_FINDINGS } from '@parcours/journeys';
import { TEMPLATE_FINDINGS } from '@parcours/messaging';
import { QUERY_CODES, SCHEMA_CODES, TOKEN_FINDINGS } from '@parcours/http';
import { declaredErrors } from '@parcours/kernel';
import { PEOPLE_DEFECTS } from '@parcours/people';
import { POLICY_FINDINGS } from '@parcours/messaging';
import { WEBHOOK_FINDINGS } from '@parcours/webhooks';

const ROOT = join(import.meta.dirname, '../..');
const DEFECTS = {
  ...SCHEMA_CODES,
  ...QUERY_CODES,
  ...CONTENT_FINDINGS,
  ...FILE_DEFECTS,
  ...CATALOG_FINDINGS,
  ...AUDIENCE_FINDINGS,
  ...TOKEN_FINDINGS,
  ...PEOPLE_DEFECTS,
  ...WEBHOOK_FINDINGS,
  ...EVENT_FINDINGS,
  ...TEAM_FINDINGS,
  ...POLICY_FINDINGS,
  ...CRM_FINDINGS,
  ...TEMPLATE_FINDINGS,
};
const ROW = /^\| `([a-z-]+\.[a-z-]+)`\s*\|(.*)\|$/;

function documented(): Map<string, string[]> {
  const lines = readFileSync(join(ROOT, 'docs/reference/errors.md'), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const match = ROW.exec(line);
      return match ? [[match[1]!, match[2]!.split('|').map((cell) => cell.trim())]] : [];
    }),
  );
}

describe('the reference of errors', () => {
  beforeAll(async () => {
    const libraries = readdirSync(join(ROOT, 'libs')).filter((name) => name !== 'testing');
    for (const name of libraries) await import(`@parcours/${name}`);
  });

  it('lists every error that is declared, as it is declared', () => {
    const page = documented();
    const missing = declaredErrors().filter(({ code, status, title, retryable }) => {
      const row = page.get(code);
      return row?.join('|') !== [status, title, retryable ? 'yes' : 'no'].join('|');
    });
    expect(missing).toEqual([]);
  });

  it('lists no error that is not declared', () => {
    const known = new Set([...declaredErrors().map(({ code }) => code), ...Object.keys(DEFECTS)]);
    expect([...documented().keys()].filter((code) => !known.has(code))).toEqual([]);
  });

  it('explains the code of every defect', () => {
    const codes = Object.keys(DEFECTS);
    expect(codes.filter((code) => !documented().has(code))).toEqual([]);
  });
});
