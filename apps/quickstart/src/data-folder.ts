import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { types } from 'node:util';
import { isJsonObject, ParcoursError } from '@parcours/kernel';
import { QuickstartErrors } from './quickstart.errors.js';

/** What the quickstart remembers from one start to the next. */
export interface QuickstartMemory {
  /** How many times the sample customers have been sent. */
  readonly run: number;
  readonly smtpPort: number;
  readonly mailboxPort: number;
  /** Where the API of the last start listened. */
  readonly url: string | undefined;
}

const NOTHING_YET: QuickstartMemory = { run: 0, smtpPort: 0, mailboxPort: 0, url: undefined };

/** The folder that holds everything the quickstart keeps: secrets, the database, logs. */
export class DataFolder {
  private constructor(readonly path: string) {}

  /** @throws quickstart.folder-unusable */
  static open(path: string): DataFolder {
    const folder = new DataFolder(resolve(path));
    folder.attempt(() => {
      makeFolder(folder.path);
      accessSync(folder.path, constants.W_OK | constants.X_OK);
      // Root passes every access check, and a read-only file system fails only here.
      folder.remember({});
    });
    return folder;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** The token that opens the API; made at the first start. @throws quickstart.file-damaged */
  adminToken(): string {
    const make = () => `prc_${randomBytes(32).toString('base64url')}`;
    return this.secret('admin-token', make, (text) => /^prc_[A-Za-z0-9_-]{32,}$/.test(text));
  }

  /** The key that secrets in connector settings are encrypted with; made at the first start. */
  secretKey(): string {
    const make = () => randomBytes(32).toString('base64');
    return this.secret('secret-key', make, (text) => Buffer.from(text, 'base64').length === 32);
  }

  memory(): QuickstartMemory {
    const file = this.file('quickstart.json');
    if (!existsSync(file)) return NOTHING_YET;
    const known = parseJson(readFileSync(file, 'utf8'));
    if (!isJsonObject(known)) throw QuickstartErrors.fileDamaged({ file });
    const { run, smtpPort, mailboxPort, url } = known;
    return {
      run: numberOr(run, 0),
      smtpPort: numberOr(smtpPort, 0),
      mailboxPort: numberOr(mailboxPort, 0),
      url: typeof url === 'string' ? url : undefined,
    };
  }

  remember(change: Partial<QuickstartMemory>): void {
    const memory = { ...this.memory(), ...change };
    writeFileSync(this.file('quickstart.json'), `${JSON.stringify(memory, null, 2)}\n`);
  }

  /** A file that only its owner can read. */
  writePrivate(name: string, text: string): string {
    const file = this.file(name);
    this.attempt(() => {
      writeFileSync(file, text, { mode: 0o600 });
    });
    return file;
  }

  private secret(name: string, make: () => string, isSound: (text: string) => boolean): string {
    const file = this.file(name);
    if (!existsSync(file)) this.writePrivate(name, `${make()}\n`);
    const text = readFileSync(file, 'utf8').trim();
    if (!isSound(text)) throw QuickstartErrors.fileDamaged({ file });
    return text;
  }

  private attempt(write: () => void): void {
    try {
      write();
    } catch (cause) {
      if (cause instanceof ParcoursError) throw cause;
      throw QuickstartErrors.folderUnusable({ folder: this.path, reason: reasonOf(cause) }, { cause });
    }
  }
}

/** Level by level: on some file systems Node's recursive form never comes back where a level cannot be made. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it cannot be written to',
  EPERM: 'it cannot be written to',
  EROFS: 'it lies on a read-only file system',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
  ENOSPC: 'the disk is full',
  ENOENT: 'it cannot be created',
};

function reasonOf(error: unknown): string {
  const code = types.isNativeError(error) && 'code' in error ? String(error.code) : 'unknown error';
  return REASONS[code] ?? code;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told as a damaged file.
    return undefined;
  }
}
