import { createHmac } from 'node:crypto';

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { canonicalJson, isJsonObject } from '@parcours/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable } from 'rxjs';

import { PROBLEM_TYPE, problemOf, publicError } from '../problems/problem.js';
import type { SealSecret } from './answer-seal.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import type { Claim } from './idempotency.repository.js';
import { IdempotencyService } from './idempotency.service.js';

const KEPT_HEADERS = ['location', 'etag', 'content-type'];
const JSON_TYPE = 'application/json; charset=utf-8';

/** Repeats the first answer of a request that comes again with the same Idempotency-Key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly service: IdempotencyService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = idempotencyKeyOf(request);
    if (key === undefined || !request.principal) return next.handle();
    const identity = {
      tokenId: request.principal.id,
      idempotencyKey: key,
      requestHash: hashOf(request),
    };
    const secret = { authorization: request.headers.authorization ?? '', idempotencyKey: key };
    const work = { request, reply: http.getResponse<FastifyReply>(), secret };
    return from(this.service.begin(identity, secret)).pipe(
      mergeMap((claim) =>
        next.handle().pipe(
          mergeMap((value) => from(this.keepAnswer(work, claim, value))),
          catchError((error: unknown) => from(this.keepRefusal(work, claim, error))),
        ),
      ),
    );
  }

  private async keepAnswer({ reply, secret }: Work, claim: Claim, value: unknown): Promise<unknown> {
    const body = value === undefined ? '' : JSON.stringify(value);
    const headers = { ...keptHeaders(reply), ...(body !== '' && { 'content-type': JSON_TYPE }) };
    await this.service.finish(claim, { status: reply.statusCode, headers, body }, secret);
    return value;
  }

  /** A refusal is an answer too. One that time can mend, or that is our fault, is not kept. */
  private async keepRefusal({ request, secret }: Work, claim: Claim, thrown: unknown): Promise<never> {
    const error = publicError(thrown, request);
    if (error.status >= 500 || error.retryable) await this.service.abandon(claim);
    else {
      const body = JSON.stringify(problemOf(error, request.id));
      const headers = { 'content-type': PROBLEM_TYPE };
      await this.service.finish(claim, { status: error.status, headers, body }, secret);
    }
    throw thrown;
  }
}

interface Work {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly secret: SealSecret;
}

/** Keyed by what only the caller knows: a body can hold a password, which a plain hash would let others guess. */
function hashOf({ method, url, body, headers }: FastifyRequest): string {
  const text = isJsonObject(body) || Array.isArray(body) ? canonicalJson(body) : JSON.stringify(body ?? null);
  return createHmac('sha256', headers.authorization ?? '')
    .update(`${method} ${url}\n${text}`)
    .digest('hex');
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const headers = reply.getHeaders();
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}
