import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';
import { followImport } from './follow-import.js';

interface Options extends GlobalOptions {
  readonly resume?: true;
  readonly rejected?: string;
}

/** `parcours customers watch ID`: an import that was begun before. */
export function addCustomersWatchCommand(customers: Command, { io, finish }: CommandHost): void {
  customers
    .command('watch')
    .summary('show how an import goes')
    .description(
      'Shows how an import goes that was begun before, until it has ended, and writes the rows that were rejected to a file. Ends with 1 when there were any.',
    )
    .argument('<id>', 'the number of the import')
    .option('--resume', 'go on with it where it has failed')
    .option('--rejected <file>', 'where rejected rows are written; import-<id>.rejected.csv when left out')
    .action(async (id: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      finish(await watch(new CommandContext(io, '.', options), id, options));
    });
}

async function watch(context: CommandContext, id: string, options: Options): Promise<ExitCode> {
  const files = await context.customerFiles();
  const begun = options.resume ? await files.resume(id) : await files.look(id);
  const rejectedFile = options.rejected ?? `import-${id}.rejected.csv`;
  return followImport(context, { files, begun, rejectedFile, signal: context.io.interruption?.() });
}
