import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who is calling: the token, without its text. */
export interface Principal {
  readonly tokenId: number;
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
