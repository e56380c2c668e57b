import type { Socket } from 'node:net';

/**
 * What goes wrong with a message: a reply to its recipient such as `451 4.3.0 not now`, or a connection that is cut in
 * the middle of its content or after the whole of it, before the confirmation.
 */
export type Mishap = 'cut-in-data' | 'cut-after-data' | `${4 | 5}${string}`;

export type Script = (recipient: string, before: number) => Mishap | undefined;

export interface SessionHandlers {
  readonly answerDelayMs: number;
  readonly script: (recipient: string) => Mishap | undefined;
  readonly take: (id: string | undefined, recipient: string) => void;
}

const END_OF_DATA = '\r\n.\r\n';
const MESSAGE_ID = /\r\nX-Parcours-Message: *([^\r\n]+)/i;
const TAKEN = '250 2.0.0 taken\r\n';
const OK = '250 2.0.0 ok\r\n';

/** One connection: commands line by line, or the content of a message up to its final dot. */
export class SmtpSession {
  private rest = '';
  private recipient: string | undefined;
  private mishap: Mishap | undefined;
  private isInContent = false;

  constructor(
    private readonly socket: Socket,
    private readonly handlers: SessionHandlers,
  ) {}

  read(text: string): void {
    this.rest = this.rest === '' ? text : this.rest + text;
    let replies = '';
    for (let reply = this.next(); reply !== undefined; reply = this.next()) replies += reply;
    if (replies !== '' && !this.socket.destroyed) this.socket.write(replies);
    if (replies.endsWith('221 bye\r\n')) this.socket.end();
  }

  private next(): string | undefined {
    if (this.socket.destroyed) return undefined;
    return this.isInContent ? this.content() : this.command();
  }

  private content(): string | undefined {
    if (this.mishap === 'cut-in-data' && this.rest !== '') {
      this.socket.destroy();
      return undefined;
    }
    const end = this.rest.indexOf(END_OF_DATA);
    if (end === -1) return undefined;
    const headers = this.rest.slice(0, Math.max(0, this.rest.indexOf('\r\n\r\n')));
    this.handlers.take(MESSAGE_ID.exec(`\r\n${headers}`)?.[1], this.recipient ?? '');
    this.rest = this.rest.slice(end + END_OF_DATA.length);
    this.isInContent = false;
    if (this.mishap === 'cut-after-data') {
      this.socket.destroy();
      return undefined;
    }
    const { answerDelayMs } = this.handlers;
    if (answerDelayMs === 0) return TAKEN;
    setTimeout(() => this.socket.destroyed || this.socket.write(TAKEN), answerDelayMs).unref();
    return '';
  }

  private command(): string | undefined {
    const end = this.rest.indexOf('\r\n');
    if (end < 0) return undefined;
    const line = this.rest.slice(0, end);
    this.rest = this.rest.slice(end + 2);
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        return '250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';
      case 'RCPT':
        return this.nameRecipient(/<([^>]*)>/.exec(line)?.[1] ?? '');
      case 'DATA':
        if (this.recipient === undefined) return '554 5.5.1 no recipient\r\n';
        this.isInContent = true;
        return '354 go ahead\r\n';
      case 'MAIL':
      case 'RSET':
        this.recipient = undefined;
        return OK;
      case 'HELO':
      case 'NOOP':
        return OK;
      case 'QUIT':
        return '221 bye\r\n';
      default:
        return '502 5.5.1 not known here\r\n';
    }
  }

  private nameRecipient(recipient: string): string {
    this.mishap = this.handlers.script(recipient);
    if (this.mishap !== undefined && !this.mishap.startsWith('cut')) return `${this.mishap}\r\n`;
    this.recipient = recipient;
    return OK;
  }
}
