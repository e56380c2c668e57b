import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

export interface SinkOptions {
  /** By recipient: a reply such as `550 5.1.1 no such user`. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Recipients at whose message the connection is cut: in the middle of it, or taken in but unanswered. */
  readonly cutDuringData?: readonly string[];
  readonly cutAfterData?: readonly string[];
  readonly greetAfterMs?: number;
  readonly login?: { readonly user: string; readonly password: string };
  readonly starttls?: boolean;
  readonly holdData?: Promise<void>;
}

/** `down` cuts every connection, `slow` asks each message to come later, `silent` takes messages in and never answers. */
export type SinkMood = 'fine' | 'slow' | 'down' | 'silent';

/** A real SMTP server on loopback that keeps what it receives and fails as it is told. */
export class SmtpSink {
  readonly mails: { readonly to: string; readonly raw: Buffer }[] = [];
  connections = 0;
  /** How many deliveries were under way at once, at most. */
  busiest = 0;
  mood: SinkMood = 'fine';
  private busy = 0;
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  private constructor(private readonly options: SinkOptions) {
    this.server = new SMTPServer(this.serverOptions());
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      this.connections++;
      if (this.mood === 'down') socket.destroy();
      if (socket.remotePort !== undefined) this.sockets.set(socket.remotePort, socket);
    });
  }

  static async start(options: SinkOptions = {}): Promise<SmtpSink> {
    const sink = new SmtpSink(options);
    await new Promise<void>((resolve) => {
      sink.server.listen(0, '127.0.0.1', resolve);
    });
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** From now on it behaves so; one that goes down breaks off what is under way. */
  become(mood: SinkMood): void {
    this.mood = mood;
    if (mood === 'down') for (const socket of this.sockets.values()) socket.destroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  private serverOptions(): SMTPServerOptions {
    const { login, replies = {}, greetAfterMs = 0, starttls = false } = this.options;
    return {
      logger: false,
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: true,
      authOptional: !login,
      allowInsecureAuth: true,
      disabledCommands: [...(starttls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
      onConnect: (_session, done) => {
        setTimeout(done, greetAfterMs);
      },
      onAuth: ({ username, password }, _session, done) => {
        if (username === login?.user && password === login?.password) done(null, { user: username });
        else done(Object.assign(new Error('5.7.8 bad credentials'), { responseCode: 535 }));
      },
      onRcptTo: ({ address }, _session, done) => {
        const reply = this.mood === 'slow' ? '421 4.7.0 too fast, slow down' : replies[address];
        if (reply === undefined) done();
        else done(Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) }));
      },
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const cut = (): void => void this.sockets.get(session.remotePort)?.destroy();
        const chunks: Buffer[] = [];
        this.busiest = Math.max(this.busiest, ++this.busy);
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (this.options.cutDuringData?.includes(to)) cut();
        });
        stream.on('close', () => this.busy--);
        stream.on('end', () => {
          if (this.options.cutDuringData?.includes(to)) return;
          if (this.mood === 'silent') return;
          this.mails.push({ to, raw: Buffer.concat(chunks) });
          if (this.options.cutAfterData?.includes(to)) {
            cut();
            return;
          }
          void (this.options.holdData ?? Promise.resolve()).then(() => {
            done(null, `queued as Q${String(this.mails.length)}`);
          });
        });
      },
    };
  }
}
