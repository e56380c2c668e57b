import { isUtf8 } from 'node:buffer';

import { type JsonObject, nearest } from '@parcours/kernel';

import { type ContentThing, THING_STATES, thingName, type ThingState } from './content-thing.js';
import type { FileDefect } from './file-defect.js';
import { placeOf, type ThingPlace } from './thing-path.js';
import { MAX_FILE_BYTES, YamlSource } from './yaml-source.js';

/** The member of a file that says how its thing is to stand; `published` where it is left out. */
export const STATE_MEMBER = '$state';

/** One file of a folder, as far as it could be read. */
export interface ThingFile {
  readonly path: string;
  readonly place: ThingPlace;
  readonly state: ThingState;
  readonly document: JsonObject;
  readonly source: YamlSource;
}

/** A thing with the files that it was read from. */
export interface ReadThing {
  readonly thing: ContentThing;
  readonly draft: ThingFile;
  readonly published?: ThingFile;
}

/** Everything that a folder holds; `things` lacks what has defects. */
export interface ReadFolder {
  readonly things: readonly ReadThing[];
  readonly defects: readonly FileDefect[];
}

/** A file by its path in the folder, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The text that the bytes of a file are. */
export function textOfBytes(path: string, bytes: Buffer): string | FileDefect {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(path);
  if (!isUtf8(bytes)) return startOf(path, 'file.not-yaml', 'It is no text in UTF-8.');
  return new TextDecoder('utf8').decode(bytes);
}

/** What is told of a file that nobody should read. */
export function tooLarge(path: string): FileDefect {
  return startOf(path, 'file.too-large', `It has more than ${String(MAX_FILE_BYTES / 1_048_576)} MiB.`);
}

/** Reads the file of a thing. */
export function readThingFile({ path, text }: SourceFile): ThingFile | readonly FileDefect[] {
  const place = placeOf(path);
  if (!place) return [misplaced(path)];
  const source = new YamlSource(path, text);
  if (source.value === undefined) return source.defects;
  const { [STATE_MEMBER]: state, ...members } = source.value;
  const document = { key: place.key, ...members };
  if (members['key'] !== undefined && members['key'] !== place.key) {
    const message = `The name of the file says '${place.key}'. A key never changes: rename the file, or put the key right.`;
    source.tellAt('file.wrong-key', '/key', message);
  }
  if (state !== undefined && !isAllowedState(state, place)) {
    source.tellAt('file.state', `/${STATE_MEMBER}`, stateMessage(place));
  }
  if (source.defects.length > 0) return source.defects;
  return { path, place, state: stateOf(state), document, source };
}

/** Puts the files of a folder together. `types`: the names that folders can have; any when left out. */
export function readThings(
  files: Iterable<ThingFile | readonly FileDefect[]>,
  types?: readonly string[],
): ReadFolder {
  const defects: FileDefect[] = [];
  const found = new Map<string, { draft?: ThingFile; published?: ThingFile }>();
  for (const file of files) {
    if (!('place' in file)) {
      defects.push(...file);
      continue;
    }
    const { path, place } = file;
    if (types && !types.includes(place.type)) {
      defects.push(unknownType(path, place.type, types));
      continue;
    }
    const name = thingName(place.type, place.key);
    const sides = found.get(name) ?? {};
    const other = sides[place.side];
    if (other) defects.push(startOf(path, 'file.duplicate', `${other.path} holds the same thing.`));
    else found.set(name, { ...sides, [place.side]: file });
  }
  const broken = new Set(defects.map(({ path }) => path));
  const things = [...found.values()].flatMap(({ draft, published }): ReadThing[] => {
    if (!draft) {
      const isTold = !published || broken.has(published.path.replace('@published.yaml', '.yaml'));
      if (!isTold)
        defects.push(startOf(published.path, 'file.no-draft', 'It stands beside a file with the draft.'));
      return [];
    }
    return [thingOf(draft, published)];
  });
  return { things, defects };
}

/** A draft with something in use beside it is not to be published by itself. */
function thingOf(draft: ThingFile, published: ThingFile | undefined): ReadThing {
  const { place, document } = draft;
  const state = published && draft.state === 'published' ? 'draft' : draft.state;
  const isKept = published !== undefined && state === 'draft';
  const thing = { type: place.type, state, document, ...(isKept && { published: published.document }) };
  return { thing, draft, ...(published && { published }) };
}

/** A defect of a file as a whole. */
export function startOf(path: string, code: FileDefect['code'], message: string): FileDefect {
  return { code, path, line: 1, column: 1, message };
}

export function misplaced(path: string): FileDefect {
  const message =
    'Content stands in <type>/<key>.yaml; a key has small letters, digits, hyphens, dots and underscores.';
  return startOf(path, 'file.misplaced', message);
}

function unknownType(path: string, type: string, types: readonly string[]): FileDefect {
  const similar = nearest(type, types);
  const hint = similar === undefined ? '' : ` Did you mean '${similar}'?`;
  return startOf(path, 'file.unknown-type', `There is no content type '${type}'.${hint}`);
}

function stateMessage({ side }: ThingPlace): string {
  return side === 'published'
    ? 'What is published has no state of its own.'
    : `Must be one of ${THING_STATES.join(', ')}.`;
}

function isAllowedState(state: unknown, { side }: ThingPlace): boolean {
  return side === 'draft' && THING_STATES.some((known) => known === state);
}

function stateOf(state: unknown): ThingState {
  return THING_STATES.find((known) => known === state) ?? 'published';
}
