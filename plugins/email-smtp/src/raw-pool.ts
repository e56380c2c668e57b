import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';

/** A message that is written already. */
export interface RawMail {
  /** In wire form. */
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

type PooledMail = Parameters<SMTPPool['send']>[0];

/**
 * Nodemailer's pool of connections, without what nodemailer does to a message beforehand: parsing options, building a tree of
 * parts and reading it as a stream cost as much as everything else, and the message is a text already.
 */
export class RawPool {
  private readonly pool: SMTPPool;

  constructor(options: SMTPPoolOptions) {
    this.pool = new SMTPPool(options);
  }

  /** Answers what the server said. Throws what nodemailer makes of a refusal or a broken connection. */
  send(mail: RawMail, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      // The pool reads these members alone.
      const pooled = { data: { signal }, message: new WrittenMessage(mail) } as unknown as PooledMail;
      this.pool.send(pooled, (error, info) => {
        if (error) reject(error);
        else resolve(info?.response ?? '');
      });
    });
  }

  async verify(): Promise<void> {
    await this.pool.verify();
  }

  close(): void {
    this.pool.close();
  }
}

/** As much of a message and of its stream as the pool asks for. */
class WrittenMessage {
  /** Whether any of it may have gone out: the pool takes another connection where nothing has. */
  readableDidRead = false;

  constructor(private readonly mail: RawMail) {}

  getEnvelope(): { from: string; to: string[] } {
    return { from: this.mail.from, to: [this.mail.to] };
  }

  messageId(): string {
    return this.mail.messageId;
  }

  /** The only header that is asked for is the Message-ID. */
  getHeader(): string {
    return this.mail.messageId;
  }

  createReadStream(): this {
    return this;
  }

  pipe(target: NodeJS.WritableStream): NodeJS.WritableStream {
    this.readableDidRead = true;
    target.end(this.mail.raw);
    return target;
  }

  /** Nothing that is in memory fails to be read. */
  on(): this {
    return this;
  }

  removeListener(): this {
    return this;
  }

  unpipe(): this {
    return this;
  }

  destroy(): this {
    return this;
  }
}
