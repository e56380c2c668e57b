import {
  type CallContext,
  type Deliver,
  type HealthReport,
  isHttpFailure,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  type SendError,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';
import { createHash } from 'node:crypto';

import { Incoming } from './incoming.js';
import { type Fields, OK, textIn } from './protocol.js';
import { SessionLost } from './session-lost.js';
import type { SmppConfig } from './smpp-config.js';
import { SmscLink } from './smsc-link.js';
import { BindRefused, type SmscSession } from './smsc-session.js';
import { errorOfStatus } from './status-errors.js';
import { partsOf } from './text-parts.js';

type Message = OutgoingMessage<'sms'>;

const REGISTERED = { all: 1, failures: 2, none: 0 } as const;
const ALPHANUMERIC = { source_addr_ton: 5, source_addr_npi: 0 };
const E164 = { source_addr_ton: 1, source_addr_npi: 1 };

/** Hands text messages to one SMSC over a session of its own, and listens on it. */
export class SmppConnector implements OpenConnector<'sms'> {
  private readonly incoming: Incoming;
  private readonly link: SmscLink;

  constructor(
    private readonly config: SmppConfig,
    { logger, sockets }: PluginHostContext,
  ) {
    this.incoming = new Incoming({ config, logger });
    this.link = new SmscLink({ config, logger, sockets, incoming: (pdu) => this.incoming.take(pdu) });
  }

  async sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    const session = await this.session(signal).catch(failureOf);
    if ('class' in session) return messages.map(() => ({ status: 'failed', error: session }));
    // Whoever asks for a slower pace would only refuse the rest as well.
    const stopsAt = (error: SendError): boolean => error.class === 'throttled';
    return sendEach(messages, { atOnce: this.config.window, stopsAt }, (message) =>
      this.send(message, session, signal),
    );
  }

  /** Binds, or asks for a life sign where it is bound already. */
  async verify({ signal }: CallContext): Promise<HealthReport> {
    try {
      const session = await this.session(signal);
      await session.request('enquire_link', {}, signal);
      return { status: 'up' };
    } catch (cause) {
      return { status: 'down', detail: failureOf(cause).detail };
    }
  }

  listen(deliver: Deliver): void {
    if (this.config.bind === 'transmitter') return;
    this.incoming.to(deliver);
    this.link.listen();
  }

  close(): Promise<void> {
    return this.link.close();
  }

  private session(signal: AbortSignal): Promise<SmscSession> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        reject(new SessionLost('The call was given up.', false));
      };
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort, { once: true });
      this.link
        .get()
        .then(resolve, reject)
        .finally(() => {
          signal.removeEventListener('abort', abort);
        });
    });
  }

  private async send(message: Message, session: SmscSession, signal: AbortSignal): Promise<SendResult> {
    const { concatenation } = this.config;
    const parts = partsOf(message.content.text, { concatenation, reference: referenceOf(message.id) });
    if (!parts) {
      const detail = 'The text is too long to be cut into parts.';
      return { status: 'failed', error: { class: 'permanent', code: 'smpp.too-long', detail } };
    }
    let providerId: string | undefined;
    for (const [at, part] of parts.entries()) {
      const fields = { ...this.fieldsOf(message, at === parts.length - 1), ...part };
      const taken = await submit(session, fields, signal);
      // Where some parts are on their way, sending again sends those twice.
      if (taken.error)
        return { status: 'failed', error: at > 0 ? { ...taken.error, maybeSent: true } : taken.error };
      ({ providerId } = taken);
    }
    return { status: 'sent', ...(providerId !== undefined && { providerId }) };
  }

  /** The last part alone is asked about: when it has arrived, so have those before it, and it names the message. */
  private fieldsOf({ to, from }: Message, isLast: boolean): Fields {
    const { receipts, serviceType, validitySeconds } = this.config;
    return {
      ...this.senderOf(from?.id ?? this.config.from),
      service_type: serviceType,
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      destination_addr: to.replace(/^\+/, ''),
      registered_delivery: isLast ? REGISTERED[receipts] : 0,
      ...(validitySeconds !== undefined && { validity_period: periodOf(validitySeconds) }),
    };
  }

  private senderOf(id: string): Fields {
    if (/[^0-9+]/.test(id)) return { ...ALPHANUMERIC, source_addr: id };
    if (id.startsWith('+')) return { ...E164, source_addr: id.slice(1) };
    const { shortCodeTon: source_addr_ton, shortCodeNpi: source_addr_npi } = this.config;
    return { source_addr_ton, source_addr_npi, source_addr: id };
  }
}

interface Taken {
  readonly error?: SendError;
  readonly providerId?: string | undefined;
}

async function submit(session: SmscSession, fields: Fields, signal: AbortSignal): Promise<Taken> {
  try {
    const answer = await session.request('submit_sm', fields, signal);
    if (answer.command_status !== OK) return { error: errorOfStatus(answer.command_status) };
    return { providerId: textIn(answer, 'message_id') };
  } catch (cause) {
    return { error: failureOf(cause) };
  }
}

function failureOf(cause: unknown): SendError {
  if (cause instanceof BindRefused) return errorOfStatus(cause.status);
  if (isHttpFailure(cause)) return sendErrorOfFailure(cause);
  if (!(cause instanceof SessionLost)) throw cause;
  const { message: detail, maybeSent } = cause;
  const error = { class: 'temporary', code: 'smpp.no-session', detail, outage: true } as const;
  return maybeSent ? { ...error, maybeSent } : error;
}

/** The same for a message that is sent again, so that its parts fit those that have arrived. */
function referenceOf(id: string): number {
  return createHash('sha256').update(id).digest()[0] ?? 0;
}

/** A time from now, as `YYMMDDhhmmss000R`. */
function periodOf(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const [days, hours, minutes] = [seconds / 86_400, (seconds / 3_600) % 24, (seconds / 60) % 60];
  return `0000${two(days)}${two(hours)}${two(minutes)}${two(seconds % 60)}000R`;
}
