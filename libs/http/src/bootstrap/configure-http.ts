import { randomUUID } from 'node:crypto';

import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { ParcoursConfig } from '@parcours/config';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { answerNotModified } from '../concurrency/etag.js';
import { openApiDocument } from '../openapi/openapi-document.js';
import { BODY_LIMIT, PROBLEM_TYPE, problemOf } from '../problems/problem.js';
import { AuthenticationService } from '../tokens/authentication.service.js';
import { addJsonParser } from '../validation/json-parser.js';
import { allowLargeBodies } from '../validation/large-body.decorator.js';
import { addOtherParsers, type OtherBodies } from '../validation/other-bodies.js';
import { addRawParser } from '../validation/raw-body.js';
import { allowOtherOrigins } from './cross-origin.js';
import { addressProblem, refuseConnection } from './early-refusals.js';
import { unpackBodies } from './packed-bodies.js';
import { limitRequests } from './rate-limit.js';

export const API_PREFIX = 'api/v1';

const HEALTH = ['health/live', 'health/ready'];
const MAX_PARAM_LENGTH = 500;
const IDLE_CHECK_MS = 50;

export interface HttpOptions {
  /** The API's version, for its documentation. */
  readonly version: string;
  /** Paths that stand outside `/api/v1`: pages for everybody, callbacks of providers. */
  readonly unprefixed?: readonly string[];
  /** Routes that take forms or plain text. */
  readonly otherBodies?: OtherBodies;
  /** Paths, unprefixed too, that pages of any origin may POST to. */
  readonly crossOrigin?: readonly string[];
}

/**
 * The Fastify that Parcours serves: request ids that cannot be forged, a limited body, and callers by the address of
 * their connection, unless it comes from a proxy that is to be believed.
 */
export function createHttpAdapter(config?: Pick<ParcoursConfig, 'http'>): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trustOf(config?.http.trustProxy ?? false),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const refusal = addressProblem(error.code);
      void reply.header('x-request-id', request.id).code(refusal.status).type(PROBLEM_TYPE);
      void reply.serializer((body: string) => body).send(JSON.stringify(problemOf(refusal, request.id)));
    },
    clientErrorHandler: refuseConnection,
  });
}

/** A number of proxies: so many of the nearest addresses are theirs, and the one before is the caller's. */
function trustOf(trusted: ParcoursConfig['http']['trustProxy']) {
  return typeof trusted === 'number' ? (_address: string, hop: number) => hop < trusted : trusted;
}

/** Puts the conventions of the REST API in place; call it before `app.init()`. */
export async function configureHttp(app: NestFastifyApplication, options: HttpOptions): Promise<void> {
  const config = app.get(ParcoursConfig);
  const instance = app.getHttpAdapter().getInstance();
  const { unprefixed = [], crossOrigin = [] } = options;
  app.setGlobalPrefix(API_PREFIX, { exclude: [...HEALTH, ...unprefixed, ...crossOrigin] });
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  allowOtherOrigins(instance, crossOrigin);
  instance.addHook('onSend', answerNotModified);
  closeIdleConnectionsAtTheEnd(instance);
  unpackBodies(instance);
  addJsonParser(instance);
  allowLargeBodies(instance);
  addRawParser(instance);
  addOtherParsers(instance, options.otherBodies ?? {});
  await limitRequests(instance, {
    max: config.http.requestsPerMinute,
    authentication: app.get(AuthenticationService),
  });
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, options.version), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Parcours API',
    // Nothing of the bar above the page is ours.
    customCss: '.swagger-ui .topbar { display: none }',
    swaggerOptions: { persistAuthorization: true, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}

/** A connection whose last request ends after closing began would otherwise stay until its keep-alive time-out. */
function closeIdleConnectionsAtTheEnd(instance: FastifyInstance): void {
  instance.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      instance.server.closeIdleConnections();
    }, IDLE_CHECK_MS);
    instance.server.once('close', () => {
      clearInterval(timer);
    });
    done();
  });
}
