import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { profiles } from '@parcours/testing';

import { startPlatform } from '../e2e/support/platform.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the page on how to use the client', () => {
  it('prints what it says', async () => {
    const platform = await startPlatform(profiles[0]!, { basics: false });
    try {
      const page = await readFile(`${root}docs/how-to/use-the-client.md`, 'utf8');
      const program = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code).join('');
      const printed = [...program.matchAll(/^ *\/\/ → (.*)$/gm)].map(([, line]) => line);
      const run = program
        .replace('http://127.0.0.1:3000', platform.url)
        .replace("readFileSync('.parcours/admin-token', 'utf8')", JSON.stringify(platform.token));
      expect(printed.length).toBeGreaterThan(10);
      expect(await printedBy(run)).toEqual(printed);
    } finally {
      await platform.stop();
    }
  });
});

/** What a program prints that stands in the repository, and finds its packages. */
async function printedBy(program: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-'], { cwd: root });
  child.stdin.end(program);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return [...output.trimEnd().split('\n'), ...(errors === '' ? [] : [errors])];
}
