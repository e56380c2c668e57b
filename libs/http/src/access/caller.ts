import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@parcours/kernel';
import type { FastifyRequest } from 'fastify';

import { actorOf, addressOf } from '../tokens/principal.js';

/** Who calls, with what they may do: for services whose rules depend on it. */
export interface Caller {
  readonly by: Actor;
  readonly scopes: readonly string[];
  /** The session that a user calls from. */
  readonly sessionId: number | undefined;
}

/** The caller of a route that is not public. */
export const CurrentCaller = createParamDecorator((_nothing: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const by = actorOf(request);
  return { by, scopes: request.principal?.scopes ?? [], sessionId: request.principal?.sessionId };
});

/** Where a call comes from, for public routes as well. */
export interface Origin {
  readonly address: string;
  readonly requestId: string;
  readonly userAgent: string | null;
}

const USER_AGENT_LENGTH = 300;

export const CallOrigin = createParamDecorator((_nothing: unknown, context: ExecutionContext): Origin => {
  const { ip, id, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const userAgent = headers['user-agent']?.slice(0, USER_AGENT_LENGTH) ?? null;
  return { address: addressOf(ip), requestId: id, userAgent };
});
