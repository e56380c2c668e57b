import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataFolder } from './data-folder.js';
import { QuickstartErrors } from './quickstart.errors.js';

const MAIN = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));
const READY = /parcours api ready on (http:\/\/\S+)/;
const READY_WITHIN_S = 60;
const STOPS_WITHIN_MS = 15_000;

export interface ApiProcess {
  readonly url: string;
  readonly log: string;
  /** Rejects when the API ends before it was asked to. */
  readonly untimelyEnd: Promise<never>;
  stop(): Promise<void>;
}

/** Starts API and worker as one process, as anyone would who embeds Parcours. @throws quickstart.api-ended, api-silent */
export async function startApi(
  folder: DataFolder,
  settings: Readonly<Record<string, string>>,
): Promise<ApiProcess> {
  if (!existsSync(MAIN)) throw QuickstartErrors.notBuilt({ file: MAIN });
  // A file in place of variables: the same API can be started again without the quickstart.
  const environment = folder.writePrivate('embedded.env', environmentFile(settings));
  const log = folder.file('api.log');
  writeFileSync(log, '');
  const child = spawn(process.execPath, ['--enable-source-maps', `--env-file=${environment}`, MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches the whole foreground group; the API is to stop when it is told to, not on its own.
    detached: true,
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  let written = '';
  let complained = '';
  let isStopping = false;
  const url = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        appendFileSync(log, text);
        written = (written + text).slice(-20_000);
        if (stream === child.stderr) complained = (complained + text).slice(-20_000);
        const [, address] = READY.exec(written) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
  });
  const ended = endOf(child);
  const untimelyEnd = ended.then((how): Promise<never> => {
    process.off('exit', kill);
    if (isStopping) return new Promise(() => undefined);
    throw QuickstartErrors.apiEnded({
      how,
      log,
      lastLine: lastLineOf(complained) ?? lastLineOf(written) ?? 'it wrote nothing',
    });
  });
  untimelyEnd.catch(() => undefined);
  const stop = async () => {
    isStopping = true;
    child.kill('SIGTERM');
    const patience = setTimeout(kill, STOPS_WITHIN_MS);
    await ended;
    clearTimeout(patience);
  };
  const silence = silenceAfter(READY_WITHIN_S, log);
  try {
    return { url: await Promise.race([url, untimelyEnd, silence.rejects]), log, untimelyEnd, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    silence.cancel();
  }
}

async function endOf(child: ChildProcess): Promise<string> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return signal === null ? `with code ${String(code)}` : `by ${signal}`;
}

function silenceAfter(seconds: number, log: string): { rejects: Promise<never>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const rejects = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(QuickstartErrors.apiSilent({ seconds, log }));
    }, seconds * 1_000);
  });
  return {
    rejects,
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

/** Quotes keep `#` and spaces in paths; Node takes the text between them as it stands. */
export function environmentFile(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => {
    const quote = ["'", '`', '"'].find((candidate) => !value.includes(candidate)) ?? '';
    return `${name}=${quote}${value}${quote}\n`;
  });
  return lines.join('');
}

/** The last line that says something: of a log in JSON, its message. */
export function lastLineOf(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at |^Node\.js v/.test(line));
  const last = lines.at(-1);
  const [, message] = /"msg":"((?:[^"\\]|\\.)*)"/.exec(last ?? '') ?? [];
  return message ?? last?.trim();
}
