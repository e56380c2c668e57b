import type { Readable } from 'node:stream';

import { type ContentThing, keyOf } from '@parcours/content-files';
import { didYouMean } from '@parcours/http';
import { type JsonObject, nearest } from '@parcours/kernel';

import { readArchive } from './archive-reader.js';
import type { ImportBase, ImportRequest, ThingFinding } from './import-request.js';

/** The body of an import, once the schema has accepted it. */
export interface ImportBody {
  readonly format: string;
  readonly types?: readonly string[];
  readonly things: readonly ImportedThing[];
  readonly base?: ImportBase;
  readonly secrets?: Readonly<Record<string, string>>;
}

interface ImportedThing {
  readonly type: string;
  readonly state?: ContentThing['state'];
  readonly document: JsonObject;
  readonly published?: JsonObject;
}

/** An import as JSON. It speaks for the types that it names, else for those that it has things of. */
export function requestOfBody(
  { things, types, base, secrets = {} }: ImportBody,
  known: readonly string[],
): ImportRequest {
  const isKnown = ({ type }: ImportedThing) => known.includes(type);
  return {
    things: things.filter(isKnown).map((thing) => ({ ...thing, state: thing.state ?? 'published' })),
    types: (types ?? [...new Set(things.map(({ type }) => type))]).filter((type) => known.includes(type)),
    base,
    secrets,
    defects: [],
    refused: things.filter((thing) => !isKnown(thing)).map((thing) => unknownType(thing, known)),
  };
}

/** An import as a tar. It speaks for the types whose schemas it has. */
export async function requestOfArchive(stream: Readable, known: readonly string[]): Promise<ImportRequest> {
  const { things, defects, types } = await readArchive(stream, known);
  return {
    things: things.map(({ thing }) => thing),
    types,
    base: undefined,
    secrets: {},
    defects,
    refused: [],
  };
}

function unknownType({ type, document }: ImportedThing, known: readonly string[]): ThingFinding {
  const suggestion = nearest(type, known);
  return {
    type,
    key: keyOf(document),
    side: 'draft',
    code: 'content.unknown-type',
    severity: 'error',
    pointer: '',
    message: `There is no content type '${type}'.${didYouMean(suggestion)}`,
    ...(suggestion !== undefined && { suggestion }),
  };
}
