import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import {
  editorSchemaText,
  type FileDefect,
  keyOf,
  type OrderSchema,
  readThingFile,
  readThings,
  type ReadThing,
  schemaPathOf,
  type ThingFile,
  thingName,
  TOOL_FOLDER,
  typeOfSchemaPath,
} from '@parcours/content-files';

import { CliErrors } from '../cli.errors.js';
import { contentFilesIn, contentTextIn, eachOf, removeFile, textIn, writeWhole } from './files.js';

/** A folder as it was read. */
export interface FolderContent {
  readonly things: ReadonlyMap<string, ReadThing>;
  readonly defects: readonly FileDefect[];
  /** Every file of content by its path, readable as YAML or not; undefined for one that is no text. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Tells how many of the files are done. */
export type OnFile = (done: number, of: number) => void;

/** A folder of YAML: one file to the thing, in one folder to the type. */
export class ContentFolder {
  constructor(readonly path: string) {}

  /** @throws cli.no-folder */
  async assertThere(): Promise<void> {
    if (!(await this.isThere())) throw CliErrors.noFolder({ folder: this.path });
  }

  /** Nothing, where there is no such folder. */
  async read(onFile?: OnFile): Promise<FolderContent> {
    const found = (await this.isThere()) ? await contentFilesIn(this.path) : [];
    const texts = new Map<string, string | undefined>();
    let done = 0;
    const files = await eachOf(
      found,
      async ({ path, defect }): Promise<ThingFile | readonly FileDefect[]> => {
        const text = defect ?? (await contentTextIn(this.path, path));
        onFile?.(++done, found.length);
        texts.set(path, typeof text === 'string' ? text : undefined);
        return typeof text === 'string' ? readThingFile({ path, text }) : [text];
      },
    );
    const { things, defects } = readThings(files);
    return { things: new Map(things.map((read) => [nameOf(read), read])), defects, texts };
  }

  /** The types that the folder speaks for: those whose schemas it has. */
  async types(): Promise<string[]> {
    const folder = join(TOOL_FOLDER, 'schemas');
    const names = await readdir(join(this.path, folder)).catch(() => []);
    return names.flatMap((name) => typeOfSchemaPath(`${TOOL_FOLDER}/schemas/${name}`) ?? []).sort();
  }

  async schemaText(type: string): Promise<string | undefined> {
    return textIn(join(this.path, schemaPathOf(type)));
  }

  async writeSchema(type: string, schema: OrderSchema): Promise<void> {
    const text = editorSchemaText(schema);
    if ((await this.schemaText(type)) !== text) await this.write(schemaPathOf(type), text);
  }

  async write(path: string, text: string): Promise<void> {
    await writeWhole(join(this.path, path), text);
  }

  async remove(path: string): Promise<void> {
    await removeFile(join(this.path, path));
  }

  private async isThere(): Promise<boolean> {
    return stat(this.path).then(
      (found) => found.isDirectory(),
      () => false,
    );
  }
}

function nameOf({ thing }: ReadThing): string {
  return thingName(thing.type, keyOf(thing.document));
}
