import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ParcoursConfig } from '@parcours/config';
import { profiles } from '@parcours/testing';

import { createApi } from '../../../apps/api/src/create-api.js';
import { type Block, blocksOf } from './blocks.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const MARK = '--- end of block ---';

/** What the commands of a page meet: an instance of their own, and a folder for their files. */
export interface HowToStage {
  readonly url: string;
  readonly token: string;
  readonly folder: string;
  /** Calls the API as the administrator, before or after the commands; answers the parsed body. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  call(method: string, path: string, body?: unknown): Promise<any>;
}

export interface HowToOptions {
  /** Variables of the instance, such as `{ PARCOURS_LOCALE: 'fr' }`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Brings about what the page takes for granted. What it returns is replaced in the page, name by value. */
  readonly prepare?: (stage: HowToStage) => Promise<Readonly<Record<string, string>> | undefined>;
  /** Ends what `prepare` has started. */
  readonly cleanUp?: () => Promise<void>;
}

/**
 * Runs a page of docs/how-to against a real API (the embedded profile, alone on an empty database), and holds it to what it
 * says. Its ```sh blocks, and `<!-- sh … -->` blocks that readers do not see, run in order in one shell in the folder of
 * the repository. `<!-- expect: … -->` after a block is a regular expression that its output must match; a block that
 * nothing is expected of must print nothing. `http://127.0.0.1:3000`, `.parcours/`, `/tmp/`, `npx yaml` and `npx parcours` are
 * replaced by what the test has.
 */
export function describeHowTo(page: string, options: HowToOptions = {}): void {
  describe(`the page docs/how-to/${page}.md`, () => {
    let running: RunningHowTo;

    beforeAll(async () => {
      running = await runHowTo(page, options);
    });

    afterAll(async () => {
      await running.close();
      await options.cleanUp?.();
    });

    it('has commands, and says what comes of them', () => {
      expect(running.blocks.some(({ expected }) => expected.length > 0)).toBe(true);
    });

    it('shows what really happens, from the first command to the last', () => {
      const broken = running.blocks.flatMap(({ script, expected }, at) => {
        const output = running.outputs[at] ?? 'was not reached';
        const unmet = expected.filter((pattern) => !new RegExp(pattern).test(output));
        const isUnexpected = expected.length === 0 && output !== '';
        return isUnexpected || unmet.length > 0 ? [{ script, unmet, output }] : [];
      });
      expect(broken).toEqual([]);
    });
  });
}

interface RunningHowTo {
  readonly blocks: readonly Block[];
  readonly outputs: readonly string[];
  close(): Promise<void>;
}

async function runHowTo(page: string, options: HowToOptions): Promise<RunningHowTo> {
  const { stage, close } = await startStage(options.environment ?? {});
  try {
    const replaced = Object.entries({
      ...((await options.prepare?.(stage)) ?? {}),
      'http://127.0.0.1:3000': stage.url,
      '/tmp/': `${stage.folder}/`,
      '.parcours/': `${stage.folder}/`,
      'npx yaml': 'node_modules/.bin/yaml',
      'npx parcours': 'node apps/cli/bin/parcours.mjs',
    });
    const text = await readFile(join(root, `docs/how-to/${page}.md`), 'utf8');
    const blocks = blocksOf(text).map(({ script, expected }) => ({
      script: replaced.reduce((given, [name, value]) => given.replaceAll(name, value), script),
      expected,
    }));
    return { blocks, outputs: await outputsOf(blocks, stage.folder), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startStage(environment: Readonly<Record<string, string>>) {
  const [embedded] = profiles;
  if (!embedded) throw new Error('there is no embedded profile');
  const setup = await embedded.prepare();
  const folder = await mkdtemp(join(tmpdir(), 'parcours-how-to-'));
  const token = `prc_${randomBytes(24).toString('hex')}`;
  const app = await createApi(
    new ParcoursConfig({
      ...setup.environment,
      PARCOURS_ADMIN_TOKEN: token,
      PARCOURS_SECRET_KEY: randomBytes(32).toString('base64'),
      PARCOURS_LOG_LEVEL: 'silent',
      PARCOURS_SWEEP_MS: '250',
      ...environment,
    }),
  );
  await app.listen(0, '127.0.0.1');
  await writeFile(join(folder, 'admin-token'), token);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const call: HowToStage['call'] = async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const close = async () => {
    await app.close();
    await setup.dispose();
    await rm(folder, { recursive: true, force: true });
  };
  return { stage: { url, token, folder, call }, close };
}

/** What each block wrote, to both streams. */
async function outputsOf(blocks: readonly Block[], folder: string): Promise<string[]> {
  const file = join(folder, 'page.sh');
  await writeFile(file, blocks.map(({ script }) => `${script}\necho '${MARK}'\n`).join(''));
  const child = spawn('bash', [file], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await once(child, 'close');
  return output.split(`${MARK}\n`);
}
