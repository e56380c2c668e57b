import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A plugin, and where it was found: a folder or the name of a package. */
export interface FoundPlugin {
  readonly id: string;
  readonly source: string;
}

/** Whose an error is that nobody has caught. `product`: our own code; `nobody`: a connection that broke, a library. */
export type FaultOwner = { readonly plugin: string } | 'product' | 'nobody';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const PRODUCT = [`${ROOT}apps${sep}`, `${ROOT}libs${sep}`];

/** Reads it from the stack: a plugin's, wherever one of its files is in it. */
export function faultOwner(cause: unknown, plugins: readonly FoundPlugin[]): FaultOwner {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const isIn = (place: string): boolean => frames.some((frame) => frame.includes(place));
  const plugin = plugins.find(({ source }) => isIn(placeOf(source)));
  if (plugin) return { plugin: plugin.id };
  return PRODUCT.some(isIn) ? 'product' : 'nobody';
}

/** What stands in a frame of one of its files, which Node names by their real paths. */
function placeOf(source: string): string {
  try {
    return `${realpathSync(source)}${sep}`;
  } catch {
    return `${sep}node_modules${sep}${source}${sep}`;
  }
}
