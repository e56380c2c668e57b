import type { FastifyInstance } from 'fastify';

const DAY_S = '86400';

/**
 * Lets pages of any origin POST to these paths: what they send is proven by a key in the request, never by a cookie,
 * so no origin is better than another.
 */
export function allowOtherOrigins(instance: FastifyInstance, paths: readonly string[]): void {
  const open = new Set(paths.map((path) => `/${path}`));
  if (open.size === 0) return;
  instance.addHook('onRequest', (request, reply, done) => {
    if (!open.has(request.url.split('?')[0] ?? '')) {
      done();
      return;
    }
    void reply.header('access-control-allow-origin', '*');
    if (request.method !== 'OPTIONS') {
      done();
      return;
    }
    void reply
      .headers({
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type, content-encoding, idempotency-key',
        'access-control-max-age': DAY_S,
      })
      .code(204)
      .send();
  });
}
