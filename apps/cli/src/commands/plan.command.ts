import type { Command } from 'commander';

import { ExitCode } from '../exit-code.js';
import { defectFindings, findingLines, hasErrors, located } from '../output/finding-report.js';
import { planReport } from '../output/plan-report.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';
import { planOfFolder, type PlanOptions } from './plan-of-folder.js';

interface Options extends GlobalOptions, PlanOptions {
  readonly exitCode?: true;
}

/** `parcours plan DIR`: what a push would do. */
export function addPlanCommand(program: Command, { io, finish }: CommandHost): void {
  program
    .command('plan')
    .summary('show what a push would do')
    .description('Compares the folder with the installation and shows what a push would do. Changes nothing.')
    .argument('[dir]', 'the folder', '.')
    .option('--prune', 'with what the folder lacks, to be deleted')
    .option('--publish', 'with what would be published')
    .option('--force', 'as if the folder wins where both sides have changed')
    .option('--secrets-from-env', 'with the values that the environment has for the names of secrets')
    .option('--exit-code', 'end with 2 when there is something to do')
    .action(async (directory: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      finish(await plan(new CommandContext(io, directory, options), options));
    });
}

async function plan(context: CommandContext, options: Options): Promise<ExitCode> {
  const { folder, screen } = context;
  await folder.assertThere();
  const content = await folder.read((done, of) => {
    screen.progress('Reading', done, of);
  });
  if (content.defects.length > 0) {
    const findings = defectFindings(content.defects);
    screen.report({ findings }, () => findingLines(findings, screen));
    return ExitCode.Findings;
  }
  const { plan: made } = await planOfFolder(context, await context.installation(), content, options);
  const findings = located(made.findings, content.things);
  screen.report({ ...made, findings }, () => [
    ...planReport(made, screen),
    ...findingLines(findings, screen),
  ]);
  if (hasErrors(findings)) return ExitCode.Findings;
  if (made.things.some(({ action }) => action === 'conflict')) return ExitCode.Conflicts;
  const isBusy = made.things.some(({ effects }) => effects.length > 0);
  return isBusy && options.exitCode ? ExitCode.Changes : ExitCode.Ok;
}
