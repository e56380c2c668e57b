import type { Socket } from 'node:net';

/** Where a connection is to lead. */
export interface SocketTarget {
  /** A name or an IP address. */
  readonly host: string;
  readonly port: number;
  /** Until it is connected, in milliseconds; 10,000 when left out. */
  readonly timeoutMs?: number;
  /** Breaks it off: hand on the signal of your call. */
  readonly signal?: AbortSignal;
}

/**
 * Connects to servers that speak something else than HTTP, such as SMTP or SMPP. Which addresses of this machine and of
 * private networks may be meant is up to the installation; those at which clouds keep their credentials never are unless
 * it names them. What is checked is the address that is connected to, whatever name leads there.
 */
export interface SocketClient {
  /**
   * An open TCP connection without delay, yours to listen to at once and to close. For TLS hand it on as `socket` of
   * `tls.connect`, with the name of the host as `servername`.
   * @throws HttpFailure where there is no connection
   */
  connect(target: SocketTarget): Promise<Socket>;
}
