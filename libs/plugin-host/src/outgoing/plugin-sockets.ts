import { ParcoursError } from '@parcours/kernel';
import { HttpFailure, type SocketClient } from '@parcours/sdk';

import type { GuardedSockets } from './guarded-sockets.js';

const TIMEOUT_MS = 10_000;

/** The connections that plugins get. */
export function socketClientOf(outgoing: GuardedSockets): SocketClient {
  return {
    async connect({ host, port, timeoutMs = TIMEOUT_MS, signal }) {
      try {
        return await outgoing.connect({ host, port, timeoutMs, stop: signal });
      } catch (cause) {
        if (!(cause instanceof ParcoursError)) throw cause;
        const { code, message: detail, retryable } = cause;
        throw new HttpFailure({ code, detail, retryable, maybeSent: false }, { cause });
      }
    },
  };
}
