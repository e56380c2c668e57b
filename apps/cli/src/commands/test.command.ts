import { resolve } from 'node:path';

import { keyOf, type ReadThing, thingName } from '@parcours/content-files';
import type { FolderDefect, FolderThing } from '@parcours/journeys';
import type { Command } from 'commander';

import { CliErrors } from '../cli.errors.js';
import { ExitCode } from '../exit-code.js';
import { writeWhole } from '../folder/files.js';
import { defectFindings, findingLines, type LocatedFinding } from '../output/finding-report.js';
import { junitXml, type Locate } from '../output/junit.js';
import { counted } from '../output/screen.js';
import { testLines } from '../output/test-report.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';

interface TestOptions {
  readonly journey?: string;
  readonly junit?: string;
}

const JOURNEYS = 'journey-templates';

/** `parcours test DIR`: runs the tests that journeys carry, with no installation to ask. */
export function addTestCommand(program: Command, { io, finish }: CommandHost): void {
  program
    .command('test')
    .summary('run the tests of journeys, without a connection')
    .description(
      'Runs the tests that the journeys of a folder carry on a virtual clock, as a publish would if everything in the folder were published: with the engine of the product and the templates, policies and connectors of the folder. Nothing is sent.',
    )
    .argument('[dir]', 'the folder', '.')
    .option('--journey <key>', 'only the tests of this journey')
    .option('--junit <file>', 'write the results as JUnit XML as well')
    .action(async (directory: string, own: TestOptions, command: Command) => {
      const context = new CommandContext(io, directory, command.optsWithGlobals<GlobalOptions>());
      finish(await test(context, own));
    });
}

async function test(
  { io, folder, screen }: CommandContext,
  { journey, junit }: TestOptions,
): Promise<ExitCode> {
  await folder.assertThere();
  const content = await folder.read((done, of) => {
    screen.progress('Reading', done, of);
  });
  const { things } = content;
  if (journey !== undefined && !things.has(thingName(JOURNEYS, journey))) {
    throw CliErrors.noJourney({ key: journey });
  }
  // Loaded here alone: the other commands start without the product.
  const { testJourneys } = await import('@parcours/journeys');
  const { defects, runs } = testJourneys([...things.values()].flatMap(inUse), journey);
  const findings = [...defectFindings(content.defects), ...defects.map((defect) => located(defect, things))];
  if (findings.length > 0) {
    screen.report({ findings }, () => [
      ...findingLines(findings, screen),
      `${counted(findings.length, 'error')}. No test was run.`,
    ]);
    return ExitCode.Findings;
  }
  const locate: Locate = (key, pointer) => placeIn(things.get(thingName(JOURNEYS, key)), pointer);
  const failed = runs.flatMap(({ tests }) => tests).filter(({ passed }) => !passed).length;
  if (junit !== undefined) await writeWhole(resolve(io.workingFolder, junit), junitXml(runs, locate));
  screen.report({ failed, journeys: runs }, () => testLines(runs, screen, locate));
  return failed === 0 ? ExitCode.Ok : ExitCode.Changes;
}

/** What is put away decides nothing. */
function inUse({ thing: { type, state, document } }: ReadThing): FolderThing[] {
  return state === 'archived' ? [] : [{ type, key: keyOf(document), document }];
}

function located(
  { type, key, pointer, code, message }: FolderDefect,
  things: ReadonlyMap<string, ReadThing>,
): LocatedFinding {
  const file = things.get(thingName(type, key))?.draft;
  const place = file?.source.placeOf(pointer) ?? { line: 1, column: 1 };
  return { severity: 'error', path: file?.path ?? '', ...place, code, message };
}

function placeIn(read: ReadThing | undefined, pointer: string): string {
  if (!read) return '';
  const { line, column } = read.draft.source.placeOf(pointer);
  return `${read.draft.path}:${String(line)}:${String(column)}`;
}
