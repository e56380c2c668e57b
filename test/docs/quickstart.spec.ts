import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'apps/quickstart/dist/main.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function quickstart(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

describe('the quickstart', () => {
  let folder: string;
  let data: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-quickstart-'));
    data = join(folder, 'data');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const rehearse = () => quickstart('--once', '--port', '0', '--data-dir', data);

  it('takes six customers through the journey and says what each received and why', async () => {
    const { code, stdout, stderr } = await rehearse();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Imported 13 pieces of starter content in French and English/);
    const about = (name: string) => stdout.split('\n\n').find((part) => part.startsWith(`${name}  `)) ?? '';
    expect(about('Amélie Martin')).toMatch(/received {2}Bienvenue Amélie\u00a0: votre essai est ouvert/);
    expect(about('Amélie Martin').match(/received {2}/g)).toHaveLength(2);
    expect(about('Chloé Dubois')).toMatch(/received {2}Ce que l’offre pro ajoute/);
    expect(about('Chloé Dubois')).toMatch(/plan .*Case 1 held.*\(trait\.plan: pro\)/);
    expect(about('Ben Carter').match(/received {2}/g)).toHaveLength(3);
    expect(about('Ben Carter')).toMatch(/first-report .*Nothing came in time/);
    expect(about('David Okafor').match(/received {2}/g)).toHaveLength(1);
    expect(about('David Okafor')).toMatch(/Exit rule 1 fired.*\(subscription\.cancelled\)/);
    expect(about('Eva Lindqvist')).toMatch(/received nothing[\s\S]*No message was sent \(no-address\)/);
    expect(about('Hugo Petit')).toMatch(/received nothing\n {2}because the trigger asks for a trial/);
    expect(stdout).not.toContain('\u001b');
    expect(statSync(join(data, 'admin-token')).mode & 0o777).toBe(0o600);
  });

  it('starts again on the same data with customers of its own', async () => {
    const { code, stdout, stderr } = await rehearse();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('The content is as you left it.');
    expect(stdout).toContain('Run 2: 6 sample customers sign up');
  });

  it('says in one line that a port is taken, and starts nothing', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const port = String((holder.address() as AddressInfo).port);
    const other = join(folder, 'other');
    const ended = await quickstart('--once', '--port', port, '--data-dir', other);
    holder.close();
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(new RegExp(`^quickstart: port ${port} is taken\\. .*--port \\d+\\.\\n$`));
    expect(existsSync(join(other, 'api.log'))).toBe(false);
  });

  it('says in one line that the folder cannot be used', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const ended = await quickstart('--once', '--port', '0', '--data-dir', join(file, 'data'));
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^quickstart: .*cannot be used: a part of its path is a file\. .*\n$/);
  });

  it('passes on the reason when the API does not start', async () => {
    const broken = join(folder, 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'parcours.sqlite'), 'this is no database, and long enough to be looked at');
    const { code, stderr } = await quickstart('--once', '--port', '0', '--data-dir', broken);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^quickstart: the API ended with code 1: .*file is not a database .*\n$/);
  });

  it('refuses a Node that is too old in one line, before anything is installed', () => {
    const script = join(root, 'scripts/quickstart.mjs');
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `${pretend} await import(${JSON.stringify(script)})`],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe('quickstart: Node 20.19 or newer is needed; this is 18.20.4.\n');
  });
});
