import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

import { IdempotencyErrors } from '../http.errors.js';
import { Refuses } from '../openapi/refuses.decorator.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** A POST that creates or triggers: with an Idempotency-Key it happens once and is answered the same for 24 hours. */
export const Idempotent = () =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Repeats the first answer to the same key and body for 24 hours.',
      schema: { type: 'string', minLength: 1, maxLength: 255, examples: ['018f2b7e-1042'] },
    }),
    Refuses(IdempotencyErrors.keyInvalid, IdempotencyErrors.inProgress, IdempotencyErrors.keyReused),
  );
