import { ParcoursProblem } from '@parcours/client';
import type { Command } from 'commander';

import { CliErrors } from '../cli.errors.js';
import { ExitCode } from '../exit-code.js';
import type { FolderContent } from '../folder/content-folder.js';
import { rememberedOf } from '../folder/memory.js';
import { defectFindings, findingLines, hasErrors, located } from '../output/finding-report.js';
import { planReport } from '../output/plan-report.js';
import { counted } from '../output/screen.js';
import type { Installation } from '../remote/installation.js';
import type { Plan, PlannedThing } from '../remote/plan.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';
import { type FolderPlan, planOfFolder, type PlanOptions, rememberedAfter } from './plan-of-folder.js';

interface Options extends GlobalOptions, PlanOptions {
  readonly yes?: true;
  readonly note: string;
}

type Effect = PlannedThing['effects'][number];

const MOVED_ON = new Set(['content.import-outdated', 'content.import-conflict', 'content.changed-meanwhile']);

/** `parcours push DIR`: brings the installation in line with the folder. */
export function addPushCommand(program: Command, { io, finish }: CommandHost): void {
  program
    .command('push')
    .summary('bring the installation in line with the folder')
    .description(
      'Shows the plan, asks, and carries it out: all of it, or nothing. What changed there since the last pull is left as it is.',
    )
    .argument('[dir]', 'the folder', '.')
    .option(
      '--publish',
      'put into use, in one release, what is written here; drafts alone are saved without it',
    )
    .option('--prune', 'delete what the folder lacks of its types')
    .option('--force', 'let the folder win where both sides have changed')
    .option('--secrets-from-env', 'take the values of secrets from environment variables of their names')
    .option('--note <text>', 'for the history of what is published', 'parcours push')
    .option('-y, --yes', 'do not ask')
    .action(async (directory: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      finish(await push(new CommandContext(io, directory, options), options));
    });
}

async function push(context: CommandContext, options: Options): Promise<ExitCode> {
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
  const installation = await context.installation();
  const made = await planOfFolder(context, installation, content, options);
  const { plan } = made;
  const findings = located(plan.findings, content.things);
  const isBusy = plan.things.some(({ effects }) => effects.length > 0);
  const tell = (told: Plan) => {
    screen.report({ ...told, findings }, () => [
      ...planReport(told, screen),
      ...findingLines(findings, screen),
    ]);
  };
  const stop = hasErrors(findings)
    ? ExitCode.Findings
    : plan.things.some(({ action }) => action === 'conflict')
      ? ExitCode.Conflicts
      : undefined;
  if (stop !== undefined || !isBusy || !options.json) tell(plan);
  if (stop !== undefined) return stop;
  if (isBusy) {
    if (!(await isConfirmed(context, plan, options))) return ExitCode.Failed;
    const applied = await apply(installation, made, options.note);
    if (applied instanceof Error) {
      screen.remark(applied.message);
      return ExitCode.Conflicts;
    }
    if (options.json) tell(applied);
    else screen.report(undefined, () => [screen.style('green', `Done: ${doneWords(applied)}.`)]);
  }
  await remember(installation, made, content);
  return ExitCode.Ok;
}

async function isConfirmed({ io, screen }: CommandContext, plan: Plan, options: Options): Promise<boolean> {
  if (options.yes) return true;
  if (!io.ask) throw CliErrors.notConfirmed({});
  const busy = plan.things.filter(({ effects }) => effects.length > 0).length;
  if (await io.ask(`Carry this out for ${counted(busy, 'thing')}? [y/N] `)) return true;
  screen.remark('Nothing was changed.');
  return false;
}

async function apply(
  installation: Installation,
  { plan: { digest }, request }: FolderPlan,
  note: string,
): Promise<Plan | ParcoursProblem> {
  try {
    return await installation.apply(request, { digest, note });
  } catch (error) {
    if (error instanceof ParcoursProblem && MOVED_ON.has(error.code)) return error;
    throw error;
  }
}

async function remember(
  installation: Installation,
  { plan, memory }: FolderPlan,
  { things }: FolderContent,
): Promise<void> {
  const after = rememberedAfter(plan, memory.thingsOf(plan.instance), (name) => {
    const read = things.get(name);
    return read && rememberedOf(read.thing);
  });
  await memory.remember(plan.instance, installation.url, after);
}

function doneWords({ things }: Plan): string {
  const count = (effect: Effect) => things.filter(({ effects }) => effects.includes(effect)).length;
  const parts: [Effect, string][] = [
    ['save', 'saved'],
    ['publish', 'published'],
    ['archive', 'archived'],
    ['unarchive', 'taken out of the archive'],
    ['delete', 'deleted'],
  ];
  return parts
    .filter(([effect]) => count(effect) > 0)
    .map(([effect, words]) => `${counted(count(effect), 'thing')} ${words}`)
    .join(', ');
}
