/** Longer addresses stay as they are: some mail clients cut what is longer than about 2,000 characters. */
export const LONGEST_TRACKED_URL = 1_200;

/** Tells which addresses are not tracked: our own pages, below one of these addresses, and what is too long. */
export function isUntracked(own: readonly (string | undefined)[]): (url: string) => boolean {
  const beginnings = own.flatMap((address) => (address === undefined ? [] : [`${address}/`]));
  return (url) =>
    url.length > LONGEST_TRACKED_URL || beginnings.some((beginning) => url.startsWith(beginning));
}
