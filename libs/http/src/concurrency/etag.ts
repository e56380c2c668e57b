import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { documentRoute } from '../openapi/document-route.js';
import { Refuses } from '../openapi/refuses.decorator.js';

/** Sets the ETag of the thing in the answer; a GET that names it in If-None-Match then gets 304. */
export function setEtag(reply: FastifyReply, tag: string | number): void {
  void reply.header('etag', `"${String(tag)}"`);
}

const takeIfMatch = createParamDecorator(
  (_nothing: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'],
);

/** The If-Match header, if there is one. */
export function IfMatch(): ParameterDecorator {
  return (target, method, index) => {
    takeIfMatch()(target, method, index);
    documentRoute(target, method, ApiHeader(IF_MATCH), Refuses(HttpErrors.stale));
  };
}

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'Changes it only when it still carries this ETag.',
  schema: { type: 'string', examples: ['"7"'] },
};

/**
 * Refuses a change made on a stale view. `tag` is that of the thing as it is now, `undefined` when there is none.
 * Weak tags count too: proxies that compress weaken them.
 * @throws http.stale
 */
export function assertMatch(ifMatch: string | undefined, tag: string | number | undefined): void {
  if (ifMatch !== undefined && !matches(ifMatch, tag)) throw HttpErrors.stale({});
}

/** True when a list of ETags, as in If-Match or If-None-Match, names the tag (`*` names any). */
export function matches(header: string, tag: string | number | undefined): boolean {
  if (tag === undefined) return false;
  if (header.trim() === '*') return true;
  const quoted = `"${String(tag)}"`;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === quoted);
}

/** Fastify hook: a GET whose answer the caller has already is answered with 304 and no body. */
export function answerNotModified(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const known = request.headers['if-none-match'];
  if (known === undefined || request.method !== 'GET' || reply.statusCode !== 200) {
    done(null, payload);
    return;
  }
  const tag = String(reply.getHeader('etag') ?? '').replaceAll('"', '');
  if (tag === '' || !matches(known, tag)) {
    done(null, payload);
    return;
  }
  void reply.code(304).removeHeader('content-type').removeHeader('content-length');
  done(null, '');
}
