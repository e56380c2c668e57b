import { isHttpFailure, type SendError, sendErrorOfFailure } from '@parcours/sdk';

import { NoAccess } from './mail-access.js';

/** A failure, and whether the rest of the batch would meet it too. */
export interface SmtpFailure {
  readonly error: SendError;
  readonly stopsBatch: boolean;
}

/** What nodemailer says of a failure. */
interface Symptoms {
  readonly code: string;
  /** The system's own code, or which of nodemailer's time-outs it was. */
  readonly originalCode: string;
  readonly command: string;
  readonly reply: number;
  readonly detail: string;
}

const LOGIN = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
const TLS = new Set(['ETLS', 'EREQUIRETLS']);
const TLS_CAUSE = /CERT|SELF_SIGNED|^UNABLE_TO|^ERR_TLS|^ERR_SSL|^HOSTNAME_MISMATCH|^EPROTO$/;
const NEVER_CONNECTED = new Set([
  ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'EPROXY'],
  ...['CONNECT_TIMEOUT', 'GREETING_TIMEOUT'],
]);
const BEFORE_ANY_MESSAGE = /^(CONN|EHLO|HELO|LHLO|STARTTLS)$/;
const TOO_FAST = /too many|rate limit|throttl|slow down|too fast|exceeded.*(rate|quota|limit)/i;
// RFC 3463 section 3.2: codes that speak of the destination mailbox, and 5.2.1, a disabled one.
const BAD_MAILBOX = /\b5\.(?:1\.(?:1|2|3|4|5|6|10)|2\.1)\b/;
// Servers without such codes refuse at RCPT TO for any reason: only words tell that nobody lives there from what is held
// against us, and an address that is refused for ever gets nothing more.
const NOBODY_THERE =
  /\b(?:no such|unknown|invalid|non-?existent) (?:user|mailbox|recipient|account|address|person)|\b(?:user|mailbox|recipient|account|address)\b.*(?:unknown|unavailable|not found|invalid|disabled|no longer|(?:does|do)(?: not|n['’]t) exist)/i;
const ABOUT_US = /\b(?:sender|client|relay|ip|spam|policy|reputation)|block|black|deni/i;
const PAUSE_MS = 60_000;

/** Sorts a failed delivery by the server's reply (RFC 5321, RFC 3463), or by what happened to the connection. */
export function classify(cause: unknown): SmtpFailure {
  if (cause instanceof NoAccess) return all(cause.error);
  if (isHttpFailure(cause)) {
    const { retryable, detail } = cause.reason;
    return all(retryable ? connectionFailed(detail) : sendErrorOfFailure(cause));
  }
  const symptoms = symptomsOf(cause);
  const { code, originalCode, reply, command, detail } = symptoms;
  if (code === 'EABORT') return one({ class: 'temporary', code: 'smtp.aborted', detail, maybeSent: true });
  if (LOGIN.has(code) && (reply < 400 || reply >= 500)) {
    return all({ class: 'misconfigured', code: 'smtp.login-refused', detail, retryAfterMs: PAUSE_MS });
  }
  if (TLS.has(code) || TLS_CAUSE.test(originalCode)) {
    return all({ class: 'misconfigured', code: 'smtp.tls-failed', detail, retryAfterMs: PAUSE_MS });
  }
  if (reply === 421) {
    return all({ class: 'throttled', code: 'smtp.server-busy', detail, retryAfterMs: PAUSE_MS });
  }
  if (reply >= 400) {
    const refusedAll = BEFORE_ANY_MESSAGE.test(command) || LOGIN.has(code);
    return refusedAll ? all(connectionFailed(detail)) : byReply(symptoms);
  }
  if (NEVER_CONNECTED.has(code) || NEVER_CONNECTED.has(originalCode)) return all(connectionFailed(detail));
  // Nodemailer has not begun to send in these cases: the server hung up before, or the pool was closed.
  if (/^(Reached maximum number of retries|Connection pool was closed)/.test(detail)) {
    return all(connectionFailed(detail));
  }
  const lost = {
    class: 'temporary',
    code: 'smtp.connection-lost',
    detail,
    maybeSent: true,
    outage: true,
  } as const;
  return originalCode === 'SOCKET_TIMEOUT' ? all(lost) : one(lost);
}

/** The server has refused the login itself (RFC 4954, 6): 535. */
export function isLoginRefused(cause: unknown): boolean {
  if (cause instanceof NoAccess) return false;
  const { code, reply } = symptomsOf(cause);
  return code === 'EAUTH' && reply === 535;
}

function byReply({ reply, command, detail }: Symptoms): SmtpFailure {
  if (reply < 500) {
    const slower = /\b4\.7\.\d+\b/.test(detail) || TOO_FAST.test(detail);
    return slower
      ? one({ class: 'throttled', code: 'smtp.throttled', detail })
      : one({ class: 'temporary', code: 'smtp.refused-for-now', detail });
  }
  if (reply === 530 || reply === 535) {
    return all({ class: 'misconfigured', code: 'smtp.login-refused', detail, retryAfterMs: PAUSE_MS });
  }
  const isBare = command === 'RCPT TO' && [550, 551, 553].includes(reply) && !/\b5\.\d+\.\d+\b/.test(detail);
  const isNobody = isBare && NOBODY_THERE.test(detail) && !ABOUT_US.test(detail);
  if (isNobody || BAD_MAILBOX.test(detail)) {
    return one({ class: 'rejected-recipient', code: 'smtp.recipient-refused', detail });
  }
  return one({ class: 'permanent', code: 'smtp.message-refused', detail });
}

function connectionFailed(detail: string): SendError {
  return { class: 'temporary', code: 'smtp.connection-failed', detail, outage: true };
}

function one(error: SendError): SmtpFailure {
  return { error, stopsBatch: false };
}

function all(error: SendError): SmtpFailure {
  return { error, stopsBatch: true };
}

function symptomsOf(cause: unknown): Symptoms {
  const read = (name: string): unknown =>
    typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
  const text = (name: string): string => {
    const value = read(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    code: text('code'),
    originalCode: text('originalCode') || text('timeoutType'),
    command: text('command'),
    reply: Number(read('responseCode')) || 0,
    detail: text('response') || text('message') || 'unknown failure',
  };
}
