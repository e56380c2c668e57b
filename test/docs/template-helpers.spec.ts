import { readFile } from 'node:fs/promises';
import { HELPER_GUIDE } from '@parcours/messaging';

describe('the reference of template helpers', () => {
  it('shows every example that the tests run; node scripts/generate-helper-reference.mjs writes it', async () => {
    const page = await readFile('docs/reference/template-helpers.md', 'utf8');
    const shown = HELPER_GUIDE.flatMap(({ name, usage, summary, examples }) => [
      `## ${name}`,
      usage,
      summary,
      ...examples.flatMap(({ template, output }) => [
        `\`\`\`text\n${template.trimEnd()}\n\`\`\``,
        `\`\`\`text\n${output.trimEnd()}\n\`\`\``,
      ]),
    ]);
    expect(shown.filter((part) => !page.includes(part))).toEqual([]);
    expect(shown.length).toBeGreaterThan(100);
  });
});
