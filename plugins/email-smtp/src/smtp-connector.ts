import {
  type CallContext,
  type ConnectorCallbacks,
  type HealthReport,
  type OpenConnector,
  type OutgoingMessage as AnyMessage,
  type PluginHostContext,
  sendEach,
  type SendError,
  type SendResult,
} from '@parcours/sdk';
import { textOf, wireAddress } from '@parcours/sdk/email';
import { DkimSigner } from './dkim.js';
import { smtpCallbacks } from './inbound/smtp-callbacks.js';
import { MailAccess } from './mail-access.js';
import { type MailComposer, RefusedHeader } from './mime-message.js';
import { type RawMail, RawPool } from './raw-pool.js';
import { SenderBook } from './sender-book.js';
import type { SmtpConfig } from './smtp-config.js';
import { classify, isLoginRefused } from './smtp-failure.js';
import { transportOptions } from './transport-options.js';

type OutgoingMessage = AnyMessage<'email'>;

/** One batch under way. */
interface Batch {
  readonly signal: AbortSignal;
  /** Failures that concern the server and not one message: the rest is not tried. */
  readonly stopping: Set<SendError>;
}

/** Sends over a pool of SMTP connections. */
export class SmtpConnector implements OpenConnector<'email'> {
  /** Undefined where no token is configured. */
  readonly callbacks?: ConnectorCallbacks;
  private readonly transport: RawPool;
  private readonly senders: SenderBook;
  private readonly dkim: DkimSigner | undefined;
  private readonly access: MailAccess | undefined;

  /** @throws TypeError where an address or a key of the configuration is none */
  constructor(
    private readonly config: SmtpConfig,
    private readonly host: PluginHostContext,
  ) {
    this.senders = new SenderBook(config);
    if (config.inboundToken !== undefined) {
      this.callbacks = smtpCallbacks(config.inboundToken, (messageId) => this.senders.idOf(messageId));
    }
    this.dkim = config.dkim && new DkimSigner(config.dkim);
    this.access = config.oauth2 && new MailAccess(config, host);
    this.transport = new RawPool(transportOptions(config, { sockets: host.sockets, access: this.access }));
  }

  async sendBatch(
    messages: readonly OutgoingMessage[],
    { signal }: CallContext,
  ): Promise<readonly SendResult[]> {
    const batch: Batch = { signal, stopping: new Set() };
    // Twice the pool, so that a connection that becomes free finds the next message composed.
    const atOnce = this.config.poolSize * 2;
    const stopsAt = (error: SendError) => batch.stopping.has(error);
    const results = await sendEach(messages, { atOnce, stopsAt }, (message) => this.send(message, batch));
    const [stopped] = batch.stopping;
    if (stopped) this.host.logger.warn('the SMTP server takes no messages', { code: stopped.code });
    return results;
  }

  async verify(): Promise<HealthReport> {
    try {
      await this.transport.verify();
      return { status: 'up' };
    } catch (cause) {
      const { code, detail } = classify(cause).error;
      return { status: 'down', detail: `${code}: ${detail}` };
    }
  }

  close(): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }

  private async send(message: OutgoingMessage, batch: Batch): Promise<SendResult> {
    if (batch.signal.aborted) {
      return failed({ class: 'temporary', code: 'smtp.aborted', detail: 'The call was given up.' });
    }
    const to = wireAddress(message.to);
    if (to === undefined) {
      return failed({
        class: 'rejected-recipient',
        code: 'smtp.address-invalid',
        detail: 'The recipient is no address that SMTP can carry.',
      });
    }
    const sender = this.senders.of(message.from);
    if (sender === undefined) {
      const detail = 'The sender of the brand is no address that SMTP can carry.';
      return failed({ class: 'permanent', code: 'smtp.sender-invalid', detail });
    }
    const { composer } = sender;
    try {
      const mail = {
        ...{ from: sender.address, to, messageId: composer.messageId(message.id) },
        raw: this.compose(message, to, composer),
      };
      const response = await this.handOver(mail, batch.signal);
      const queueId = /\bqueued as ([\w.-]{1,100})/i.exec(response)?.[1];
      return queueId === undefined ? { status: 'sent' } : { status: 'sent', providerId: queueId };
    } catch (cause) {
      if (cause instanceof RefusedHeader) {
        return failed({ class: 'permanent', code: 'smtp.header-refused', detail: cause.message });
      }
      const { error, stopsBatch } = classify(cause);
      if (stopsBatch) batch.stopping.add(error);
      return failed(error);
    }
  }

  /** A second time where the server takes an access token no more whose time is not over: nothing was sent with it. */
  private async handOver(mail: RawMail, signal: AbortSignal): Promise<string> {
    const token = this.access?.last;
    try {
      return await this.transport.send(mail, signal);
    } catch (cause) {
      if (token === undefined || !isLoginRefused(cause)) throw cause;
      this.access?.refused(token);
      return this.transport.send(mail, signal);
    }
  }

  private compose({ id, content, headers }: OutgoingMessage, to: string, composer: MailComposer): string {
    const { subject, html, text = textOf(html) } = content;
    const sentAt = this.host.clock.now();
    const raw = composer.compose({ id, to, subject, html, text, sentAt, ...(headers ? { headers } : {}) });
    return this.dkim ? this.dkim.signed(raw, sentAt) : raw;
  }
}

function failed(error: SendError): SendResult {
  return { status: 'failed', error };
}
