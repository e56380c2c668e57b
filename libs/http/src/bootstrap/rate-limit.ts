import { createHash } from 'node:crypto';

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import type { AuthenticationService } from '../tokens/authentication.service.js';
import { asBearer } from '../tokens/write-key.js';

const MINUTE_MS = 60_000;

/**
 * Limits the requests a minute of each API token and user. A credential that is not known yet counts with its address,
 * so that guessing does not buy new allowances.
 */
export async function limitRequests(
  instance: FastifyInstance,
  { max, authentication }: { max: number; authentication: AuthenticationService },
): Promise<void> {
  await instance.register(rateLimit, {
    max,
    timeWindow: MINUTE_MS,
    enableDraftSpec: true,
    keyGenerator: (request: FastifyRequest) => {
      const caller = authentication.knownCaller(asBearer(request.headers.authorization));
      return caller ?? `address ${shortened(request.ip)}`;
    },
    allowList: (request: FastifyRequest) => request.url.startsWith('/health/'),
    errorResponseBuilder: (_request, { ttl }) =>
      HttpErrors.tooManyRequests({}, { retryAfter: Math.max(1, Math.ceil(ttl / 1_000)) }),
  });
}

/** An address is personal data and need not stay in memory as it is. */
function shortened(address: string): string {
  return createHash('sha256').update(address).digest('base64url').slice(0, 16);
}
