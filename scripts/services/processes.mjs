/** Starting, watching and ending a server that outlives the function that started it. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 20;

/** @returns {Promise<number>} a port of the loopback interface that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export function isPortOpen(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (open) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** Starts a program in a process group of its own: a Ctrl-C in the terminal reaches us, and we stop it in good order. */
export async function startServer({ name, command, args, port, logFile }) {
  const output = openSync(logFile, 'a');
  const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  let failure;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? `code ${code}`}`));
  child.unref();
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!failure && Date.now() < deadline) {
    if (await isPortOpen(port)) {
      // Another program may hold the port while ours is about to fail on it.
      await delay(POLL_MS);
      if (!failure) return child.pid;
    }
    await delay(POLL_MS);
  }
  if (child.pid && !failure) process.kill(child.pid, 'SIGKILL');
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const reason = failure ?? `port ${port} did not open within ${READY_TIMEOUT_MS / 1000} s`;
  throw new Error(`${name} did not start: ${reason}\n${log.trim().split('\n').slice(-12).join('\n')}`);
}

/** Sends a signal and waits until the process is gone; SIGKILL follows when it does not obey in time. */
export async function endProcess(pid, signal = 'SIGTERM') {
  if (!send(pid, signal)) return;
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) send(pid, 'SIGKILL');
    await delay(POLL_MS);
  }
}

/**
 * A zombie waits for its parent alone and counts as gone; but as long as any of its threads is still ending, its port
 * and its locks are held.
 */
export function isAlive(pid) {
  if (!send(pid, 0)) return false;
  const stat = statOf(pid);
  return stat?.state !== 'Z' || stat.threads > 1;
}

/** The moment a process was started in the system's own count; tells a process from a later one with the same number. */
export function startMark(pid) {
  return statOf(pid)?.startedAt ?? null;
}

/** Whether a process works in a folder or was started on it. Redis renames itself, and so it is known by where it works. */
export function belongsTo(pid, dir) {
  try {
    if (!existsSync('/proc/self/cwd')) return commandLine(pid).includes(dir);
    return (
      readlinkSync(`/proc/${pid}/cwd`).startsWith(dir) ||
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dir)
    );
  } catch {
    return false;
  }
}

function commandLine(pid) {
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state: fields[0], threads: Number(fields[17]), startedAt: fields[19] };
  } catch {
    return undefined;
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'EPERM') return true;
    return false;
  }
}
