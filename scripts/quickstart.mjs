/**
 * `npm run quickstart`: from a fresh clone to a running journey. Plain Node: it runs before anything is installed.
 * What comes after `--` goes to apps/quickstart, such as `--port 3100`, `--once` or `--help`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

try {
  checkNode();
  await installPackages();
  await build();
} catch (error) {
  console.error(`quickstart: ${error.message}`);
  process.exit(1);
}
// The quickstart runs a database of its own, whatever servers this terminal points to.
for (const name of Object.keys(process.env)) if (name.startsWith('PARCOURS_')) delete process.env[name];
await import('../apps/quickstart/dist/main.js');

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isTooOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (isTooOld)
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

async function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages, once; this takes a minute or two.');
  const code = await run('npm', ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ci ended with code ${code}; its message is above.`);
}

/** npm writes node_modules/.package-lock.json last, so its age tells whether an installation is whole and current. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
  // A checkout gives the lock file a new time without changing it.
  const have = packagesOf(installed);
  return Object.entries(packagesOf(wanted)).every(
    ([path, { version, optional, link }]) =>
      !path.includes('node_modules/') || optional || link || have[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

async function build() {
  const { build: compile } = await import('./build.mjs');
  const { failures } = await compile();
  const [first] = failures;
  if (first) throw new Error(`the build failed in ${first.file}: ${first.reason.split('\n')[0]}`);
}

function run(command, args) {
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
  return new Promise((resolve, reject) => {
    spawn(command, args, options)
      .once('error', () => reject(new Error(`${command} cannot be started.`)))
      .once('close', (code, signal) => resolve(code ?? signal));
  });
}
