import { connect, type Socket } from 'node:net';

import { ParcoursError } from '@parcours/kernel';

import { guardedLookup } from './guarded-lookup.js';
import { OutgoingErrors } from './outgoing.errors.js';
import { bareHost } from './private-address.rules.js';
import type { ReachableHosts } from './reachable-hosts.js';

export interface SocketRequest {
  readonly host: string;
  readonly port: number;
  /** Until it is connected. */
  readonly timeoutMs: number;
  readonly stop?: AbortSignal | undefined;
}

/** Connects to hosts that users have entered; the connection itself looks at the address that a name leads to. */
export class GuardedSockets {
  constructor(private readonly hosts: ReachableHosts) {}

  /** @throws outgoing.address-refused, outgoing.timeout, outgoing.unreachable */
  connect({ host, port, timeoutMs, stop }: SocketRequest): Promise<Socket> {
    const bare = bareHost(host);
    // An address that is written out is looked at here alone: no connection looks it up.
    if (!this.hosts.mayCall(bare)) return Promise.reject(OutgoingErrors.addressRefused({ host }));
    return new Promise((resolve, reject) => {
      const socket = connect({ host: bare, port, lookup: guardedLookup(this.hosts), noDelay: true });
      const fail = (error: Error): void => {
        settle();
        socket.on('error', () => undefined);
        socket.destroy();
        reject(explained(error));
      };
      const late = setTimeout(() => {
        fail(OutgoingErrors.timeout({ ms: timeoutMs }));
      }, timeoutMs);
      const abort = (): void => {
        fail(OutgoingErrors.unreachable({ reason: 'it was given up' }));
      };
      const connected = (): void => {
        settle();
        resolve(socket);
      };
      const settle = (): void => {
        clearTimeout(late);
        stop?.removeEventListener('abort', abort);
        socket.off('error', fail).off('connect', connected);
      };
      socket.once('connect', connected).once('error', fail);
      stop?.addEventListener('abort', abort, { once: true });
      if (stop?.aborted) abort();
    });
  }
}

function explained(error: Error): ParcoursError {
  if (error instanceof ParcoursError) return error;
  const reason = 'code' in error ? String(error.code) : 'unknown reason';
  return OutgoingErrors.unreachable({ reason }, { cause: error });
}
