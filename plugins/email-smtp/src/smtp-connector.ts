import { setMaxListeners } from 'node:events';
import type {
  CallContext,
  ConnectorCallbacks,
  HealthReport,
  OpenConnector,
  OutgoingMessage as AnyMessage,
  PluginHostContext,
  SendError,
  SendResult,
} from '@parcours/sdk';
import { smtpCallbacks } from './inbound/smtp-callbacks.js';
import { wireAddress } from './mime-header.js';
import { type MailComposer, RefusedHeader } from './mime-message.js';
import { RawPool } from './raw-pool.js';
import { SenderBook } from './sender-book.js';
import type { SmtpConfig } from './smtp-config.js';
import { classify } from './smtp-failure.js';
import { textOf } from './text-part.js';

type OutgoingMessage = AnyMessage<'email'>;

/** One batch under way. */
interface Batch {
  readonly signal: AbortSignal;
  readonly results: Map<OutgoingMessage, SendResult>;
  /** Set as soon as a failure concerns the server and not one message: the rest is not tried. */
  stopped: SendError | undefined;
}

/** Sends over a pool of SMTP connections. */
export class SmtpConnector implements OpenConnector<'email'> {
  /** Undefined where no token is configured. */
  readonly callbacks?: ConnectorCallbacks;
  private readonly transport: RawPool;
  private readonly senders: SenderBook;

  constructor(
    private readonly config: SmtpConfig,
    private readonly host: PluginHostContext,
  ) {
    this.senders = new SenderBook(config);
    if (config.inboundToken !== undefined) {
      this.callbacks = smtpCallbacks(config.inboundToken, (messageId) => this.senders.idOf(messageId));
    }
    this.transport = new RawPool(transportOptions(config));
  }

  async sendBatch(
    messages: readonly OutgoingMessage[],
    { signal }: CallContext,
  ): Promise<readonly SendResult[]> {
    // One listener for each message in flight, more than the ten at which Node suspects a leak.
    setMaxListeners(0, signal);
    const batch: Batch = { signal, results: new Map(), stopped: undefined };
    const queues = byCustomer(messages)[Symbol.iterator]();
    // Twice the pool, so that a connection that becomes free finds the next message composed.
    const workers = Array.from({ length: Math.min(messages.length, this.config.poolSize * 2) }, async () => {
      for (let next = queues.next(); !next.done; next = queues.next())
        await this.sendInOrder(next.value, batch);
    });
    await Promise.all(workers);
    if (batch.stopped)
      this.host.logger.warn('the SMTP server takes no messages', { code: batch.stopped.code });
    return messages.map(
      (message) => batch.results.get(message) ?? notTried('smtp.aborted', 'The call was given up.'),
    );
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

  private async sendInOrder(messages: readonly OutgoingMessage[], batch: Batch): Promise<void> {
    for (const message of messages) {
      if (batch.signal.aborted) return;
      batch.results.set(message, batch.stopped ? untried(batch.stopped) : await this.send(message, batch));
    }
  }

  private async send(message: OutgoingMessage, batch: Batch): Promise<SendResult> {
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
      const response = await this.transport.send(mail, batch.signal);
      const queueId = /\bqueued as ([\w.-]{1,100})/i.exec(response)?.[1];
      return queueId === undefined ? { status: 'sent' } : { status: 'sent', providerId: queueId };
    } catch (cause) {
      if (cause instanceof RefusedHeader) {
        return failed({ class: 'permanent', code: 'smtp.header-refused', detail: cause.message });
      }
      const { error, stopsBatch } = classify(cause);
      if (stopsBatch) batch.stopped ??= error;
      return failed(error);
    }
  }

  private compose({ id, content, headers }: OutgoingMessage, to: string, composer: MailComposer): string {
    const { subject, html, text = textOf(html) } = content;
    const sentAt = this.host.clock.now();
    return composer.compose({ id, to, subject, html, text, sentAt, ...(headers ? { headers } : {}) });
  }
}

function transportOptions(config: SmtpConfig) {
  const { user, password } = config;
  return {
    host: config.host,
    port: config.port,
    secure: config.secure === 'tls',
    requireTLS: config.secure === 'starttls',
    ignoreTLS: config.secure === 'none',
    tls: { rejectUnauthorized: !config.allowInvalidCertificates },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    maxConnections: config.poolSize,
    maxMessages: config.messagesPerConnection,
    ...(config.rateLimit === undefined ? {} : { rateLimit: config.rateLimit, rateDelta: 1_000 }),
    connectionTimeout: config.connectionTimeoutMs,
    greetingTimeout: config.greetingTimeoutMs,
    socketTimeout: config.socketTimeoutMs,
    // Nodemailer requeues only what it has not begun to send, so nothing is doubled by it.
    maxRequeues: 2,
    logger: false,
  };
}

/** The messages of each customer, in the order of the batch. */
function byCustomer(messages: readonly OutgoingMessage[]): readonly (readonly OutgoingMessage[])[] {
  const queues = new Map<string, OutgoingMessage[]>();
  for (const message of messages) {
    const queue = queues.get(message.customerId);
    if (queue) queue.push(message);
    else queues.set(message.customerId, [message]);
  }
  return [...queues.values()];
}

function failed(error: SendError): SendResult {
  return { status: 'failed', error };
}

function untried({ maybeSent: _maybeSent, ...error }: SendError): SendResult {
  return failed(error);
}

function notTried(code: string, detail: string): SendResult {
  return failed({ class: 'temporary', code, detail });
}
