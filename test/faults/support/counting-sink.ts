import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SmtpSession } from './smtp-session.js';
import type { Script } from './smtp-session.js';

/** A message as it arrived, once or more often. */
export interface Arrival {
  readonly recipient: string;
  /** When it came in for the first time. */
  readonly at: number;
  times: number;
}

export interface SinkBehaviour {
  readonly greetingDelayMs?: number;
  /** How long the server thinks about each message before it confirms it. */
  readonly answerDelayMs?: number;
  /** What happens to a recipient's message; `before` counts how often that recipient was named already. */
  readonly script?: Script;
}

/**
 * The least of an SMTP server, fast enough for tens of thousands of messages. It notes each message that came in whole,
 * confirmed or not, by its X-Parcours-Message header. It can go down and come back on the same port.
 */
export class CountingSink {
  readonly arrivals = new Map<string, Arrival>();
  /** Messages without the header that names them. */
  nameless = 0;
  connections = 0;
  port = 0;
  private received = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly named = new Map<string, number>();

  constructor(private readonly behaviour: SinkBehaviour = {}) {}

  /** How many messages came in, doubles included. */
  get total(): number {
    return this.received;
  }

  /** Messages that came in at least once. */
  get distinct(): number {
    return this.arrivals.size;
  }

  timesOf(recipient: string): number {
    let times = 0;
    for (const arrival of this.arrivals.values()) if (arrival.recipient === recipient) times += arrival.times;
    return times;
  }

  async open(): Promise<void> {
    const server = createServer({ noDelay: true }, (socket) => void this.serve(socket));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  /** Goes down at once, with every connection. */
  async close(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }

  private async serve(socket: Socket): Promise<void> {
    this.connections += 1;
    this.sockets.add(socket);
    const { greetingDelayMs = 0, answerDelayMs = 0 } = this.behaviour;
    const session = new SmtpSession(socket, {
      answerDelayMs,
      script: (recipient) => this.mishapOf(recipient),
      take: (id, recipient) => {
        this.take(id, recipient);
      },
    });
    // A client that goes away in mid-sentence is part of the game.
    socket.setEncoding('latin1').on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('data', (text: string) => {
      session.read(text);
    });
    if (greetingDelayMs > 0) await delay(greetingDelayMs, undefined, { ref: false });
    if (!socket.destroyed) socket.write('220 sink.example ESMTP\r\n');
  }

  private mishapOf(recipient: string): ReturnType<Script> {
    const { script } = this.behaviour;
    if (!script) return undefined;
    const before = this.named.get(recipient) ?? 0;
    this.named.set(recipient, before + 1);
    return script(recipient, before);
  }

  private take(id: string | undefined, recipient: string): void {
    this.received += 1;
    if (id === undefined) {
      this.nameless += 1;
      return;
    }
    const known = this.arrivals.get(id);
    if (known) known.times += 1;
    else this.arrivals.set(id, { recipient, at: Date.now(), times: 1 });
  }
}
