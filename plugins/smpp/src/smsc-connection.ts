import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';

import { isHttpFailure, type SocketClient } from '@parcours/sdk';

import { SessionLost } from './session-lost.js';
import type { SmppConfig } from './smpp-config.js';

export interface ConnectionParts {
  readonly config: SmppConfig;
  readonly sockets: SocketClient;
  /** Aborted when no session is wanted any more. */
  readonly signal: AbortSignal;
}

/**
 * An open connection to the SMSC, encrypted where that is configured.
 * @throws SessionLost
 * @throws HttpFailure where the address may not be meant
 */
export async function connectionTo({ config, sockets, signal }: ConnectionParts): Promise<Socket> {
  const { host, port, timeoutMs, tls } = config;
  try {
    const socket = await sockets.connect({ host, port, timeoutMs, signal });
    return tls === 'tls' ? await encrypted(socket, { config, signal }) : socket;
  } catch (cause) {
    if (!isHttpFailure(cause) || !cause.reason.retryable) throw cause;
    throw new SessionLost(`No connection: ${cause.reason.detail}`, false);
  }
}

function encrypted(
  socket: Socket,
  { config, signal }: Pick<ConnectionParts, 'config' | 'signal'>,
): Promise<Socket> {
  const { host, caCertificate, timeoutMs } = config;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return new Promise((resolve, reject) => {
    const secure = connect({
      socket,
      // An address is no name to ask for; its certificate is still held against it.
      ...(isIP(host) === 0 ? { servername: host } : { host }),
      ...(caCertificate !== undefined && { ca: caCertificate }),
    });
    const fail = (cause?: unknown): void => {
      settle();
      secure.on('error', () => undefined).destroy();
      const reason = cause instanceof Error ? wordsOf(cause) : 'it was not accepted in time';
      reject(new SessionLost(`No connection: ${reason}.`, false));
    };
    const closed = (): void => {
      fail(new Error('it was closed'));
    };
    const agreed = (): void => {
      settle();
      resolve(secure);
    };
    const settle = (): void => {
      limit.removeEventListener('abort', fail);
      secure.off('error', fail).off('close', closed).off('secureConnect', agreed);
    };
    secure.once('secureConnect', agreed).once('error', fail).once('close', closed);
    limit.addEventListener('abort', fail, { once: true });
    if (limit.aborted) fail();
  });
}

/** What the system calls it, or the words of the error. */
export function wordsOf(cause: Error): string {
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
