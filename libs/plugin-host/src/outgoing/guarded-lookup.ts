import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

import { OutgoingErrors } from './outgoing.errors.js';
import { familyOf } from './private-address.rules.js';
import type { ReachableHosts } from './reachable-hosts.js';

/** Answers only the addresses to which a connection may be made. A connection asks nobody for an address written out. */
export function guardedLookup(hosts: ReachableHosts): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const reachable = found.filter(({ address }) => hosts.mayConnect(host, address));
      const [first] = reachable;
      if (!first) callback(OutgoingErrors.addressRefused({ host }), '', 0);
      else if (options.all) callback(null, reachable);
      else callback(null, first.address, familyOf(first.address) === 'ipv6' ? 6 : 4);
    });
  };
}
