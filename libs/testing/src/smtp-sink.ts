import { setTimeout as delay } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import { waitFor } from './wait-for.js';

/**
 * How a recipient is answered: a reply such as `550 5.1.1 no such mailbox`, a connection cut at once (`drop`) or cut
 * after the message was taken in but before that is confirmed (`drop-after-data`). Undefined accepts.
 */
export type SmtpAnswer = string | undefined;

export interface SmtpSinkOptions {
  readonly port?: number;
  readonly delayGreetingMs?: number;
  /** Nobody is greeted before. */
  readonly greetAfter?: Promise<unknown>;
  /** By recipient; a function also gets how often that recipient was named before. */
  readonly answers?:
    Readonly<Record<string, SmtpAnswer>> | ((recipient: string, before: number) => SmtpAnswer);
  /** Accounts that may send, by name; without it no login is asked for. */
  readonly accounts?: Readonly<Record<string, string>>;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By name in lower case; the first one wins. */
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
}

export interface SmtpSink {
  readonly port: number;
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** How many connections were opened so far. */
  connections(): number;
  /** Waits until that many mails are there. */
  mailsReach(count: number, timeoutMs?: number): Promise<readonly ReceivedMail[]>;
  close(): Promise<void>;
}

/** Starts a real SMTP server on loopback that keeps what it receives and answers by script. */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const { accounts, delayGreetingMs = 0, greetAfter } = options;
  const mails: ReceivedMail[] = [];
  const script = new Script(options.answers);
  let connections = 0;
  const server = new SMTPServer({
    logger: false,
    disabledCommands: accounts ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !accounts,
    allowInsecureAuth: true,
    // The answers bring their own enhanced codes.
    hideENHANCEDSTATUSCODES: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    onConnect: (_session, done) => {
      connections += 1;
      void (greetAfter ?? delay(delayGreetingMs, undefined, { ref: false })).then(() => {
        done();
      });
    },
    onAuth: (auth, _session, done) => {
      const known = auth.username !== undefined && accounts?.[auth.username] === auth.password;
      if (known) done(null, { user: auth.username });
      else done(reply('535 5.7.8 authentication failed'));
    },
    onRcptTo: ({ address }, session, done) => {
      const answer = script.next(address);
      if (answer === 'drop') cut(server, session);
      else if (answer === undefined || answer === 'drop-after-data') done();
      else done(reply(answer));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void receive(Buffer.concat(chunks), session).then((mail) => {
          mails.push(mail);
          if (mail.to.some((address) => script.last(address) === 'drop-after-data')) cut(server, session);
          else done();
        }, done);
      });
    },
  });
  // A client that goes away in mid-sentence is part of the game.
  server.on('error', () => undefined);
  const port = await listen(server, options.port ?? 0);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    connections: () => connections,
    mailsReach: (count, timeoutMs = 15_000) =>
      waitFor(() => mails.length >= count && mails, {
        timeoutMs,
        describe: () => `${count} mails, of which ${mails.length} came`,
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

class Script {
  private readonly seen = new Map<string, number>();
  private readonly given = new Map<string, SmtpAnswer>();

  constructor(private readonly answers: SmtpSinkOptions['answers'] = {}) {}

  next(recipient: string): SmtpAnswer {
    const before = this.seen.get(recipient) ?? 0;
    this.seen.set(recipient, before + 1);
    const answer =
      typeof this.answers === 'function' ? this.answers(recipient, before) : this.answers?.[recipient];
    this.given.set(recipient, answer);
    return answer;
  }

  last(recipient: string): SmtpAnswer {
    return this.given.get(recipient);
  }
}

function reply(line: string): Error {
  const [, code, text] = /^(\d{3}) (.+)$/s.exec(line) ?? [];
  if (!code || !text) throw new Error(`not an SMTP reply: ${line}`);
  return Object.assign(new Error(text), { responseCode: Number(code) });
}

function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    const { session: own, _socket: socket } = connection as unknown as {
      session: { id: string };
      _socket: { destroy(): void };
    };
    if (own.id === session.id) socket.destroy();
  }
}

async function receive(raw: Buffer, session: SMTPServerSession): Promise<ReceivedMail> {
  const email: Email = await PostalMime.parse(raw);
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) headers[key] ??= value;
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    headers,
    raw: raw.toString('utf8'),
  };
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((listener.address() as AddressInfo).port);
    });
  });
}
