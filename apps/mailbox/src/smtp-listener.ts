import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { MailStore } from './mail-store.js';
import { parseMessage } from './message.js';

const MAX_BYTES = 25 * 1024 * 1024;

/** An SMTP server that takes every mail for everyone; a login is welcome and not checked. */
export function createSmtpListener(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    logger: false,
    banner: 'Parcours development mailbox',
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: 500,
    onAuth: ({ username }, _session, done) => {
      done(null, { user: username ?? 'anyone' });
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('5.3.4 the mail is too big'), { responseCode: 552 }));
          return;
        }
        keep(store, session, Buffer.concat(chunks)).then(() => {
          done();
        }, done);
      });
    },
  });
  // A client that hangs up in mid-sentence must not end the mailbox.
  server.on('error', () => undefined);
  return server;
}

async function keep(store: MailStore, session: SMTPServerSession, raw: Buffer): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
  store.add(await parseMessage({ id: store.nextId(), receivedAt: new Date(), envelope, raw }));
}
