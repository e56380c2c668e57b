/**
 * The process that receives mail: the least of an SMTP server that a client with pipelining needs. It counts messages
 * and tells those that came twice by their X-Parcours-Message header. Talks to sink.mjs.
 */
import { createServer } from 'node:net';
import { nowMs } from './monotonic-clock.mjs';

const END_OF_DATA = '\r\n.\r\n';
const MESSAGE_ID = /\r\nX-Parcours-Message: *([^\r\n]+)/i;

let received = fresh();
/** Reports each message as it comes in, for the measurement of latency. */
let isWatched = false;

const server = createServer({ noDelay: true }, (socket) => {
  received.connections++;
  const session = new Session(socket);
  socket.setEncoding('latin1');
  socket.on('data', (text) => session.take(text));
  socket.on('error', () => socket.destroy());
  socket.write('220 bench.example ESMTP\r\n');
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

process.on('message', ({ order, watch }) => {
  if (order === 'reset') {
    received = fresh();
    isWatched = watch;
  }
  const { messages, duplicates, anonymous, connections } = received;
  process.send({ report: { messages, duplicates, anonymous, connections } });
});
process.on('disconnect', () => process.exit());

function fresh() {
  return { messages: 0, duplicates: 0, anonymous: 0, connections: 0, ids: new Set() };
}

function record(content, recipients) {
  const at = nowMs();
  received.messages++;
  const headers = content.slice(0, Math.max(0, content.indexOf('\r\n\r\n')));
  const id = MESSAGE_ID.exec(`\r\n${headers}`)?.[1];
  if (id === undefined) received.anonymous++;
  else if (received.ids.has(id)) received.duplicates++;
  else received.ids.add(id);
  if (isWatched) process.send({ mail: { recipient: recipients[0], at } });
}

/** One connection: commands line by line, or the content of a message up to its final dot. */
class Session {
  #socket;
  #rest = '';
  #isInData = false;
  #recipients = [];

  constructor(socket) {
    this.#socket = socket;
  }

  take(text) {
    this.#rest = this.#rest === '' ? text : this.#rest + text;
    let replies = '';
    for (let reply = this.#next(); reply !== undefined; reply = this.#next()) replies += reply;
    if (replies !== '') this.#socket.write(replies);
    if (replies.endsWith('221 bye\r\n')) this.#socket.end();
  }

  #next() {
    return this.#isInData ? this.#content() : this.#command();
  }

  #content() {
    // An empty message ends with the dot alone.
    const end = this.#rest.startsWith('.\r\n') ? -2 : this.#rest.indexOf(END_OF_DATA);
    if (end === -1) return undefined;
    record(this.#rest.slice(0, Math.max(0, end)), this.#recipients);
    this.#rest = this.#rest.slice(end + END_OF_DATA.length);
    this.#isInData = false;
    this.#recipients = [];
    return '250 2.0.0 taken\r\n';
  }

  #command() {
    const end = this.#rest.indexOf('\r\n');
    if (end < 0) return undefined;
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end + 2);
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        return '250-bench.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';
      case 'RCPT':
        this.#recipients.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
        return '250 2.1.5 ok\r\n';
      case 'DATA':
        this.#isInData = true;
        return '354 go ahead\r\n';
      case 'RSET':
        this.#recipients = [];
        return '250 2.0.0 ok\r\n';
      case 'HELO':
      case 'MAIL':
      case 'NOOP':
        return '250 2.0.0 ok\r\n';
      case 'QUIT':
        return '221 bye\r\n';
      default:
        return '502 5.5.1 not known here\r\n';
    }
  }
}
