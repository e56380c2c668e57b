import { isIPv6 } from 'node:net';

/** How many failures cost nothing, before each further one doubles the wait. */
export interface BackOff {
  readonly free: number;
}

export const ACCOUNT_BACK_OFF: BackOff = { free: 5 };

/** Offices and schools sit behind one address. */
export const ADDRESS_BACK_OFF: BackOff = { free: 50 };

const FIRST_MS = 1_000;

/** The longest wait: somebody who keeps failing on purpose delays others, and never locks them out. */
export const LONGEST_WAIT_MS = 15 * 60_000;

/** Failures are forgotten when nobody has tried for that long. */
export const FORGET_MS = 60 * 60_000;

/** How long nobody may try after so many failures: 1 s after the fifth, 2 s after the sixth, up to a quarter of an hour. */
export function waitAfter(failures: number, { free }: BackOff): number {
  if (failures < free) return 0;
  return Math.min(FIRST_MS * 2 ** Math.min(failures - free, 30), LONGEST_WAIT_MS);
}

/** What counts as one address: a household or office has the whole /64 of an IPv6 address to itself. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - behind.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...behind];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}
