import { register } from 'node:module';

/** Under Jest this file is TypeScript, and what imports find is Jest's affair. */
const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts');

const SHARED = ['@parcours/sdk', '@parcours/sdk/email', '@parcours/sdk/testing'];

let isShared = false;

/**
 * From now on a plugin that has no SDK of its own gets the one of this installation: a plugin in a folder needs nothing
 * installed. A copy that it brings along comes first.
 */
export function shareSdk(): void {
  if (isShared || RUNS_FROM_SOURCE) return;
  isShared = true;
  const addresses = Object.fromEntries(SHARED.map((name) => [name, import.meta.resolve(name)]));
  register('./sdk-hook.js', import.meta.url, { data: addresses });
}
