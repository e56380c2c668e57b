import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { type Command, Option } from 'commander';

import { ExitCode } from '../exit-code.js';
import { paceLine, sizeOf } from '../output/pace.js';
import { counted } from '../output/screen.js';
import type { CustomerFormat } from '../remote/customer-files.js';
import type { GlobalOptions } from '../settings.js';
import { CommandContext, type CommandHost } from './command-context.js';
import { interrupted } from './follow-import.js';

interface Options extends GlobalOptions {
  readonly format: CustomerFormat;
  readonly segment?: string;
  readonly tag?: string;
  readonly fields?: string;
  readonly output?: string;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** `parcours customers export`: writes customers to a file, or to the output. */
export function addCustomersExportCommand(customers: Command, { io, finish }: CommandHost): void {
  customers
    .command('export')
    .summary('write customers to a file')
    .description(
      'Writes customers as CSV or NDJSON, however many they are: to the output, or to a file, which is there once it is whole.',
    )
    .option('--segment <key>', 'customers in this segment alone')
    .option('--tag <tag>', 'customers with this tag alone')
    .option('--fields <list>', 'members of a customer with commas between, such as id,traits.plan,tags')
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'ndjson']).default('csv'))
    .option('-o, --output <file>', 'the file')
    .action(async (_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      finish(await exportTo(new CommandContext(io, '.', options), options));
    });
}

async function exportTo(context: CommandContext, options: Options): Promise<ExitCode> {
  const { io, screen } = context;
  const { output, format, segment, tag, fields } = options;
  const files = await context.customerFiles();
  const signal = io.interruption?.();
  const lines = new LineCount(format);
  try {
    const bytes = await files.export({ format, segment, tag, fields }, signal);
    const shown = watched(bytes, lines, (line) => {
      screen.pace(line);
    });
    if (output === undefined) await toOutput(shown, context);
    else await toFile(shown, resolve(io.workingFolder, output));
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    return interrupted(screen, 'Interrupted: the customers were not written to their end.');
  }
  const { customers } = lines;
  if (output !== undefined) {
    screen.report({ file: output, customers }, () => [`${output}: ${counted(customers, 'customer')}.`]);
  }
  screen.clearProgress();
  return ExitCode.Ok;
}

/** Whoever reads the output gets whole characters. */
async function toOutput(bytes: AsyncIterable<Uint8Array>, { io }: CommandContext): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) io.out.write(decoder.decode(chunk, { stream: true }));
  io.out.write(decoder.decode());
}

/** Under its name once it is whole. */
async function toFile(bytes: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(bytes, createWriteStream(part));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  lines: LineCount,
  tell: (line: string) => void,
): AsyncGenerator<Uint8Array> {
  const startedAt = performance.now();
  let size = 0;
  for await (const chunk of bytes) {
    yield chunk;
    size += chunk.length;
    lines.add(chunk);
    const seconds = Math.max(0.001, (performance.now() - startedAt) / 1_000);
    const rate = `${counted(Math.round(lines.customers / seconds), 'customer')}/s`;
    const done = `${counted(lines.customers, 'customer')}, ${sizeOf(size)}`;
    tell(paceLine({ what: 'Export', done, rate, secondsLeft: undefined }));
  }
}

/** Customers in a file: lines, those inside quotation marks and the head of a CSV file left aside. */
class LineCount {
  private lines = 0;
  private isQuoted = false;

  constructor(private readonly format: CustomerFormat) {}

  get customers(): number {
    return this.format === 'csv' ? Math.max(0, this.lines - 1) : this.lines;
  }

  add(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte === QUOTE && this.format === 'csv') this.isQuoted = !this.isQuoted;
      else if (byte === LINE_FEED && !this.isQuoted) this.lines += 1;
    }
  }
}
