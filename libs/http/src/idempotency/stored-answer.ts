import type { FastifyReply } from 'fastify';

/** An answer given before. Thrown, so that it reaches the caller as it was, whatever the handler would have done. */
export class StoredAnswer extends Error {
  override readonly name = 'StoredAnswer';

  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: string,
  ) {
    super('answer repeated');
  }

  sendTo(reply: FastifyReply): void {
    void reply
      .code(this.status)
      .headers({ ...this.headers, 'idempotency-replayed': 'true' })
      .send(this.body === '' ? undefined : this.body);
  }
}
