import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { run } from '../../../apps/cli/src/index.js';

/** What the command wrote, and what it ended with. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, and the `parcours` command run in it. */
export class CommandDesk {
  private constructor(
    readonly folder: string,
    private readonly environment: Record<string, string>,
  ) {}

  static async open(environment: Record<string, string>): Promise<CommandDesk> {
    return new CommandDesk(await mkdtemp(join(tmpdir(), 'parcours-cli-')), environment);
  }

  /** The same folder against another installation. */
  with(environment: Record<string, string>): CommandDesk {
    return new CommandDesk(this.folder, { ...this.environment, ...environment });
  }

  async run(...args: string[]): Promise<Ran> {
    return this.answering(undefined, ...args);
  }

  /** As somebody would who answers the question at a terminal. */
  async answering(ask: (() => Promise<boolean>) | undefined, ...args: string[]): Promise<Ran> {
    const written = { out: '', err: '' };
    const to = (name: 'out' | 'err') => ({ write: (text: string) => (written[name] += text) });
    const code = await run(args, {
      environment: this.environment,
      workingFolder: this.folder,
      out: to('out'),
      err: to('err'),
      ask,
    });
    return { code, ...written };
  }

  async write(path: string, text: string | Buffer): Promise<void> {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), text);
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.folder, path), { recursive: true });
  }

  /** Every file with its text, but for what the folder remembers of installations. */
  async files(): Promise<Map<string, string>> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name !== 'state.json');
    const paths = files
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .sort();
    return new Map(await Promise.all(paths.map(async (path) => [path, await this.read(path)] as const)));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
