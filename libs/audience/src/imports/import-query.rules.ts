import { type Actor, isJsonObject } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import type { Mapping } from './column-mapping.rules.js';
import type { ImportFormat } from './customer-import.js';
import type { UploadRequest } from './import-upload.service.js';
import type { Encoding } from './text-decoding.js';

/** The query string of an import, as its schema lets it through. */
export interface ImportQuery {
  readonly format?: ImportFormat;
  readonly dry_run?: boolean;
  readonly mapping?: string;
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  readonly empty?: 'keep' | 'null';
  readonly erased?: 'reject' | 'take';
}

const FORMATS: Readonly<Record<string, ImportFormat>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
};

/** What a caller asks for. @throws audience.import-mapping, audience.import-not-readable */
export function uploadRequestOf(
  query: ImportQuery,
  { contentType, by }: { contentType: string | undefined; by: Actor },
): UploadRequest {
  const mediaType = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = query.format ?? FORMATS[mediaType];
  if (!format) {
    const reason =
      'neither format= nor the content type (text/csv, application/x-ndjson) says which format it is of';
    throw AudienceErrors.importNotReadable({ reason });
  }
  const { empty = 'keep', erased = 'reject' } = query;
  return {
    settings: { format, empty, erased },
    mapping: query.mapping === undefined ? undefined : mappingOf(query.mapping),
    options: { encoding: query.encoding, delimiter: query.delimiter },
    isDryRun: query.dry_run ?? false,
    by,
  };
}

function mappingOf(text: string): Mapping {
  const mapping = parsed(text);
  if (!isJsonObject(mapping)) throw malformed('Must be a JSON object: the column and where it goes.');
  return Object.fromEntries(
    Object.entries(mapping).map(([column, target]) => {
      if (target !== null && typeof target !== 'string') {
        throw malformed(`Where '${column}' goes must be a text or null.`);
      }
      return [column, target];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function malformed(detail: string) {
  return AudienceErrors.importMapping(
    {},
    { errors: [{ pointer: '/mapping', code: 'audience.import-mapping', detail }] },
  );
}
