/** The largest import. All of it is held in memory, for it is checked as a whole. */
export const MAX_IMPORT_MIB = 64;
export const MAX_THINGS = 20_000;
/** The largest document, as in any other request. */
export const MAX_DOCUMENT_BYTES = 1_048_576;
