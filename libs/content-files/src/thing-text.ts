import { canonicalJson, type JsonObject } from '@parcours/kernel';
import { Document } from 'yaml';

import { type ContentThing, keyOf, mapSecretNames, secretNameOf, THING_STATES } from './content-thing.js';
import { editYaml } from './yaml-edit.js';
import { inSchemaOrder, type OrderSchema } from './member-order.js';
import { pathOf } from './thing-path.js';
import { quoteWhatHides, WRITING } from './yaml-style.js';
import { STATE_MEMBER, type SourceFile, readThingFile } from './thing-file.js';

/** The folder of a folder's own things: schemas, what is remembered. */
export const TOOL_FOLDER = '.parcours';

/** Where the JSON Schema of a type stands in a folder. */
export function schemaPathOf(type: string): string {
  return `${TOOL_FOLDER}/schemas/${type}.json`;
}

/** The files of a thing: its draft and, where that has moved on, what is in use. */
export function filesOf(
  thing: ContentThing,
  schema: OrderSchema,
  existing: (path: string) => string | undefined = () => undefined,
): SourceFile[] {
  const { type, state, document, published } = thing;
  const key = keyOf(document);
  const write = (side: 'draft' | 'published', members: JsonObject): SourceFile => {
    const path = pathOf({ type, key, side });
    return { path, text: textOf(type, members, existing(path)) };
  };
  const draft = inSchemaOrder(document, schema);
  return [
    write('draft', state === 'published' ? draft : { [STATE_MEMBER]: state, ...draft }),
    ...(published ? [write('published', inSchemaOrder(published, schema))] : []),
  ];
}

/** Written anew; or, where there is a file that says something else, with its comments and its style. */
function textOf(type: string, members: JsonObject, existing: string | undefined): string {
  if (existing === undefined) return fresh(type, members);
  const read = readThingFile({
    path: pathOf({ type, key: keyOf(members), side: 'draft' }),
    text: existing,
  });
  if (!('document' in read)) return fresh(type, members);
  const named = withKnownNames(members, read.document);
  if (canonicalJson(saidBy(named)) === canonicalJson({ ...read.document, [STATE_MEMBER]: read.state }))
    return existing;
  return editYaml(existing, named) ?? fresh(type, named);
}

/** `published` goes without saying. */
function saidBy(members: JsonObject): JsonObject {
  return { ...members, [STATE_MEMBER]: members[STATE_MEMBER] ?? 'published' };
}

function fresh(type: string, members: JsonObject): string {
  const document = new Document(members, WRITING);
  if (document.contents) quoteWhatHides(document.contents);
  return `# yaml-language-server: $schema=../${schemaPathOf(type)}\n${document.toString(WRITING)}`;
}

/** A secret keeps the name that the file has for it: the server knows of none. */
function withKnownNames(members: JsonObject, existing: JsonObject): JsonObject {
  const named = mapSecretNames(members, (name, path) => {
    let place: unknown = existing;
    for (const token of path)
      place = typeof place === 'object' && place !== null ? Reflect.get(place, token) : undefined;
    return { $secret: secretNameOf(place) ?? name };
  });
  return typeof named === 'object' && named !== null && !Array.isArray(named) ? named : members;
}

/** The JSON Schema of a type as editors are to have it: with the state, which no document has. */
export function editorSchemaText(schema: OrderSchema): string {
  const { properties } = schema;
  const state = {
    enum: [...THING_STATES],
    description:
      'How it is to stand: published (when left out), a draft that is not to be published, or archived.',
  };
  const members = typeof properties === 'object' ? { [STATE_MEMBER]: state, ...properties } : undefined;
  return `${JSON.stringify({ ...schema, ...(members && { properties: members }) }, null, 2)}\n`;
}

/** The types that a folder speaks for: those whose schemas it has. */
export function typeOfSchemaPath(path: string): string | undefined {
  return /^\.parcours\/schemas\/([a-z][a-z-]*)\.json$/.exec(path)?.[1];
}
