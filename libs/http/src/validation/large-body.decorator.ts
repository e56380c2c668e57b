import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { MIB } from '../problems/problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    largestBodyMib?: number;
    streamedTypes?: readonly string[];
  }
}

/** Media types that any route can declare as streamed. */
const STREAMED_TYPES = ['application/x-tar'];

export interface LargeBodyOptions {
  /** MiB that the body may have. */
  readonly mib: number;
  /** Media types whose body reaches the route as a stream; the route counts what it reads. */
  readonly streams?: readonly string[];
}

/** This route takes a larger body than others. */
export function LargeBody({ mib, streams = [] }: LargeBodyOptions): MethodDecorator {
  return applyDecorators(RouteConfig({ largestBodyMib: mib, streamedTypes: streams }));
}

/** Puts into effect what routes have declared; call it before they are registered. */
export function allowLargeBodies(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    const mib = route.config?.largestBodyMib;
    if (mib !== undefined) route.bodyLimit = mib * MIB;
  });
  instance.addContentTypeParser(STREAMED_TYPES, (request, payload, done) => {
    const { streamedTypes = [] } = request.routeOptions.config;
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (streamedTypes.includes(type)) done(null, payload);
    else done(HttpErrors.unsupportedMediaType({}));
  });
}
