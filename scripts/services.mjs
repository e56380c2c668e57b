/**
 * `npm run services -- up|down|status|env`: MariaDB and Redis for development, in the background, with durable commits.
 * Their data stays under .parcours/services between `down` and `up`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBinaries } from './services/binaries.mjs';
import { startMariadb } from './services/mariadb.mjs';
import { belongsTo, endProcess, freePort, isAlive, isPortOpen } from './services/processes.mjs';
import { startRedis } from './services/redis.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dir = join(root, '.parcours', 'services');
const stateFile = join(dir, 'state.json');
const SERVERS = ['mariadb', 'redis'];
const FIRST_STATE = { password: randomBytes(12).toString('hex'), ports: {}, pids: {} };

const commands = { up, down, status, env };
const command = commands[process.argv[2]];
if (!command) {
  console.error('usage: npm run services -- up|down|status|env');
  process.exit(2);
}
try {
  await command(await readState());
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function up(state) {
  const binaries = await ensureBinaries();
  for (const name of SERVERS) {
    if (isRunning(state, name)) continue;
    const folder = join(dir, name);
    await mkdir(folder, { recursive: true });
    const port = await portFor(state, name);
    const { password } = state;
    state.pids[name] =
      name === 'mariadb'
        ? await startMariadb({ binaries, dir: folder, socket: shortSocket(), port, password, durable: true })
        : await startRedis({ binaries, dir: folder, port, persistent: true });
    state.ports[name] = port;
    await writeState(state);
  }
  await status(state);
  console.log('\nTo use them:  eval "$(npm run --silent services -- env)"');
}

async function down(state) {
  for (const name of SERVERS) {
    if (isRunning(state, name)) await endProcess(state.pids[name]);
    delete state.pids[name];
  }
  await writeState(state);
  console.log(`stopped; the data stays in ${dir}`);
}

async function status(state) {
  for (const name of SERVERS) {
    const running = isRunning(state, name) && (await isPortOpen(state.ports[name]));
    console.log(
      running
        ? `${name}: running on 127.0.0.1:${state.ports[name]}, pid ${state.pids[name]}`
        : `${name}: stopped`,
    );
  }
}

async function env(state) {
  const stopped = SERVERS.filter((name) => !isRunning(state, name));
  if (stopped.length > 0)
    throw new Error(`not running: ${stopped.join(', ')}. Start with  npm run services -- up`);
  console.log('export PARCOURS_PROFILE=server');
  console.log(
    `export PARCOURS_DATABASE_URL='mysql://parcours:${state.password}@127.0.0.1:${state.ports.mariadb}/parcours'`,
  );
  console.log(`export PARCOURS_REDIS_URL='redis://127.0.0.1:${state.ports.redis}'`);
}

/** The port of last time, so that exported addresses stay right, unless somebody else took it. */
async function portFor(state, name) {
  const last = state.ports[name];
  return last && !(await isPortOpen(last)) ? last : freePort();
}

/** A unix socket's path ends at 107 bytes, which a repository's path may pass. */
function shortSocket() {
  return join(tmpdir(), `parcours-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}.sock`);
}

function isRunning(state, name) {
  const pid = state.pids[name];
  return Boolean(pid && isAlive(pid) && belongsTo(pid, join(dir, name)));
}

async function readState() {
  const text = await readFile(stateFile, 'utf8').catch(() => undefined);
  return text ? JSON.parse(text) : FIRST_STATE;
}

async function writeState(state) {
  await mkdir(dir, { recursive: true });
  await writeFile(stateFile, JSON.stringify(state, null, 2), { mode: 0o600 });
  await chmod(stateFile, 0o600);
}
