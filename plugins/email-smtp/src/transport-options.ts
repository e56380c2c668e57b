import type { SocketClient } from '@parcours/sdk';
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';

import type { MailAccess } from './mail-access.js';
import type { SmtpConfig } from './smtp-config.js';

/** Who makes connections, and who logs in on them. */
export interface TransportParts {
  readonly sockets: SocketClient;
  readonly access: MailAccess | undefined;
}

/** The settings as nodemailer's pool has them. */
export function transportOptions(config: SmtpConfig, { sockets, access }: TransportParts): SMTPPoolOptions {
  const { host, port, connectionTimeoutMs: timeoutMs } = config;
  const auth = authOf(config, access);
  return {
    host: config.host,
    port: config.port,
    secure: config.secure === 'tls',
    requireTLS: config.secure === 'starttls',
    ignoreTLS: config.secure === 'none',
    tls: tlsOf(config),
    ...(auth && { auth }),
    maxConnections: config.poolSize,
    maxMessages: config.messagesPerConnection,
    ...(config.rateLimit === undefined ? {} : { rateLimit: config.rateLimit, rateDelta: 1_000 }),
    // Its own way to an address asks nobody whether it may be meant.
    getSocket: (_options, callback) => {
      sockets.connect({ host, port, timeoutMs }).then(
        (connection) => {
          callback(null, { connection });
        },
        (cause: unknown) => {
          callback(cause instanceof Error ? cause : new Error(String(cause)), false);
        },
      );
    },
    connectionTimeout: config.connectionTimeoutMs,
    greetingTimeout: config.greetingTimeoutMs,
    socketTimeout: config.socketTimeoutMs,
    // Nodemailer requeues only what it has not begun to send, so nothing is doubled by it.
    maxRequeues: 2,
    logger: false,
  };
}

function authOf({ user, password }: SmtpConfig, access: MailAccess | undefined): SMTPPoolOptions['auth'] {
  if (user === undefined) return undefined;
  if (access) return { type: 'OAuth2', user, provisionCallback: access.provide };
  return { user, pass: password ?? '' };
}

function tlsOf(config: SmtpConfig): NonNullable<SMTPPoolOptions['tls']> {
  const { secure, allowInvalidCertificates, caCertificates, serverName, minTlsVersion } = config;
  // Whoever could forge a certificate could as well hide that there is STARTTLS.
  const isAnyone = secure === 'opportunistic' && caCertificates === undefined;
  return {
    rejectUnauthorized: !allowInvalidCertificates && !isAnyone,
    minVersion: minTlsVersion,
    ...(caCertificates !== undefined && { ca: caCertificates }),
    ...(serverName !== undefined && { servername: serverName }),
  };
}
