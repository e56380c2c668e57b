/**
 * `npm test`: installs what is missing, builds, starts private servers, runs every test on both profiles, and leaves
 * nothing behind. Arguments after `--` go to Jest: `npm test -- test/e2e/events`. `--allow-skips` tolerates skipped tests.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, recordRun, startServices } from './services/index.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ALLOW_SKIPS = '--allow-skips';
const jestArguments = process.argv.slice(2).filter((argument) => argument !== ALLOW_SKIPS);
const skipsAllowed = process.argv.includes(ALLOW_SKIPS);

let child;
let interrupted;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = signal;
    endGroup(signal);
  });
}

process.exitCode = await main();

async function main() {
  const started = [];
  try {
    await installPackages();
    await run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
    const chromium = await ensureChromium();
    const { databaseUrl, redisUrl } = await servers(started);
    const dir = await mkdtemp(join(tmpdir(), 'parcours-run-'));
    started.push({ stop: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) });
    await recordRun(dir, {});
    const temporary = join(dir, 'tmp');
    await mkdir(temporary);
    const env = { ...process.env, NODE_ENV: 'test', TZ: 'UTC', PARCOURS_CHROMIUM: chromium };
    // What a test forgets in the temporary folder goes with ours.
    Object.assign(env, { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl, TMPDIR: temporary });
    const results = [];
    results.push(await jest(dir, ['unit', 'integration'], ['--maxWorkers=2'], env));
    // Faults are timed and kill servers: they run alone.
    results.push(await jest(dir, ['faults'], ['--runInBand', '--testTimeout=600000'], env));
    return await finish(started, results);
  } catch (error) {
    if (!interrupted) console.error(error.message);
    await stopAll(started);
    return interrupted ? 130 : 1;
  }
}

async function servers(started) {
  const databaseUrl = process.env.PARCOURS_TEST_DATABASE_URL;
  const redisUrl = process.env.PARCOURS_TEST_REDIS_URL;
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl };
  const services = await startServices({ mariadb: !databaseUrl, redis: !redisUrl });
  started.push(services);
  if (interrupted) throw new Error(interrupted);
  return { databaseUrl: databaseUrl ?? services.databaseUrl, redisUrl: redisUrl ?? services.redisUrl };
}

async function jest(dir, projects, options, env) {
  const outputFile = join(dir, `${projects[0]}.json`);
  const args = [
    '--selectProjects',
    ...projects,
    '--passWithNoTests',
    '--json',
    `--outputFile=${outputFile}`,
    ...options,
  ];
  const code = await runStatus(
    process.execPath,
    [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args, ...jestArguments],
    env,
  );
  if (interrupted) throw new Error(interrupted);
  const report = await readFile(outputFile, 'utf8').catch(() => undefined);
  if (!report) throw new Error(`jest ended with code ${code} and wrote no report`);
  return { code, report: JSON.parse(report) };
}

/** A file that cannot be loaded counts as one failed test: it hides some. */
async function finish(started, results) {
  await stopAll(started);
  const sum = (pick) => results.reduce((total, { report }) => total + pick(report), 0);
  const passed = sum((report) => report.numPassedTests);
  const failed = sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites);
  const skipped = sum((report) => report.numPendingTests + report.numTodoTests);
  if (skipped > 0) for (const { report } of results) listSkipped(report);
  if (passed + failed === 0) console.error('no test ran');
  if (skipped > 0 && !skipsAllowed)
    console.error(`a skipped test fails the run; ${ALLOW_SKIPS} lets it pass`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  const complete = passed > 0 && failed === 0 && (skipped === 0 || skipsAllowed);
  return complete && results.every(({ code }) => code === 0) ? 0 : 1;
}

function listSkipped(report) {
  for (const { assertionResults } of report.testResults) {
    for (const test of assertionResults) {
      if (test.status === 'pending' || test.status === 'todo') console.error(`skipped: ${test.fullName}`);
    }
  }
}

async function stopAll(started) {
  for (const one of started.splice(0).reverse()) await one.stop();
}

/** npm writes node_modules/.package-lock.json last, so its age tells whether an installation is whole and current. */
async function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const fresh =
    existsSync(installed) &&
    (await stat(installed)).mtimeMs >= (await stat(join(root, 'package-lock.json'))).mtimeMs;
  if (!fresh && !(await matchesLock(installed)))
    await run('npm', ['ci', '--include=dev', '--no-fund', '--no-audit']);
}

/** A checkout gives the lock file a new time without changing it. */
async function matchesLock(installed) {
  if (!existsSync(installed)) return false;
  const [have, want] = await Promise.all(
    [installed, join(root, 'package-lock.json')].map(async (file) =>
      JSON.parse(await readFile(file, 'utf8')),
    ),
  );
  return Object.entries(want.packages).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      !path.includes('node_modules/') ||
      optional ||
      link ||
      have.packages[path]?.version === version,
  );
}

async function run(command, args) {
  const code = await runStatus(command, args, process.env);
  if (interrupted) throw new Error(interrupted);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with code ${code}`);
}

/** Each command leads a process group, so that nothing which a test started can outlive it. */
function runStatus(command, args, env) {
  return new Promise((resolve, reject) => {
    child = spawn(command, args, { cwd: root, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      endGroup('SIGKILL');
      child = undefined;
      resolve(code ?? signal);
    });
  });
}

function endGroup(signal) {
  if (!child?.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is empty: everything has ended by itself.
  }
}
