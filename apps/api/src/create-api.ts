import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ParcoursConfig, PinoLogger } from '@parcours/config';
import { COLLECTOR_PATHS } from '@parcours/events';
import { configureHttp, createHttpAdapter } from '@parcours/http';

import { ApiModule } from './app.module.js';

/** The API, ready for `init()` or `listen()`. Errors of the start are thrown, never logged and swallowed. */
export async function createApi(config: ParcoursConfig): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(config),
    createHttpAdapter(config),
    { abortOnError: false, bodyParser: false, logger: new PinoLogger(config) },
  );
  await configureHttp(app, {
    version: '0.1.0',
    unprefixed: [
      ...[
        'p/:token',
        't/u/:token',
        't/o/:file',
        't/c/{*path}',
        'l/:code',
        'hooks/:connector',
        'c/:token',
        's/:token',
      ],
      ...['outbox', 'outbox/:id', 'outbox/:id/html'],
    ],
    crossOrigin: COLLECTOR_PATHS,
    otherBodies: {
      forms: ['/p/', '/t/u/', '/c/', '/s/'],
      texts: ['/api/v1/suppressions/import', '/api/v1/customers/import'],
    },
  });
  return app;
}
