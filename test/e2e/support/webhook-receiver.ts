import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { waitFor } from '@parcours/testing';
import { Webhook } from 'standardwebhooks';

/** A request that a receiver got. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies are looked at by assertions alone
  readonly body: any;
}

type Answerer = (response: ServerResponse, received: Received) => void;

/** A server on loopback that keeps what is posted to it and answers as it is told. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  private readonly answers = new Map<string, Answerer>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const path = request.url ?? '';
        const received = { path, headers: request.headers, text, body: JSON.parse(text) as unknown };
        receiver.received.push(received);
        const answer = receiver.answers.get(path);
        if (answer) answer(response, received);
        else response.writeHead(204).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}${path}`;
  }

  /** What a path answers from now on. */
  answer(path: string, answer: Answerer): void {
    this.answers.set(path, answer);
  }

  at(path: string): Received[] {
    return this.received.filter((received) => received.path === path);
  }

  async waitFor(path: string, count = 1): Promise<Received[]> {
    return waitFor(() => this.at(path).length >= count && this.at(path), {
      describe: () =>
        `${String(count)} requests at ${path}, of ${JSON.stringify(this.received.map((r) => r.path))}`,
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Throws unless the request was signed with the secret. */
export function verify({ text, headers }: Received, secret: string): unknown {
  return new Webhook(secret).verify(text, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
}
