import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

import { type Command, Option } from 'commander';

import { CliErrors } from '../cli.errors.js';
import type { ExitCode } from '../exit-code.js';
import { isMissing } from '../folder/files.js';
import { paceLine, sizeOf } from '../output/pace.js';
import type { CustomerFormat, ImportQuery } from '../remote/customer-files.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';
import { followImport, interrupted, REJECTED_OPTION } from './follow-import.js';

interface Options extends GlobalOptions {
  readonly format?: CustomerFormat;
  readonly map?: readonly string[];
  readonly dryRun?: true;
  readonly delimiter?: string;
  readonly encoding?: ImportQuery['encoding'];
  readonly empty?: ImportQuery['empty'];
  readonly erased?: ImportQuery['erased'];
  readonly rejected?: string;
}

const NOT_SENT = 'Interrupted: the file was not sent to its end, and nobody was changed.';
const SENT =
  'Interrupted before the answer came: all of the file was sent, and it may be worked. GET /imports tells.';

/** `parcours customers import FILE`: sends the file, and waits until it is worked. */
export function addCustomersImportCommand(customers: Command, { io, finish }: CommandHost): void {
  customers
    .command('import')
    .summary('bring the customers of a file in')
    .description(
      'Sends a CSV or NDJSON file of any length, shows how the work on it goes, and writes the rows that were rejected to a file with the reason of each. Ends with 1 when there were any. Ctrl-C while the file is sent leaves everybody as they were; once it is there, the work goes on without this command (parcours customers watch).',
    )
    .argument('<file>', 'the file')
    .addOption(
      new Option('--format <format>', 'of the file; by its name when left out').choices(['csv', 'ndjson']),
    )
    .option(
      '--map <column=target>',
      "where a column goes, such as 'Town=traits.city'; once a column, and columns that are not named are left out",
      (map: string, before?: readonly string[]) => [...(before ?? []), map],
    )
    .option('--dry-run', 'read, check and count; nobody is changed')
    .option('--delimiter <character>', 'what parts the cells; found out when left out')
    .addOption(
      new Option('--encoding <encoding>', 'of the file; found out when left out').choices([
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1252',
      ]),
    )
    .addOption(
      new Option('--empty <meaning>', 'an empty cell leaves alone what is known, or takes it away').choices([
        'keep',
        'null',
      ]),
    )
    .addOption(
      new Option('--erased <fate>', 'rows about people who were erased are rejected, or taken').choices([
        'reject',
        'take',
      ]),
    )
    .option(...REJECTED_OPTION)
    .action(async (file: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      finish(await importFile(new CommandContext(io, '.', options), file, options));
    });
}

async function importFile(context: CommandContext, file: string, options: Options): Promise<ExitCode> {
  const { io, screen } = context;
  const path = resolve(io.workingFolder, file);
  const { map, dryRun, rejected, format = formatOf(file) } = options;
  const { delimiter, encoding, empty, erased } = options;
  const mapping = map && JSON.stringify(mappingOf(map));
  const query = { format, dry_run: dryRun, mapping, delimiter, encoding, empty, erased };
  const size = await sizeOfFile(path, file);
  const files = await context.customerFiles();
  const signal = io.interruption?.();
  screen.remark(`Sending ${file} (${sizeOf(size)}).`);
  let isWhole = size === 0;
  try {
    const bytes = counted(createReadStream(path), (sent, seconds) => {
      isWhole = sent >= size;
      screen.pace(sendingLine({ file: basename(file), sent, size, seconds }));
    });
    const sent = await files.send(bytes, { query, signal });
    screen.clearProgress();
    return await followImport(context, {
      files,
      begun: sent,
      rejectedFile: rejected ?? `${file}.rejected.csv`,
      signal,
    });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    return interrupted(screen, isWhole ? SENT : NOT_SENT);
  }
}

/** @throws cli.bad-map */
export function mappingOf(maps: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    maps.map((map) => {
      // A head may hold the sign; a target never does.
      const at = map.lastIndexOf('=');
      if (at < 1) throw CliErrors.badMap({ map });
      return [map.slice(0, at), map.slice(at + 1).trim() || null];
    }),
  );
}

function formatOf(file: string): CustomerFormat {
  return /\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : 'csv';
}

/** @throws cli.no-file */
async function sizeOfFile(path: string, file: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw CliErrors.noFile({ file, reason: 'it is no file' });
    return found.size;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw CliErrors.noFile({ file, reason: 'it is not there' }, { cause });
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (sent: number, seconds: number) => void,
): AsyncGenerator<Uint8Array> {
  const startedAt = performance.now();
  let sent = 0;
  for await (const chunk of bytes) {
    yield chunk;
    sent += chunk.length;
    tell(sent, (performance.now() - startedAt) / 1_000);
  }
}

function sendingLine(so: { file: string; sent: number; size: number; seconds: number }): string {
  const { file, sent, size, seconds } = so;
  const perSecond = sent / Math.max(seconds, 0.001);
  return paceLine({
    what: `Sending ${file}`,
    done: `${sizeOf(sent)} of ${sizeOf(size)}`,
    rate: `${sizeOf(Math.round(perSecond))}/s`,
    secondsLeft: (size - sent) / perSecond,
  });
}
