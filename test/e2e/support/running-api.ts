import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ParcoursClient } from '@parcours/client';
import { ConfigModule, ParcoursConfig } from '@parcours/config';
import { ContentModule, ContentScheduleModule, type ContentType } from '@parcours/content';
import { DatabaseModule } from '@parcours/database';
import { configureHttp, createHttpAdapter, HttpModule } from '@parcours/http';
import { JobsModule } from '@parcours/jobs';
import type { Profile, ProfileSetup } from '@parcours/testing';

import { Contract } from './contract.js';

export const ADMIN_TOKEN = `prc_${'a'.repeat(43)}`;

export interface Call {
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `null` sends none; the admin's when left out. */
  readonly token?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Anything: a test says what it expects of it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** The database and queue, for a second start on the same. */
  readonly setup: ProfileSetup;
  /** As programs use the API; what it is refused is thrown. */
  readonly client: ParcoursClient;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
}

export interface ApiParts {
  readonly types: readonly ContentType[];
  readonly controllers?: readonly Type[];
  readonly modules?: readonly Type[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The conventions and the content machinery over HTTP, with content types and routes of the test's own. */
export async function startApi(profile: Profile, parts: ApiParts): Promise<RunningApi> {
  const setup = await profile.prepare();
  try {
    return await serve(setup, parts);
  } catch (error) {
    await setup.dispose();
    throw error;
  }
}

async function serve(setup: ProfileSetup, parts: ApiParts): Promise<RunningApi> {
  const config = new ParcoursConfig({
    PARCOURS_LOG_LEVEL: 'silent',
    PARCOURS_ADMIN_TOKEN: ADMIN_TOKEN,
    ...setup.environment,
    ...parts.environment,
  });

  @Module({
    imports: [
      ConfigModule.forRoot(config),
      DatabaseModule,
      JobsModule.forRoot({ works: true }),
      HttpModule,
      ContentModule.forTypes(parts.types),
      ContentScheduleModule,
      ...(parts.modules ?? []),
    ],
    controllers: [...(parts.controllers ?? [])],
  })
  class TestedModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestedModule, createHttpAdapter(), {
    abortOnError: false,
    bodyParser: false,
    logger: false,
  });
  try {
    await configureHttp(app, { version: '0.0.0' });
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await app.close();
    throw error;
  }
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const described = await app.inject({ method: 'GET', url: '/api/openapi.json' });
  const contract = new Contract(described.json());
  return {
    app,
    url,
    setup,
    client: new ParcoursClient({ url, token: ADMIN_TOKEN, retries: 0, fetch: contract.fetch }),
    call: (method, path, call) =>
      request(contract, { method, url: path.startsWith('/') ? url + path : `${url}/api/v1/${path}` }, call),
    close: async () => {
      await app.close();
      await setup.dispose();
    },
  };
}

async function request(
  contract: Contract,
  { method, url }: { method: string; url: string },
  call: Call = {},
): Promise<Answer> {
  const {
    body,
    text = body === undefined ? undefined : JSON.stringify(body),
    headers = {},
    token = ADMIN_TOKEN,
  } = call;
  const response = await contract.fetch(url, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text !== undefined && { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(answer) };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
