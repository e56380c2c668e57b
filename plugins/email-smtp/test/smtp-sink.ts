import type { AddressInfo, Socket } from 'node:net';

import { remember } from '@parcours/sdk/testing';
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
  /** How it speaks TLS: from the first byte where `secure`; with a certificate of the server's own when left out. */
  readonly tls?: Pick<SMTPServerOptions, 'secure' | 'key' | 'cert' | 'maxVersion'>;
  /** Access tokens that it takes by `XOAUTH2`; one that it does not take is refused as Google does, or at once. */
  readonly oauth?: {
    readonly user: string;
    readonly takes: (token: string) => boolean;
    readonly isAbrupt?: boolean;
  };
  readonly holdData?: Promise<void>;
}

/** `down` cuts every connection, `slow` asks each message to come later, `silent` takes messages in and never answers. */
export type SinkMood = 'fine' | 'slow' | 'down' | 'silent';

/** A real SMTP server on loopback that keeps what it receives and fails as it is told. */
export class SmtpSink {
  readonly mails: { readonly to: string; readonly raw: Buffer }[] = [];
  connections = 0;
  /** Which TLS each mail came by; an empty text where it came by none. */
  readonly ciphers: string[] = [];
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
      if (!options.tls?.secure) this.keep(socket);
    });
    // Node crashes where the socket under one that speaks TLS is destroyed.
    this.server.server.on('secureConnection', (socket: Socket) => {
      this.keep(socket);
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

  private keep(socket: Socket): void {
    if (socket.remotePort !== undefined) this.sockets.set(socket.remotePort, socket);
  }

  private serverOptions(): SMTPServerOptions {
    const { login, oauth, replies = {}, greetAfterMs = 0, starttls = false, tls = {} } = this.options;
    const asks = login ?? oauth;
    return {
      logger: false,
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: true,
      ...tls,
      authOptional: !asks,
      ...(oauth && { authMethods: ['XOAUTH2'] }),
      allowInsecureAuth: true,
      disabledCommands: [...(starttls ? [] : ['STARTTLS']), ...(asks ? [] : ['AUTH'])],
      onConnect: (_session, done) => {
        setTimeout(done, greetAfterMs);
      },
      onAuth: ({ username, password, accessToken = '' }, _session, done) => {
        if (oauth) {
          if (username === oauth.user && oauth.takes(accessToken)) done(null, { user: username });
          else if (oauth.isAbrupt) done(Object.assign(new Error('5.7.3 no'), { responseCode: 535 }));
          else done(null, { data: { status: '401', schemes: 'bearer' } });
        } else if (username === login?.user && password === login?.password) done(null, { user: username });
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
          remember(this.mails, { to, raw: Buffer.concat(chunks) });
          remember(this.ciphers, protocolOf(session.tlsOptions));
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

function protocolOf(tls: unknown): string {
  const version: unknown = typeof tls === 'object' && tls !== null ? Reflect.get(tls, 'version') : undefined;
  return typeof version === 'string' ? version : '';
}
