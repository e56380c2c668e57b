import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Block } from './blocks.js';

const MARK = '--- end of block ---';

/** What each block prints, all of them run in one shell, after what comes `before`. */
export async function outputsOf(blocks: readonly Block[], before = ''): Promise<string[]> {
  const script = before + blocks.map((block) => `${block.script}\necho '${MARK}'\n`).join('');
  return (await bash(script)).split(`${MARK}\n`);
}

async function bash(script: string): Promise<string> {
  const child = spawn('bash', ['-s'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.stdin.end(script);
  await once(child, 'close');
  return output;
}
