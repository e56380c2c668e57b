import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, Logger } from '@nestjs/common';
import { translateDatabaseError } from '@parcours/database';
import type { ParcoursError } from '@parcours/kernel';
import { describeError } from '@parcours/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { StoredAnswer } from '../idempotency/stored-answer.js';
import { PROBLEM_TYPE, problemOf, publicError } from './problem.js';

const UNAVAILABLE_RETRY_S = 2;

/** Answers every error, the framework's own included, as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (thrown instanceof StoredAnswer) {
      thrown.sendTo(reply);
      return;
    }
    const error = publicError(thrown, request);
    if (error.status >= 500) this.report(thrown, error, request.id);
    void withRetryAfter(reply, error)
      .code(error.status)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(problemOf(error, request.id)));
  }

  /** An error of a driver or of TypeORM carries statements and values: only its translation may reach the log. */
  private report(thrown: unknown, error: ParcoursError, requestId: string): void {
    const isStatement = thrown instanceof Error && ('driverError' in thrown || 'sql' in thrown);
    const cause = isStatement ? translateDatabaseError(thrown) : thrown;
    const stack = cause instanceof Error ? cause.stack : undefined;
    this.logger.error({ requestId, code: error.code, error: describeError(cause), stack });
  }
}

function withRetryAfter(reply: FastifyReply, error: ParcoursError): FastifyReply {
  if (error.status === 401) void reply.header('www-authenticate', 'Bearer realm="parcours"');
  const seconds = error.retryAfter ?? (error.status === 503 ? UNAVAILABLE_RETRY_S : undefined);
  if (seconds === undefined) return reply;
  return reply.header('retry-after', String(seconds));
}
