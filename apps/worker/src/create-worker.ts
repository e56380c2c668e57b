import 'reflect-metadata';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type ParcoursConfig, PinoLogger } from '@parcours/config';

import { WorkerModule } from './worker.module.js';

/** Starts a worker; `close()` on the answer drains it. */
export async function createWorker(config: ParcoursConfig): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: new PinoLogger(config),
    abortOnError: false,
  });
}
