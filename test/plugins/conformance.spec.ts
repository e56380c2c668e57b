import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from '@parcours/sdk';
import { conformanceChecks, type ConformanceSubject } from '@parcours/sdk/testing';

const FOLDER = join(process.cwd(), 'plugins');
const NAMES = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'package.json')));

function defaultOf(...path: readonly string[]): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest runs the tree as CommonJS
  return (require(join(FOLDER, ...path)) as { default: unknown }).default;
}

describe.each(NAMES)('%s keeps its contract (A7)', (name) => {
  const plugin = defaultOf(name, 'src', 'index.ts') as Plugin;
  const subjects = defaultOf(name, 'test', 'conformance.ts') as readonly ConformanceSubject[];
  it.each(conformanceChecks(plugin, subjects))('$title', ({ run }) => run());
});
