import { resolve } from 'node:path';

import { type Command, InvalidArgumentError } from 'commander';

import { ExitCode } from '../exit-code.js';
import { Screen } from '../output/screen.js';
import { testPlugin } from '../plugins/plugin-test.js';
import type { GlobalOptions } from '../settings.js';
import type { CommandHost } from './command-context.js';

interface TestOptions {
  readonly messages?: number;
}

/** `parcours plugin test DIR`: holds a plugin against its contract. */
export function addPluginTestCommand(plugin: Command, { io, finish }: CommandHost): void {
  plugin
    .command('test')
    .summary('hold a plugin against its contract')
    .description(
      'Loads the plugin as an installation would, and runs it against the provider that conformance.js beside its package.json starts on this machine: what arrives, in which order, how failures are told apart, what it does when it is given up, whether secrets or memory leak.',
    )
    .argument('[dir]', 'the folder', '.')
    .option('--messages <n>', 'how many messages must leave no memory behind; 10,000 when left out', countOf)
    .action(async (directory: string, { messages }: TestOptions, command: Command) => {
      const report = await testPlugin(resolve(io.workingFolder, directory), { messages });
      const screen = new Screen(io, command.optsWithGlobals<GlobalOptions>().json === true);
      screen.report(report.data, () => report.lines);
      finish(report.passed ? ExitCode.Ok : ExitCode.Changes);
    });
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return count;
}
