import { isIP } from 'node:net';

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@parcours/kernel';
import type { FastifyRequest } from 'fastify';

/** Who is calling, without what proves it. */
export interface Principal {
  readonly kind: 'token' | 'user';
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The session that a user calls from. */
  readonly sessionId?: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that is not public. */
    principal?: Principal | undefined;
  }
}

/** The caller of a route that is not public. */
export const CurrentPrincipal = createParamDecorator(
  (_nothing: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().principal,
);

/** The caller of a route that is not public, as a change is remembered by. */
export const CurrentActor = createParamDecorator((_nothing: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function actorOf({ principal, url, ip, id: requestId }: FastifyRequest): Actor {
  // Public routes have no caller whom a change could be remembered by.
  if (!principal) throw new TypeError(`${url} asks for its caller but lets anybody in`);
  const { kind, id, name } = principal;
  return { kind, id, name, address: addressOf(ip), requestId };
}

const MAPPED = /^::ffff:(?=\d+\.)/i;
const LONGEST = 45;

/**
 * An IPv4 caller of a socket that listens for both is told as the IPv4 address that it has. What a proxy passes on and
 * is no address at all is `unknown`.
 */
export function addressOf(ip: string): string {
  const address = ip.replace(MAPPED, '').slice(0, LONGEST);
  return isIP(address) === 0 ? 'unknown' : address;
}
