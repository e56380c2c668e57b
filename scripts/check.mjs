/** `npm run check`: format, lint, types, import rules and unit tests, two at a time; stops at the first that fails. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules', '.bin', name);

// The longest first, so that the two lanes end at about the same time.
const STEPS = [
  {
    name: 'lint',
    command: bin('eslint'),
    args: ['.', '--max-warnings=0'],
  },
  { name: 'types', command: bin('tsc'), args: ['-p', 'tsconfig.json', '--noEmit'] },
  { name: 'unit tests', command: bin('jest'), args: ['--selectProjects', 'unit', '--runInBand', '--silent'] },
  { name: 'format', command: bin('prettier'), args: ['--check', '.', '--cache', '--log-level=warn'] },
  {
    name: 'import rules',
    command: bin('depcruise'),
    args: ['apps', 'libs', 'plugins', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'client', command: process.execPath, args: [join('scripts', 'generate-client.mjs'), '--check'] },
];
const LANES = 2;
// tsc takes any FORCE_COLOR, even 0, for a yes.
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

const startedAt = performance.now();
const queue = [...STEPS];
const running = new Set();
let failed;

await Promise.all(Array.from({ length: LANES }, work));
if (failed) {
  console.error(`\n${failed.name} failed:\n\n${failed.output.trimEnd()}`);
  process.exit(1);
}
console.log(`everything holds, in ${seconds(startedAt)}`);

async function work() {
  for (let step = queue.shift(); step && !failed; step = queue.shift()) {
    const since = performance.now();
    const { code, output } = await run(step);
    if (failed) return;
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(14)} ${seconds(since)}`);
    if (code === 0) continue;
    failed = { name: step.name, output };
    for (const child of running) child.kill();
  }
}

function run({ command, args }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...colours },
    });
    const chunks = [];
    running.add(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
