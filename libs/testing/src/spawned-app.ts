import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitFor } from './wait-for.js';

export interface SpawnOptions {
  /** Matches the line that says that the app can be used; its groups are in `ready`. */
  readonly ready: RegExp;
  readonly args?: readonly string[];
  readonly timeoutMs?: number;
  /** Where it is started; the folder of the repository where it is left out. */
  readonly folder?: string;
}

export interface AppExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface SpawnedApp {
  readonly pid: number;
  readonly ready: RegExpMatchArray;
  /** Everything it wrote so far, to both streams. */
  output(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): void;
  /** SIGTERM, and SIGKILL when that is not obeyed within `timeoutMs`. */
  stop(timeoutMs?: number): Promise<AppExit>;
  readonly exited: Promise<AppExit>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts the built `apps/<name>` as the process that it is in production, with no PARCOURS_ variable but those given. */
export async function spawnApp(
  name: string,
  environment: Readonly<Record<string, string>>,
  { ready, args = [], timeoutMs = 90_000, folder = root }: SpawnOptions,
): Promise<SpawnedApp> {
  const main = join(root, 'apps', name, 'dist', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
    cwd: folder,
    env: { ...inheritedEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  let ended: AppExit | undefined;
  const exited = endOf(child).then((exit) => (ended = exit));
  const found = await waitFor(() => written.match(ready) ?? ended, {
    timeoutMs,
    describe: `${name} to be ready`,
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${String(error)}\n${written}`);
  });
  if (!Array.isArray(found)) {
    throw new Error(
      `${name} ended with ${found.signal ?? `code ${String(found.code)}`} before it was ready\n${written}`,
    );
  }
  return {
    pid: child.pid ?? -1,
    ready: found,
    output: () => written,
    kill: (signal) => void child.kill(signal),
    stop: (patience = 30_000) => stop(child, exited, patience),
    exited,
  };
}

async function stop(child: ChildProcess, exited: Promise<AppExit>, timeoutMs: number): Promise<AppExit> {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const exit = await exited;
  clearTimeout(patience);
  return exit;
}

function endOf(child: ChildProcess): Promise<AppExit> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
}

function inheritedEnvironment(): Record<string, string | undefined> {
  const foreign = Object.entries(process.env).filter(([name]) => !/^(PARCOURS_|TEST_|JEST_)/.test(name));
  return Object.fromEntries(foreign);
}
