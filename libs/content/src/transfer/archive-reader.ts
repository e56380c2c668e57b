import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

import {
  type FileDefect,
  isMeantAsContent,
  MAX_FILE_BYTES,
  misplaced,
  readThingFile,
  readThings,
  type ReadFolder,
  textOfBytes,
  type ThingFile,
  tooLarge,
  typeOfSchemaPath,
} from '@parcours/content-files';
import { HttpErrors, MIB } from '@parcours/http';
import { ParcoursError } from '@parcours/kernel';
import { extract, type Headers } from 'tar-stream';

import { ContentErrors } from '../content.errors.js';
import { MAX_IMPORT_MIB, MAX_THINGS } from './transfer.limits.js';

/** What an archive of a folder holds. */
export interface ReadArchive extends ReadFolder {
  /** The types whose schemas it has. */
  readonly types: readonly string[];
}

type Entry = ThingFile | readonly FileDefect[];

/**
 * Reads a tar of a folder, without writing any of it to a disk.
 * @throws content.malformed-archive, http.body-too-large
 */
export async function readArchive(source: Readable, knownTypes: readonly string[]): Promise<ReadArchive> {
  const types = new Set<string>();
  const files: Entry[] = [];
  const archive = extract();
  const reading = (async () => {
    for await (const entry of archive) {
      const { header } = entry;
      const path = header.name.replace(/^(\.\/)+/, '');
      const type = typeOfSchemaPath(path);
      if (type !== undefined && knownTypes.includes(type)) types.add(type);
      if (!isRead(header, path)) entry.resume();
      else files.push(isFile(header) ? await read(path, header, entry) : [linked(path)]);
      if (files.length > 2 * MAX_THINGS) throw tooMany();
    }
  })();
  try {
    await Promise.all([pipeline(counted(source), archive), reading]);
  } catch (error) {
    // What is still to come is let pass: a connection that is stuck is no answer.
    source.resume();
    if (error instanceof ParcoursError) throw error;
    throw ContentErrors.malformedArchive({}, { cause: error });
  }
  return { ...readThings(files, knownTypes), types: [...types] };
}

async function* counted(source: Readable): AsyncGenerator<Buffer> {
  let bytes = 0;
  // A request that is destroyed takes its connection along, and nobody would read why.
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += buffer.length;
    if (bytes > MAX_IMPORT_MIB * MIB)
      throw HttpErrors.bodyTooLarge({ limit: `${String(MAX_IMPORT_MIB)} MiB` });
    yield buffer;
  }
}

async function read(path: string, { size = 0 }: Headers, content: AsyncIterable<Buffer>): Promise<Entry> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) if (size <= MAX_FILE_BYTES) chunks.push(chunk);
  const text = size > MAX_FILE_BYTES ? tooLarge(path) : textOfBytes(path, Buffer.concat(chunks));
  return typeof text === 'string' ? readThingFile({ path, text }) : [text];
}

/** Folders and what is no content are passed over; what is neither file nor folder is refused wherever it is. */
function isRead(header: Headers, path: string): boolean {
  if (header.type === 'directory') return false;
  return !isFile(header) || isMeantAsContent(path) || leadsOut(path);
}

function isFile({ type }: Headers): boolean {
  return type === 'file' || type === 'contiguous-file';
}

function leadsOut(path: string): boolean {
  return path.startsWith('/') || path.split('/').includes('..');
}

function linked(path: string): FileDefect {
  return { ...misplaced(path), message: 'Only files are read: no links and no devices.' };
}

function tooMany(): Error {
  return HttpErrors.bodyTooLarge({ limit: `${String(MAX_THINGS)} things` });
}
