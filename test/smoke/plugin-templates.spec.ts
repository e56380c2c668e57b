import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(process.cwd(), 'apps', 'cli', 'bin', 'parcours.mjs');

// A plugin is imported by plain Node, outside of the repository, with the SDK of the product.
describe('the built command: parcours plugin new --kind (A7)', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-templates-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const parcours = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, out: stdout + stderr };
  };

  it.each(['channel', 'crm', 'step', 'test', 'helper'])(
    '%s writes a plugin that keeps its contract',
    async (kind) => {
      const name = `my-${kind}`;
      expect(parcours('plugin', 'new', name, '--kind', kind)).toMatchObject({ status: 0 });
      expect(await readFile(join(folder, name, 'README.md'), 'utf8')).toMatch(
        new RegExp(`^# ${name}\n\n[A-Z]`),
      );
      expect(parcours('plugin', 'test', name, '--messages', '50')).toEqual({
        status: 0,
        out: expect.stringMatching(/[1-9]\d* passed, 0 failed/),
      });
    },
  );

  it('crm is held against all that a CRM does: records, tasks, and what it tells', () => {
    expect(parcours('plugin', 'new', 'whole-crm', '--kind', 'crm')).toMatchObject({ status: 0 });
    const { out } = parcours('plugin', 'test', 'whole-crm');
    const held = [
      'records come page by page',
      'nobody is created twice',
      'every action is done once',
      'somebody who was erased is forgotten',
      'what the provider sends is read',
    ];
    expect(held.filter((title) => !out.includes(`✓ whole-crm: ${title}`))).toEqual([]);
    expect(out).toMatch(/, 0 failed, 0 skipped/);
  });
});
