import { BlockList } from 'node:net';

import { bareHost, familyOf, isPrivateAddress, isPrivateName } from './private-address.rules.js';

/** What may be called: everything public, and what the configuration allows beside it. */
export class ReachableHosts {
  private readonly names = new Set<string>();
  private readonly networks = new BlockList();

  /** @param allow host names, addresses and networks */
  constructor(allow: readonly string[]) {
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
    return familyOf(bare) === undefined ? !isPrivateName(bare) : !isPrivateAddress(bare);
  }

  /** Whether a connection to one of the addresses of a host may be made. */
  mayConnect(host: string, address: string): boolean {
    return this.isAllowed(host) || this.isAllowedAddress(address) || !isPrivateAddress(address);
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
