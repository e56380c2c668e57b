/** JSON Schema pattern of a key: the stable, readable name of a piece of content. */
export const KEY_PATTERN = '^[a-z0-9][a-z0-9-_.]{0,99}$';

const KEY = new RegExp(KEY_PATTERN);

/** True for a valid key. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}
