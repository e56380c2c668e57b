import { type Node, Scalar, visit } from 'yaml';

/** Wide lines stay whole; what YAML 1.1 would take for a boolean is quoted, for readers of that age. */
export const WRITING = {
  version: '1.2',
  compat: 'yaml-1.1',
  lineWidth: 0,
  aliasDuplicateObjects: false,
} as const;

/**
 * Characters that an editor shows as nothing, that other readers of YAML take for the end of a line, or that UTF-8
 * cannot carry.
 */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A block of lines tells its indentation by its first line with something on it: one of blanks alone loses them. */
const BLANK_START = /^\n*[ \t]+(\n|$)/;

/** Writes texts that another style would lose, or hide, in double quotes. */
export function quoteWhatHides(root: Node): void {
  visit(root, {
    Scalar(_key, node) {
      const { value } = node;
      if (typeof value !== 'string') return;
      if (HIDDEN.test(value) || BLANK_START.test(value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
}
