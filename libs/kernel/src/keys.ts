/** JSON Schema pattern of a key: the stable, readable name of a piece of content. */
export const KEY_PATTERN = '^[a-z0-9][a-z0-9-_.]{0,99}$';

const KEY = new RegExp(KEY_PATTERN);

/**
 * JSON Schema pattern of an id that callers choose: no white space at its ends, which databases ignore when they
 * compare, and no half of a surrogate pair, which UTF-8 cannot carry.
 */
export const CALLER_ID_PATTERN = '^(?!\\s)[^\\ud800-\\udfff]*[^\\s\\ud800-\\udfff]$';

/** True for a valid key. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}
