import { once } from 'node:events';
import type { Server } from 'node:net';
import { createHttpListener } from './http-listener.js';
import { MailStore } from './mail-store.js';
import type { MailboxMessage } from './message.js';
import { createSmtpListener } from './smtp-listener.js';

export interface MailboxOptions {
  /** 0 takes any free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly host?: string;
  /** How many messages are kept; the oldest make room. */
  readonly limit?: number;
}

export interface Mailbox {
  readonly smtpPort: number;
  readonly smtpUrl: string;
  readonly httpPort: number;
  readonly httpUrl: string;
  /** The oldest first. */
  messages(): readonly MailboxMessage[];
  clear(): void;
  close(): Promise<void>;
}

/** Starts the development mailbox. Rejects with the system's error, such as EADDRINUSE, when a port cannot be had. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { host = '127.0.0.1', limit = 500 } = options;
  const store = new MailStore(limit);
  const http = createHttpListener(store);
  const httpPort = await listen(http, options.httpPort, host);
  const smtp = createSmtpListener(store);
  const smtpPort = await listen(smtp.server, options.smtpPort, host).catch((error: unknown) => {
    http.close();
    throw error;
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    smtpPort,
    smtpUrl: `smtp://${name}:${smtpPort}`,
    httpPort,
    httpUrl: `http://${name}:${httpPort}`,
    messages: () => store.all(),
    clear: () => {
      store.clear();
    },
    close: async () => {
      const closed = Promise.all([
        once(http, 'close'),
        new Promise<void>((resolve) => {
          smtp.close(resolve);
        }),
      ]);
      http.close();
      // An open page holds its stream of changes for ever.
      http.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
