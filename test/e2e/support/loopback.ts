import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a loopback server has heard. */
export interface HeardCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** How many calls to this path there were before. */
  readonly before: number;
}

/** What it answers; `hang` never does. */
export type LoopbackAnswer =
  'hang' | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** Another system on this machine: it hears calls, and answers as it is told. */
export class Loopback {
  readonly calls: HeardCall[] = [];

  private constructor(private readonly server: Server) {}

  static async start(
    answer: (call: HeardCall) => LoopbackAnswer | Promise<LoopbackAnswer>,
  ): Promise<Loopback> {
    const server = createServer((request, response) => {
      void loopback.hear(request, response, answer);
    });
    const loopback = new Loopback(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return loopback;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  to(path: string): HeardCall[] {
    return this.calls.filter((call) => call.path === path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async hear(
    request: IncomingMessage,
    response: ServerResponse,
    answer: (call: HeardCall) => LoopbackAnswer | Promise<LoopbackAnswer>,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    const before = this.to(path).length;
    const call = { method, path, headers, body: Buffer.concat(chunks).toString(), before };
    this.calls.push(call);
    const answered = await answer(call);
    if (answered === 'hang') return;
    const { status = 200, headers: more = {}, body = {} } = answered;
    response.writeHead(status, { 'content-type': 'application/json', ...more });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}
