import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@parcours/kernel';
import type { FastifyRequest } from 'fastify';

/** Who is calling, without what proves it. */
export interface Principal {
  readonly kind: 'token' | 'user';
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
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
export const CurrentActor = createParamDecorator((_nothing: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { principal } = request;
  // Public routes have no caller whom a change could be remembered by.
  if (!principal) throw new TypeError(`${request.url} asks for its caller but lets anybody in`);
  const { kind, id, name } = principal;
  return { kind, id, name, address: request.ip, requestId: request.id };
});
