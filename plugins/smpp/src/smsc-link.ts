import type { PluginLogger, SocketClient } from '@parcours/sdk';

import type { Pdu } from './protocol.js';
import type { SmppConfig } from './smpp-config.js';
import { SmscSession } from './smsc-session.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

export interface LinkParts {
  readonly config: SmppConfig;
  readonly logger: PluginLogger;
  readonly sockets: SocketClient;
  readonly incoming: (pdu: Pdu) => Promise<number>;
}

/** The session with an SMSC: bound when it is needed and, where somebody listens, bound again whenever it has ended. */
export class SmscLink {
  private session: SmscSession | undefined;
  private binding: Promise<SmscSession> | undefined;
  private isListening = false;
  private readonly closing = new AbortController();
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: LinkParts) {}

  get isOpen(): boolean {
    return this.session?.isOpen === true;
  }

  /**
   * One session for all who ask.
   * @throws BindRefused, SessionLost
   * @throws HttpFailure where the address may not be meant
   */
  get(): Promise<SmscSession> {
    if (this.session?.isOpen) return Promise.resolve(this.session);
    this.binding ??= this.bind().finally(() => {
      this.binding = undefined;
    });
    return this.binding;
  }

  /** From now on there is always a session, as far as the SMSC lets there be one. */
  listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.stayBound(0);
  }

  async close(): Promise<void> {
    this.closing.abort();
    clearTimeout(this.timer);
    await this.binding?.catch(() => undefined);
    await this.session?.close();
  }

  private async bind(): Promise<SmscSession> {
    const { config, sockets, incoming, logger } = this.parts;
    const session = await SmscSession.bind({
      config,
      sockets,
      incoming,
      signal: this.closing.signal,
      ended: (reason) => {
        logger.info('the session has ended', { reason });
        this.stayBound(this.pauseMs());
      },
    });
    this.failures = 0;
    this.session = session;
    if (this.closing.signal.aborted) await session.close();
    return session;
  }

  private stayBound(pauseMs: number): void {
    if (!this.isListening || this.closing.signal.aborted) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.get().catch((cause: unknown) => {
        this.failures += 1;
        const reason = cause instanceof Error ? cause.message : 'unknown';
        this.parts.logger.warn('there is no session', { reason, failures: this.failures });
        this.stayBound(this.pauseMs());
      });
    }, pauseMs);
    this.timer.unref();
  }

  /** Half a second doubled with each failure, a minute at most, spread so that workers do not come back together. */
  private pauseMs(): number {
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures);
    return Math.round(pause * (0.5 + Math.random() / 2));
  }
}
