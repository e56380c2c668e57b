import { createInterface } from 'node:readline/promises';

import { run } from './index.js';

const { stdin, stdout, stderr } = process;

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

function interruption(): AbortSignal {
  const ending = new AbortController();
  process.once('SIGINT', () => {
    ending.abort();
  });
  return ending.signal;
}

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  workingFolder: process.cwd(),
  out: stdout,
  err: stderr,
  ask: stdin.isTTY ? ask : undefined,
  interruption,
});
