import { type Command, Option } from 'commander';

import { ExitCode } from '../exit-code.js';
import { counted } from '../output/screen.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';
import { type PullOutcome, pullInto } from './pull-into-folder.js';

interface Options extends GlobalOptions {
  readonly types?: string;
  readonly state: 'draft' | 'published';
  readonly force?: true;
}

const MARKS = { created: '+', updated: '~', deleted: '-', kept: '=', conflict: '!' } as const;

/** `parcours pull DIR`: brings the folder in line with the installation. */
export function addPullCommand(program: Command, { io, finish }: CommandHost): void {
  program
    .command('pull')
    .summary('write what there is into the folder')
    .description(
      'Writes one YAML file to the thing, and the schemas that let editors complete them. Comments in files stay; what you have edited since the last pull is not overwritten.',
    )
    .argument('[dir]', 'the folder', '.')
    .option('--types <list>', 'these content types alone, with commas between')
    .addOption(
      new Option('--state <state>', 'everything as it is edited (draft), or what is in use (published)')
        .choices(['draft', 'published'])
        .default('draft'),
    )
    .option('--force', 'overwrite what was edited here')
    .action(async (directory: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      finish(await pull(new CommandContext(io, directory, options), options));
    });
}

async function pull(context: CommandContext, options: Options): Promise<ExitCode> {
  const { screen } = context;
  const outcome = await pullInto(context, await context.installation(), options);
  screen.report(outcome, () => lines(outcome, context));
  return outcome.files.some(({ change }) => change === 'conflict') ? ExitCode.Conflicts : ExitCode.Ok;
}

function lines({ files, unchanged }: PullOutcome, { screen }: CommandContext): string[] {
  const styles = {
    created: 'green',
    updated: 'yellow',
    deleted: 'red',
    kept: 'cyan',
    conflict: 'red',
  } as const;
  const told = files.map(({ path, change, reason }) => {
    const why = reason === undefined ? '' : `  ${screen.style('dim', reason)}`;
    return `${screen.style(styles[change], `${MARKS[change]} ${path}`)}${why}`;
  });
  const count = (wanted: keyof typeof MARKS) => files.filter(({ change }) => change === wanted).length;
  const parts: [number, string][] = [
    [count('created'), 'written'],
    [count('updated'), 'updated'],
    [count('deleted'), 'deleted'],
    [count('conflict'), 'in conflict'],
    [count('kept'), 'left as they are here'],
    [unchanged, 'unchanged'],
  ];
  const counts = parts.filter(([number]) => number > 0);
  if (counts.length === 0) return ['There is no content yet.'];
  const total = counts.reduce((sum, [number]) => sum + number, 0);
  const sentence = counts.map(([number, words]) => `${number.toLocaleString('en')} ${words}`).join(', ');
  return [...told, ...(told.length > 0 ? [''] : []), `${counted(total, 'file')}: ${sentence}.`];
}
