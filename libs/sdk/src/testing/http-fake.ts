import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FakeBehaviour } from './conformance/conformance-subject.js';

/** A request as a fake provider has heard it. */
export interface HeardRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The same as it came, for what is no text. */
  readonly rawBody: Uint8Array;
}

/** What a fake provider answers; a body that is no text is written as JSON. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request and what was answered. */
export interface HttpExchange {
  readonly request: HeardRequest;
  readonly answer: FakeAnswer;
}

/** How a fake provider answers. */
export interface HttpFakeOptions {
  /** What the provider answers when all is well, refusals of what is wrong included. */
  readonly answer: (request: HeardRequest) => FakeAnswer | Promise<FakeAnswer>;
  /** What it answers when it asks for a slower pace: 429 with `Retry-After: 1` when left out. */
  readonly throttled?: FakeAnswer;
  /** What it answers when it is down; the connection is cut when left out. */
  readonly down?: FakeAnswer;
}

const TOO_MANY: FakeAnswer = { status: 429, headers: { 'retry-after': '1' } };

/** A provider with an HTTP API on loopback: what it answers is yours, how it fails is done here. */
export class HttpFake {
  /** The latest thousand requests and more that were answered as when all is well. */
  readonly heard: HeardRequest[] = [];
  /** The same with what was answered, to be held against the provider's description. */
  readonly exchanges: HttpExchange[] = [];
  private behaviour: FakeBehaviour = 'normal';

  private constructor(
    private readonly server: Server,
    private readonly options: HttpFakeOptions,
  ) {}

  static async start(options: HttpFakeOptions): Promise<HttpFake> {
    const server = createServer();
    const fake = new HttpFake(server, options);
    server.on('request', (request, response) => {
      void fake.receive(request, response);
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    return fake;
  }

  /** Without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  behave(behaviour: FakeBehaviour): void {
    this.behaviour = behaviour;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => {
      this.server.close(closed);
    });
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const heard = await read(request);
    const { throttled = TOO_MANY, down } = this.options;
    switch (this.behaviour) {
      case 'hang':
        return;
      case 'outage':
        if (down) reply(response, down);
        else request.socket.destroy();
        return;
      case 'throttle':
        reply(response, throttled);
        return;
      case 'normal':
        remember(this.heard, heard);
        await this.answer(heard, response);
    }
  }

  private async answer(request: HeardRequest, response: ServerResponse): Promise<void> {
    const answer = await this.options.answer(request);
    remember(this.exchanges, { request, answer });
    reply(response, answer);
  }
}

const KEPT = 1_000;

/**
 * Puts something into a list of a fake provider that keeps the latest thousand and more: one that remembered everything
 * would be taken for a connector that does.
 */
export function remember<T>(all: T[], one: T): void {
  all.push(one);
  if (all.length > 2 * KEPT) all.splice(0, KEPT);
}

async function read(request: IncomingMessage): Promise<HeardRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const { method = 'GET', url: path = '/', headers } = request;
  const single = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const rawBody = Buffer.concat(chunks);
  return { method, path, headers: Object.fromEntries(single), body: rawBody.toString('utf8'), rawBody };
}

function reply(response: ServerResponse, { status, headers = {}, body }: FakeAnswer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
