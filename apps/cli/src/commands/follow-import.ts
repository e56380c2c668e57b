import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { ParcoursUnreachable } from '@parcours/client';

import { ExitCode } from '../exit-code.js';
import { paceLine, shareOf } from '../output/pace.js';
import { counted, numberOf, type Screen } from '../output/screen.js';
import type { CustomerFiles, CustomerImport } from '../remote/customer-files.js';
import type { CommandContext } from './command-context.js';

export const REJECTED_OPTION = [
  '--rejected <file>',
  'where rejected rows are written; beside the file, as <file>.rejected.csv, when left out',
] as const;

const FIRST_LOOK_MS = 200;
const LOOK_MS = 2_000;
/** An installation that is being restarted is back within this. */
const AWAY_MS = 120_000;

export interface FollowedImport {
  readonly files: CustomerFiles;
  readonly begun: CustomerImport;
  readonly rejectedFile: string;
  readonly signal: AbortSignal | undefined;
}

/** Shows how an import goes until it has ended, and fetches the rows that were rejected. */
export async function followImport(context: CommandContext, followed: FollowedImport): Promise<ExitCode> {
  const { screen, io } = context;
  const { files, begun, rejectedFile, signal } = followed;
  try {
    const ended = await whenEnded(screen, followed);
    const hasRejected = ended.rows.rejected > 0;
    if (hasRejected) {
      const rows = await files.rejected(ended.id, signal);
      await pipeline(rows, createWriteStream(resolve(io.workingFolder, rejectedFile)));
    }
    screen.report({ ...ended, rejectedFile: hasRejected ? rejectedFile : null }, () => [
      ...outcome(ended),
      ...(hasRejected ? [`The rejected rows and why: ${rejectedFile}`] : []),
    ]);
    return ended.state === 'done' && !hasRejected ? ExitCode.Ok : ExitCode.Failed;
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    return interrupted(
      screen,
      `Import ${begun.id} goes on without this command. Watch it: parcours customers watch ${begun.id}`,
    );
  }
}

export function interrupted(screen: Screen, remark: string): ExitCode {
  screen.remark(remark);
  return ExitCode.Interrupted;
}

async function whenEnded(screen: Screen, { files, begun, signal }: FollowedImport): Promise<CustomerImport> {
  let seen = begun;
  let seenAt = Date.now();
  let wait = FIRST_LOOK_MS;
  while (seen.state === 'receiving' || seen.state === 'running') {
    screen.pace(workingLine(seen));
    await delay(wait, undefined, signal && { signal });
    wait = Math.min(wait * 1.5, LOOK_MS);
    try {
      seen = await files.look(begun.id);
      seenAt = Date.now();
    } catch (error) {
      if (!(error instanceof ParcoursUnreachable) || Date.now() - seenAt > AWAY_MS) throw error;
      screen.pace('The installation does not answer; trying again.');
    }
  }
  return seen;
}

function workingLine({ id, state, rows, rowsPerSecond, secondsLeft }: CustomerImport): string {
  const { received } = rows;
  if (state === 'receiving') return `Import ${id} is being received: ${counted(received, 'row')}`;
  const worked = Math.min(received, rows.created + rows.updated + rows.unchanged + rows.rejected);
  return paceLine({
    what: `Import ${id}`,
    done: `${shareOf(worked, received)} rows`,
    rate: rowsPerSecond ? `${numberOf(Math.round(rowsPerSecond))} rows/s` : undefined,
    secondsLeft: secondsLeft ?? undefined,
  });
}

function outcome({ id, state, dryRun, rows, failure, rowsPerSecond }: CustomerImport): string[] {
  const { received, created, updated, unchanged, rejected, repeated } = rows;
  const parts: [number, string][] = [
    [created, dryRun ? 'would be created' : 'created'],
    [updated, dryRun ? 'would be updated' : 'updated'],
    [unchanged, 'unchanged'],
  ];
  const customers = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${numberOf(count)} ${words}`);
  const pace = rowsPerSecond ? ` ${numberOf(Math.round(rowsPerSecond))} rows/s.` : '';
  const head = dryRun ? 'Dry run' : 'Import';
  return [
    `${head} ${id} ${state === 'done' ? 'is done' : `has ${state === 'failed' ? 'failed' : 'been cancelled'}`}: ` +
      `${counted(received, 'row')} read, ${counted(rejected, 'row')} rejected.${pace}`,
    ...(customers.length > 0 ? [`Customers: ${customers.join(', ')}.`] : []),
    ...(repeated > 0
      ? [`${counted(repeated, 'row')} about a customer who came before: the later one wins.`]
      : []),
    ...(failure == null ? [] : [failure, `Once that is mended: parcours customers watch ${id} --resume`]),
  ];
}
