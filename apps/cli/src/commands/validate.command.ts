import type { Command } from 'commander';

import { ExitCode } from '../exit-code.js';
import { checkFolder } from '../folder/schema-check.js';
import { defectFindings, findingLines, hasErrors } from '../output/finding-report.js';
import { counted } from '../output/screen.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';

/** `parcours validate DIR`: checks the files, with no installation to ask. */
export function addValidateCommand(program: Command, { io, finish }: CommandHost): void {
  program
    .command('validate')
    .summary('check the files, without a connection')
    .description(
      'Checks that every file is plain YAML, named by its key, and fits the schema of its type that the last pull has left. What needs the rest of the content, such as references, parcours plan tells.',
    )
    .argument('[dir]', 'the folder', '.')
    .action(async (directory: string, _own: unknown, command: Command) => {
      finish(await validate(new CommandContext(io, directory, command.optsWithGlobals<GlobalOptions>())));
    });
}

async function validate({ folder, screen }: CommandContext): Promise<ExitCode> {
  await folder.assertThere();
  const content = await folder.read((done, of) => {
    screen.progress('Reading', done, of);
  });
  const checked = await checkFolder(folder, [...content.things.values()]);
  const findings = [...defectFindings(content.defects), ...checked];
  const isRight = !hasErrors(findings);
  screen.report({ valid: isRight, findings }, () => [
    ...findingLines(findings, screen),
    isRight
      ? screen.style('green', `${counted(content.things.size, 'thing')} checked.`)
      : `${counted(findings.filter(({ severity }) => severity === 'error').length, 'error')}.`,
  ]);
  return isRight ? ExitCode.Ok : ExitCode.Findings;
}
