import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { IdempotencyErrors } from '../http.errors.js';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/** The request's Idempotency-Key, if it has one. @throws idempotency.key-invalid */
export function idempotencyKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !VISIBLE_ASCII.test(key)) throw IdempotencyErrors.keyInvalid({});
  return key;
}

/** The Idempotency-Key of the request, `undefined` when there is none. */
export const IdempotencyKey = createParamDecorator((_nothing: unknown, context: ExecutionContext) =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
