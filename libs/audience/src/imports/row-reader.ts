import { parse } from 'csv-parse';

import { AudienceErrors } from '../audience.errors.js';
import { type Encoding, StreamDecoder } from './text-decoding.js';

/** A row of a file, or why it is none. `row` is as a spreadsheet numbers it, the head being 1; in NDJSON it is the line. */
export type FileRow =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row: number; readonly value: unknown }
  | { readonly row: number; readonly problem: string; readonly text: string };

export interface ReadOptions {
  readonly encoding?: Encoding | undefined;
  /** Found out from the head where it is left out. */
  readonly delimiter?: string | undefined;
  /** What was found out, as soon as it is. */
  readonly found?: (what: { readonly encoding?: Encoding; readonly delimiter?: string }) => void;
}

type Bytes = AsyncIterable<Uint8Array | string>;

/** The longest row, in characters: far beyond what one customer can hold. */
const ROW_MAX = 1_048_576;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The text of a file, a piece at a time. */
async function* textOf(bytes: Bytes, { encoding, found }: ReadOptions): AsyncGenerator<string> {
  const decoder = new StreamDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (decoder.encoding) found?.({ encoding: decoder.encoding });
  if (rest !== '') yield rest;
}

/** The rows of a CSV file (RFC 4180), its head first. */
export async function* csvRows(bytes: Bytes, options: ReadOptions = {}): AsyncGenerator<FileRow, void> {
  const text = textOf(bytes, options);
  const head = await beginningOf(text);
  const delimiter = options.delimiter ?? delimiterOf(head);
  options.found?.({ delimiter });
  const skipped: FileRow[] = [];
  let row = 0;
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: ROW_MAX,
    on_skip: (error, raw) => {
      row += 1;
      skipped.push({ row, problem: error?.message ?? 'it cannot be read', text: raw ?? '' });
      return undefined;
    },
  });
  const feeding = feed(parser, head, text);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield* skipped.splice(0);
      row += 1;
      yield { row, cells };
    }
    yield* skipped.splice(0);
  } catch (error) {
    throw await feeding.then(
      () => error,
      (cause: unknown) => cause,
    );
  }
  await feeding;
}

/** Hands the text over no faster than it is read. */
async function feed(parser: ReturnType<typeof parse>, head: string, rest: AsyncIterable<string>) {
  try {
    if (head !== '') parser.write(head);
    for await (const piece of rest) {
      if (!parser.write(piece)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => () => {
      parser.off('drain', goOn).off('close', stop);
      end();
    };
    const goOn = settle(resolve);
    const stop = settle(() => {
      reject(new Error('nobody reads on'));
    });
    parser.once('drain', goOn).once('close', stop);
  });
}

/** Enough of a file to know how its cells are parted. */
async function beginningOf(text: AsyncGenerator<string>): Promise<string> {
  let beginning = '';
  while (!beginning.includes('\n') && beginning.length < ROW_MAX) {
    const next = await text.next();
    if (next.done === true) break;
    beginning += next.value;
  }
  return beginning;
}

/** The one that parts the head into most cells, quoted text left aside. */
function delimiterOf(beginning: string): string {
  const head = (beginning.split(/\r?\n/, 1)[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/** The values of an NDJSON file, one a line. */
export async function* ndjsonRows(bytes: Bytes, options: ReadOptions = {}): AsyncGenerator<FileRow, void> {
  let rest = '';
  let row = 0;
  for await (const piece of textOf(bytes, options)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > ROW_MAX) {
      throw AudienceErrors.importNotReadable({
        reason: `line ${String(row + lines.length + 1)} is too long`,
      });
    }
    for (const line of lines) {
      row += 1;
      if (line.trim() !== '') yield valueOf(line, row);
    }
  }
  if (rest.trim() !== '') yield valueOf(rest, row + 1);
}

function valueOf(line: string, row: number): FileRow {
  try {
    return { row, value: JSON.parse(line) as unknown };
  } catch (error) {
    return { row, problem: error instanceof Error ? error.message : 'it is no JSON', text: line };
  }
}
