import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { nowMs } from '../monotonic-clock.mjs';

const COMMAND = fileURLToPath(new URL('../../../apps/cli/bin/parcours.mjs', import.meta.url));
const AT_A_TIME = 100;

/** A folder of things pushed, pulled, changed and pushed again by the command, as a person or a pipeline starts it. */
export async function measureFolder(stack, { things }) {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-folder-'));
  const parcours = (command, ...options) => timed(stack.api.target, command, folder, options);
  try {
    // The schemas: a push prunes by them.
    await parcours('pull', '--types', 'offers');
    await eachFile(folder, things, (at) => offer(at, 10));
    const pushNewS = await parcours('push', '--publish', '--yes');
    await rm(join(folder, 'offers'), { recursive: true });
    const pullS = await parcours('pull', '--types', 'offers', '--force');
    const count = (await readdir(join(folder, 'offers'))).length;
    if (count !== things) throw new Error(`${count} of ${things} files were pulled`);
    const planUnchangedS = await parcours('plan', '--publish', '--prune');
    for (let at = 0; at < things; at++) await change(join(folder, 'offers', `${keyOf(at)}.yaml`));
    const pushChangedS = await parcours('push', '--publish', '--yes');
    await rm(join(folder, 'offers'), { recursive: true });
    const pruneS = await parcours('push', '--prune', '--yes');
    return { things, pushNewS, pullS, planUnchangedS, pushChangedS, pruneS };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed({ host, port, token }, command, folder, options) {
  const startedAt = nowMs();
  const child = spawn(process.execPath, [COMMAND, command, folder, ...options], {
    env: { PATH: process.env.PATH, PARCOURS_URL: `http://${host}:${port}`, PARCOURS_TOKEN: token },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`parcours ${command} ended with ${code}: ${complaint.trim()}`);
  return (nowMs() - startedAt) / 1_000;
}

async function eachFile(folder, things, textOf) {
  await mkdir(join(folder, 'offers'), { recursive: true });
  for (let from = 0; from < things; from += AT_A_TIME) {
    const some = Array.from({ length: Math.min(AT_A_TIME, things - from) }, (_, at) => from + at);
    await Promise.all(some.map((at) => writeFile(join(folder, 'offers', `${keyOf(at)}.yaml`), textOf(at))));
  }
}

async function change(file) {
  await writeFile(file, (await readFile(file, 'utf8')).replace('percent: 10', 'percent: 15'));
}

const keyOf = (at) => `bench-offer-${at}`;

/** About a kilobyte. */
function offer(at, percent) {
  const text = (words) => `      ${`${words} `.repeat(8).trim()}\n`.repeat(3);
  return [
    `# Offer ${at}`,
    `key: ${keyOf(at)}`,
    `name: { en: Offer ${at}, fr: Offre ${at} }`,
    'kind: percent-off',
    `percent: ${percent}`,
    `headline: { en: Ten per cent on order ${at}, fr: Dix pour cent sur la commande ${at} }`,
    'terms:',
    `    en: |\n${text('Once per household, while it lasts.')}    fr: |\n${text('Une fois par foyer.')}`,
  ].join('\n');
}
