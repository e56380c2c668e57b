import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { bodyRulesOf } from './body-rules.js';

/** Stands in for whatever type a raw body is said to have. Nobody else's: a request that names it is refused elsewhere. */
const RAW_TYPE = 'application/x-parcours-raw';

const saidTypes = new WeakMap<FastifyRequest, string>();

/** Lets routes that say so have their bodies as they come over the wire, which is what signatures cover. */
export function addRawParser(instance: FastifyInstance): void {
  instance.addHook('preParsing', (request, _reply, payload, done) => {
    if (bodyRulesOf(request).isRaw) {
      const { headers } = request.raw;
      saidTypes.set(request, headers['content-type'] ?? '');
      headers['content-type'] = RAW_TYPE;
    }
    done(null, payload);
  });
  instance.addContentTypeParser(RAW_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    if (bodyRulesOf(request).isRaw) done(null, body);
    else done(HttpErrors.unsupportedMediaType({}));
  });
}

/** The body of a route that takes it raw, and the type that its sender says it has. */
export function rawBodyOf(request: FastifyRequest): { readonly bytes: Buffer; readonly contentType: string } {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return { bytes, contentType: saidTypes.get(request) ?? '' };
}
