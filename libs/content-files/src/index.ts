export * from './content-thing.js';
export { FILE_DEFECTS, type FileDefect, type FileDefectCode, locationOf } from './file-defect.js';
export { inSchemaOrder, type OrderSchema } from './member-order.js';
export {
  misplaced,
  readThingFile,
  readThings,
  type ReadFolder,
  type ReadThing,
  type SourceFile,
  startOf,
  STATE_MEMBER,
  textOfBytes,
  type ThingFile,
  tooLarge,
} from './thing-file.js';
export { isMeantAsContent, pathOf, placeOf, type ThingPlace } from './thing-path.js';
export { editorSchemaText, filesOf, schemaPathOf, TOOL_FOLDER, typeOfSchemaPath } from './thing-text.js';
export { MAX_FILE_BYTES, YamlSource } from './yaml-source.js';
