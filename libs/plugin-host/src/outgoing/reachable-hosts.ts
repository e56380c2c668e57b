import { BlockList } from 'node:net';

import type { ParcoursConfig } from '@parcours/config';

import {
  bareHost,
  familyOf,
  isNeighbourAddress,
  isPrivateAddress,
  isPrivateName,
} from './private-address.rules.js';

/** What the configuration allows beside everything public. */
export interface ReachableOptions {
  /** Whether this machine and networks that somebody runs themselves are reached without being named. */
  readonly neighbours?: 'reached' | 'refused';
}

/** What may be called: everything public, and what the configuration allows beside it. */
export class ReachableHosts {
  private readonly names = new Set<string>();
  private readonly networks = new BlockList();

  private readonly areNeighboursReached: boolean;

  /** @param allow host names, addresses and networks */
  constructor(allow: readonly string[], { neighbours = 'refused' }: ReachableOptions = {}) {
    this.areNeighboursReached = neighbours === 'reached';
    for (const entry of allow) this.add(entry);
  }

  /** True where the configuration names the host, which then may be private and go without TLS. */
  isAllowed(host: string): boolean {
    const bare = bareHost(host);
    return this.names.has(bare) || this.isAllowedAddress(bare);
  }

  /**
   * False for a host that cannot be meant. A public name may still lead to a private address: whoever connects looks
   * again, at the address.
   */
  mayCall(host: string): boolean {
    const bare = bareHost(host);
    if (this.isAllowed(bare)) return true;
    if (familyOf(bare) === undefined) return this.areNeighboursReached || !isPrivateName(bare);
    return this.mayConnect(bare, bare);
  }

  /** Whether a connection to one of the addresses of a host may be made. */
  mayConnect(host: string, address: string): boolean {
    if (this.isAllowed(host) || this.isAllowedAddress(address) || !isPrivateAddress(address)) return true;
    return this.areNeighboursReached && isNeighbourAddress(address);
  }

  private isAllowedAddress(address: string): boolean {
    const family = familyOf(address);
    return family !== undefined && this.networks.check(address, family);
  }

  private add(entry: string): void {
    const [address = '', prefix] = entry.split('/');
    const family = familyOf(address);
    if (family === undefined) this.names.add(bareHost(entry));
    else if (prefix === undefined) this.networks.addAddress(address, family);
    else this.networks.addSubnet(address, Number(prefix), family);
  }
}

/** Where connectors that speak something else than HTTP may find their servers. */
export function relayHosts({
  allow,
  relays,
}: Pick<ParcoursConfig['outgoing'], 'allow' | 'relays'>): ReachableHosts {
  return new ReachableHosts(allow, { neighbours: relays === 'private' ? 'reached' : 'refused' });
}
