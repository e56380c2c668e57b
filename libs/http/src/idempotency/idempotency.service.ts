import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '@parcours/kernel';

import { IdempotencyErrors } from '../http.errors.js';
import { seal, type SealSecret, unseal } from './answer-seal.js';
import type { IdempotencyKeyRow } from './idempotency-key.entity.js';
import { type Claim, IdempotencyRepository, type RequestIdentity } from './idempotency.repository.js';
import { StoredAnswer } from './stored-answer.js';

const RETRY_S = 1;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The rules of Idempotency-Key: the first answer counts, for 24 hours. */
@Injectable()
export class IdempotencyService {
  private readonly logger = new Logger(IdempotencyService.name);

  constructor(private readonly requests: IdempotencyRepository) {}

  /**
   * @throws StoredAnswer when the request was answered before.
   * @throws idempotency.key-reused, idempotency.in-progress
   */
  async begin(request: RequestIdentity, secret: SealSecret): Promise<Claim> {
    const found = await this.requests.claim(request);
    if (!('status' in found)) return found;
    if (found.requestHash !== request.requestHash) throw IdempotencyErrors.keyReused({});
    if (found.status === null) throw IdempotencyErrors.inProgress({}, { retryAfter: RETRY_S });
    throw storedAnswer(found, found.status, secret);
  }

  /** What happened is done: an answer that cannot be kept must not turn it into an error. */
  async finish(claim: Claim, answer: Answer, secret: SealSecret): Promise<void> {
    const { status, headers, body } = answer;
    const kept = { status, headers: JSON.stringify(headers), body: seal(body, secret) };
    await this.requests.keep(claim, kept).catch((error: unknown) => {
      this.logger.warn(`answer of an idempotent request not kept: ${describeError(error)}`);
    });
  }

  /** Nothing came of it: the same request may be tried again at once. */
  async abandon(claim: Claim): Promise<void> {
    await this.requests.release(claim).catch((error: unknown) => {
      this.logger.warn(`idempotent request not released: ${describeError(error)}`);
    });
  }
}

function storedAnswer(row: IdempotencyKeyRow, status: number, secret: SealSecret): StoredAnswer {
  const headers = JSON.parse(row.headers ?? '{}') as Record<string, string>;
  return new StoredAnswer(status, headers, row.body === null ? '' : unseal(row.body, secret));
}
