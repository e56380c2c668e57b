import type { SocketClient } from '@parcours/sdk';

import { connect, type Fields, OK, type Pdu, pduOf, type WireSession } from './protocol.js';
import { SessionLost } from './session-lost.js';
import type { SmppConfig } from './smpp-config.js';
import { connectionTo, wordsOf } from './smsc-connection.js';

const UNBIND_MS = 1_000;

/** The SMSC does not let this account in. */
export class BindRefused extends Error {
  constructor(readonly status: number) {
    super(`The SMSC refused the bind (0x${status.toString(16).padStart(8, '0')}).`);
  }
}

export interface SessionParts {
  readonly config: SmppConfig;
  readonly sockets: SocketClient;
  /** What the SMSC sends of its own accord; the status is what it is answered. */
  readonly incoming: (pdu: Pdu) => Promise<number>;
  /** Aborted when no session is wanted any more. */
  readonly signal: AbortSignal;
  /** Once, after the session was bound and has come to its end. */
  readonly ended: (reason: string) => void;
}

interface Waiting {
  readonly resolve: (answer: Pdu) => void;
  readonly reject: (cause: SessionLost) => void;
  readonly timer: NodeJS.Timeout;
}

/** One bound session: requests with a window, answers in any order, and a life sign when nothing is said. */
export class SmscSession {
  private readonly waiting = new Set<Waiting>();
  private readonly queue: (() => void)[] = [];
  private outstanding = 0;
  private life: NodeJS.Timeout | undefined;
  private end: string | undefined;

  private constructor(
    private readonly wire: WireSession,
    private readonly parts: SessionParts,
  ) {}

  /**
   * @throws BindRefused, SessionLost
   * @throws HttpFailure where the address may not be meant
   */
  static async bind(parts: SessionParts): Promise<SmscSession> {
    const wire = connect({ socket: await connectionTo(parts) });
    let isBound = false;
    const ended = (reason: string): void => {
      if (isBound) parts.ended(reason);
    };
    const session = new SmscSession(wire, { ...parts, ended });
    const abort = (): void => {
      session.abandon('it was closed');
    };
    parts.signal.addEventListener('abort', abort, { once: true });
    try {
      await session.bound();
    } catch (cause) {
      session.abandon('the bind has failed');
      throw cause;
    } finally {
      parts.signal.removeEventListener('abort', abort);
    }
    isBound = true;
    session.keepAlive();
    return session;
  }

  get isOpen(): boolean {
    return this.end === undefined;
  }

  /**
   * Sends a request when there is room in the window, and waits for its answer.
   * @throws SessionLost
   */
  async request(command: string, fields: Fields = {}, signal?: AbortSignal): Promise<Pdu> {
    await this.place();
    try {
      if (signal?.aborted) throw new SessionLost('The call was given up.', false);
      return await this.exchange(pduOf(command, fields), signal);
    } finally {
      this.outstanding -= 1;
      this.queue.shift()?.();
    }
  }

  /** Says goodbye, so that the SMSC frees the session at once. */
  async close(): Promise<void> {
    if (!this.isOpen) return;
    clearTimeout(this.life);
    const goodbye = this.exchange(pduOf('unbind')).catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, UNBIND_MS, undefined);
    });
    await Promise.race([goodbye, late]);
    clearTimeout(timer);
    this.abandon('it was closed');
  }

  private async bound(): Promise<void> {
    const { config } = this.parts;
    this.attend();
    const { command_status: status } = await this.request(`bind_${config.bind}`, {
      system_id: config.systemId,
      password: config.password,
      system_type: config.systemType,
      interface_version: 0x34,
    });
    if (status !== OK) throw new BindRefused(status);
  }

  private async place(): Promise<void> {
    while (this.isOpen && this.outstanding >= this.parts.config.window) {
      await new Promise<void>((free) => this.queue.push(free));
    }
    this.outstanding += 1;
  }

  private exchange(pdu: Pdu, signal?: AbortSignal): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const settled = (): void => {
        clearTimeout(entry.timer);
        this.waiting.delete(entry);
        signal?.removeEventListener('abort', abort);
      };
      const entry: Waiting = {
        resolve: (answer) => {
          settled();
          resolve(answer);
        },
        reject: (cause) => {
          settled();
          reject(cause);
        },
        // Whoever leaves one request unanswered may have gone: half-open connections show nothing else.
        timer: setTimeout(() => {
          this.abandon('there was no answer in time');
        }, this.parts.config.timeoutMs),
      };
      const abort = (): void => {
        entry.reject(new SessionLost('The call was given up.', true));
      };
      this.waiting.add(entry);
      signal?.addEventListener('abort', abort, { once: true });
      if (!this.isOpen || !this.wire.send(pdu, entry.resolve)) {
        entry.reject(new SessionLost(`There is no session: ${this.end ?? 'it has ended'}.`, false));
      }
    });
  }

  private attend(): void {
    const { wire } = this;
    wire.on('error', (cause: Error) => {
      this.abandon(wordsOf(cause));
    });
    wire.on('close', () => {
      this.abandon('the connection was closed');
    });
    wire.on('pdu', (pdu: Pdu) => void this.take(pdu));
  }

  private async take(pdu: Pdu): Promise<void> {
    if (pdu.isResponse()) return;
    if (pdu.command === 'unbind') {
      this.wire.send(pdu.response());
      this.abandon('the SMSC has ended it');
      return;
    }
    const isMessage = pdu.command === 'deliver_sm' || pdu.command === 'data_sm';
    // What has no answer of its own, such as alert_notification, wants none.
    if (!isMessage && pdu.command !== 'enquire_link' && pdu.command !== 'unknown') return;
    const status = isMessage ? await this.parts.incoming(pdu) : undefined;
    this.wire.send(pdu.response(status === undefined ? {} : { command_status: status }));
  }

  private keepAlive(): void {
    this.life = setTimeout(() => {
      void this.exchange(pduOf('enquire_link')).then(
        () => {
          this.keepAlive();
        },
        () => undefined,
      );
    }, this.parts.config.enquireLinkMs);
    this.life.unref();
  }

  /** The end of it, whatever it was; everything that waits hears of it. */
  private abandon(reason: string): void {
    if (this.end !== undefined) return;
    this.end = reason;
    clearTimeout(this.life);
    this.wire.destroy();
    for (const { reject } of this.waiting) reject(new SessionLost(`The session was lost: ${reason}.`, true));
    for (const free of this.queue.splice(0)) free();
    this.parts.ended(reason);
  }
}
