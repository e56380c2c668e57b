/** Servers whose run was ended by SIGKILL, and their folders, are cleared away by the next run. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { belongsTo, endProcess, isAlive, startMark } from './processes.mjs';

export const FOLDER_PREFIX = 'parcours-';
const RECORD = 'run.json';

/** Notes who owns a folder and which servers run in it. */
export async function recordRun(dir, pids) {
  const owner = { pid: process.pid, mark: startMark(process.pid) };
  await writeFile(join(dir, RECORD), JSON.stringify({ owner, pids }));
}

/** Ends the servers of runs whose process is gone and removes their folders. @returns {Promise<number>} how many runs */
export async function sweepStale() {
  let swept = 0;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const dir = join(tmpdir(), name);
    const record = await readRecord(dir);
    if (!record || isRunning(record.owner)) continue;
    for (const pid of Object.values(record.pids)) {
      // The number may belong to a stranger by now: only a process that was started on this folder is ours.
      if (isAlive(pid) && belongsTo(pid, dir)) await endProcess(pid, 'SIGKILL');
    }
    await rm(dir, { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

function isRunning({ pid, mark }) {
  return isAlive(pid) && (mark === null || startMark(pid) === mark);
}

async function readRecord(dir) {
  try {
    return JSON.parse(await readFile(join(dir, RECORD), 'utf8'));
  } catch {
    return undefined;
  }
}
