import { join } from 'node:path';
import { startServer } from './processes.mjs';

/** Starts Redis; `persistent` keeps what it holds over a restart. @returns {Promise<number>} its process id */
export async function startRedis({ binaries, dir, port, persistent }) {
  return startServer({
    name: 'Redis',
    command: binaries['redis-server'],
    args: [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--daemonize', 'no'],
      ...['--save', '', '--appendonly', persistent ? 'yes' : 'no', '--maxmemory-policy', 'noeviction'],
    ],
    port,
    logFile: join(dir, 'redis.log'),
  });
}
