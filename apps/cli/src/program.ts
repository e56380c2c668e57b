import { ParcoursProblem, ParcoursUnreachable } from '@parcours/client';
import { ParcoursError } from '@parcours/kernel';
import { Command, CommanderError } from 'commander';

import type { CommandHost } from './commands/command-context.js';
import { addCustomersCommand } from './commands/customers.command.js';
import { addPlanCommand } from './commands/plan.command.js';
import { addPluginCommand } from './commands/plugin.command.js';
import { addPullCommand } from './commands/pull.command.js';
import { addPushCommand } from './commands/push.command.js';
import { addTestCommand } from './commands/test.command.js';
import { addValidateCommand } from './commands/validate.command.js';
import { ExitCode } from './exit-code.js';
import type { Io } from './io.js';

/** Every command, one file each. */
const COMMANDS: readonly ((program: Command, host: CommandHost) => void)[] = [
  addPullCommand,
  addPlanCommand,
  addPushCommand,
  addValidateCommand,
  addTestCommand,
  addCustomersCommand,
  addPluginCommand,
];

export const EXIT_CODES: readonly (readonly [ExitCode, string])[] = [
  [ExitCode.Ok, 'done, or nothing to do'],
  [
    ExitCode.Failed,
    'it could not be done, or not all of it: a wrong option, no connection, a refusal, rejected rows',
  ],
  [
    ExitCode.Changes,
    'with plan --exit-code: there is something to do; with test and plugin test: a test has failed',
  ],
  [ExitCode.Conflicts, 'something has changed on both sides; nothing was written'],
  [ExitCode.Findings, 'the files have errors; nothing was written'],
  [ExitCode.Interrupted, 'Ctrl-C'],
];

const EXAMPLES = `
Examples:
  $ parcours pull shop --url https://parcours.example.com
  $ parcours plan shop --publish
  $ parcours push shop --publish --yes
  $ parcours customers import customers.csv --map 'Town=traits.city'

Exit codes:
${EXIT_CODES.map(([code, meaning]) => `  ${String(code)}  ${meaning}`).join('\n')}`;

/** The `parcours` command. */
export function buildProgram(host: CommandHost): Command {
  const program = new Command('parcours')
    .description(
      'What is in Parcours as a folder of YAML, and back; customers in and out by the file; plugins of your own.',
    )
    .version('0.1.0', '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show what there is')
    .helpCommand(false)
    .option('--url <url>', 'where the installation answers (PARCOURS_URL, or url: in .parcours/config.yaml)')
    .option('--token <token>', 'an API token (PARCOURS_TOKEN, or token: in .parcours/config.yaml)')
    .option('--json', 'answer in JSON, for programs')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => host.io.out.write(text),
      writeErr: (text) => host.io.err.write(text),
    })
    .exitOverride();
  for (const add of COMMANDS) add(program, host);
  settle(program);
  return program;
}

function settle(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent).helpOption('-h, --help', 'show what there is');
    settle(command);
  }
}

/** Runs the command line; answers what to end with. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.Ok;
  const finish = (ended: ExitCode) => {
    code = ended;
  };
  try {
    await buildProgram({ io, finish }).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Failed;
    io.err.write(`${io.err.isTTY === true ? '\r\u001b[K' : ''}parcours: ${reasonOf(error)}\n`);
    return ExitCode.Failed;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ParcoursProblem) return `${error.message} (${error.code})`;
  if (error instanceof ParcoursUnreachable || error instanceof ParcoursError) return error.message;
  if (error instanceof Error) return error.message;
  return String(error);
}
