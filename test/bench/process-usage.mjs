/** What the operating system says about a process. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const MEBIBYTE = 1024 * 1024;

/** Resident memory in MB. */
export function residentMb(pid) {
  const status = read(`/proc/${pid}/status`);
  const kilobytes = status
    ? /VmRSS:\s+(\d+)/.exec(status)?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kilobytes) * 1024) / MEBIBYTE;
}

/** Seconds of a core used so far, or null where the system does not tell. */
export function cpuSeconds(pid) {
  const fields = read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : null;
}

/** Seconds of a core that the whole machine has used so far, or null where the system does not tell. */
export function machineCpuSeconds() {
  const [user, nice, system, , , interrupts, softInterrupts] =
    read('/proc/stat')?.split('\n', 1)[0].split(/\s+/).slice(1).map(Number) ?? [];
  return user === undefined ? null : (user + nice + system + interrupts + softInterrupts) / TICKS_PER_SECOND;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
