import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

/**
 * What no public service has: this machine, private and link-local networks (where clouds keep their metadata), shared,
 * documentation, multicast and reserved ones. RFC 6890 and the registries of special-purpose addresses at IANA.
 */
const PRIVATE_V4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE_V4.addSubnet(network, prefix, 'ipv4');
}

/**
 * Those that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) lead wherever that leads, and nobody needs them. A list
 * of its own: in one list the mapped network would stand for all of IPv4.
 */
const PRIVATE_V6 = new BlockList();
for (const [network, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE_V6.addSubnet(network, prefix, 'ipv6');
}

/**
 * Where an own server may stand: this machine and the networks of RFC 1918 and RFC 4193. Link-local addresses, where
 * clouds keep their credentials, and all others that are private are no place for one.
 */
const NEIGHBOURS_V4 = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  NEIGHBOURS_V4.addSubnet(network, prefix, 'ipv4');
}
const NEIGHBOURS_V6 = new BlockList();
NEIGHBOURS_V6.addAddress('::1', 'ipv6');
NEIGHBOURS_V6.addSubnet('fc00::', 7, 'ipv6');

/** True for an IP address of this machine or of a network that somebody runs themselves. */
export function isNeighbourAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === undefined) return false;
  return (family === 'ipv4' ? NEIGHBOURS_V4 : NEIGHBOURS_V6).check(address, family);
}

/** True for an IP address that no public service has. */
export function isPrivateAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === undefined) return true;
  return (family === 'ipv4' ? PRIVATE_V4 : PRIVATE_V6).check(address, family);
}

/** True for the name of a host that can only be this machine or one of its neighbours. */
export function isPrivateName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || !name.includes('.');
}

/** The host of a URL without the brackets of IPv6 and the dot of the root, in lower case. */
export function bareHost(host: string): string {
  return host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** Undefined for what is no IP address. */
export function familyOf(address: string): Family | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 6 ? 'ipv6' : 'ipv4';
}
