/**
 * Writes docs/reference/errors.md from the error catalogues of the built libraries: run `npm run build` first. A test
 * holds the page against the sources both ways.
 */
import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'reference', 'errors.md');

const libraries = await builtLibraries();
const modules = Object.fromEntries(
  await Promise.all(libraries.map(async (name) => [name, await import(indexOf(name).href)])),
);
const text = render(modules.kernel.declaredErrors(), {
  ...modules.http.SCHEMA_CODES,
  ...modules.http.QUERY_CODES,
  ...modules.content.CONTENT_FINDINGS,
  ...modules['content-files'].FILE_DEFECTS,
  ...modules.catalog.CATALOG_FINDINGS,
  ...modules.audience.AUDIENCE_FINDINGS,
  ...modules.http.TOKEN_FINDINGS,
  ...modules.people.PEOPLE_DEFECTS,
  ...modules.webhooks.WEBHOOK_FINDINGS,
  ...modules.events.EVENT_FINDINGS,
  ...modules.journeys.TEAM_FINDINGS,
  ...modules.messaging.TEMPLATE_FINDINGS,
  ...modules.messaging.POLICY_FINDINGS,
});
await writeFile(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
console.log(`wrote docs/reference/errors.md from ${String(libraries.length)} libraries`);

async function builtLibraries() {
  const names = (await readdir(join(root, 'libs'))).filter((name) => name !== 'testing').sort();
  const built = await Promise.all(
    names.map((name) =>
      stat(fileURLToPath(indexOf(name))).then(
        () => true,
        () => false,
      ),
    ),
  );
  const missing = names.filter((_name, at) => !built[at]);
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}; run  npm run build  first`);
  return names;
}

function indexOf(name) {
  return pathToFileURL(join(root, 'libs', name, 'dist', 'index.js'));
}

function render(errors, defects) {
  const areas = [...new Set(errors.map(({ code }) => code.split('.')[0]))].sort();
  return [
    '# Errors',
    '',
    'Every error is answered as `application/problem+json` (RFC 9457). Its `code` is stable: programs may rely on it, and',
    '`type` is `urn:parcours:problem:` and the code. Codes with status 500 appear in logs and at start; a caller is told',
    '`http.internal` in their place. Where a repetition may succeed without a change, the last column says so, and the',
    'answer may carry `Retry-After`.',
    '',
    'This page is written by `node scripts/generate-error-reference.mjs`.',
    '',
    ...areas.flatMap((area) => [
      `## ${area}`,
      '',
      '| Code | Status | Title | Try again |',
      '| --- | --- | --- | --- |',
      ...errors
        .filter(({ code }) => code.startsWith(`${area}.`))
        .map(({ code, status, title, retryable }) =>
          row([`\`${code}\``, status, title, retryable ? 'yes' : 'no']),
        ),
      '',
    ]),
    '## Defects',
    '',
    'The entries of `errors` in a problem, and the findings of a validation, carry a JSON pointer and one of these codes',
    'or one of the content type that was checked.',
    '',
    '| Code | Meaning |',
    '| --- | --- |',
    ...Object.entries(defects).map(([code, meaning]) => row([`\`${code}\``, meaning])),
    '',
  ].join('\n');
}

function row(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}
