import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { ParcoursClient } from '@parcours/client';
import { ParcoursConfig } from '@parcours/config';
import { startSmtpSink } from '@parcours/testing';
import type { Profile, ProfileName, SmtpSink, SmtpSinkOptions } from '@parcours/testing';
import { createApi } from '../../../apps/api/src/create-api.js';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { Contract } from './contract.js';

/** What the API answered; `body` is the parsed JSON, the text where it is none, undefined when there is nothing. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  readonly body: any;
}

/** A running installation of one profile, reached by HTTP alone. */
export interface Platform {
  readonly profile: ProfileName;
  readonly environment: Readonly<Record<string, string>>;
  readonly smtp: SmtpSink;
  readonly url: string;
  readonly token: string;
  /** Where the pages are that have no place in the API. */
  readonly origin: string;
  /** The header of the administrator, for calls that are not JSON. */
  readonly authorization: string;
  /** As programs use the API; what it is refused is thrown. */
  readonly client: ParcoursClient;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** As `call`, for a body that is not to be made by JSON.stringify. */
  send(method: string, path: string, text: string, headers?: Record<string, string>): Promise<Answer>;
  /** `data` of an answer that has to be a success. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  data(method: string, path: string, body?: unknown): Promise<any>;
  publish(type: string, key: string, document: object): Promise<void>;
  stop(): Promise<void>;
}

export interface PlatformOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly smtp?: SmtpSinkOptions;
  /** False starts with nothing in it. */
  readonly basics?: boolean;
}

// Failures inside a test come with their own, shorter time-outs and say what was awaited.
const TOKEN = `prc_${randomBytes(24).toString('hex')}`;

/**
 * Starts what an installation of the profile consists of, in this process and over HTTP, with a mailbox, a policy
 * `default` that delivers to it and a template `hello`. Wake-ups alone move things: the sweep is ten minutes away.
 */
export async function startPlatform(
  { prepare, name }: Profile,
  { environment = {}, smtp: sinkOptions = {}, basics = true }: PlatformOptions = {},
): Promise<Platform> {
  const setup = await prepare();
  const variables = {
    ...setup.environment,
    PARCOURS_ADMIN_TOKEN: TOKEN,
    PARCOURS_SECRET_KEY: randomBytes(32).toString('base64'),
    PARCOURS_LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    PARCOURS_SWEEP_MS: '600000',
    ...environment,
  };
  const smtp = await startSmtpSink(sinkOptions);
  const apps: INestApplicationContext[] = [];
  const stop = async () => {
    for (const app of apps) await app.close();
    await Promise.all([setup.dispose(), smtp.close()]);
  };
  try {
    const platform = await assemble({ name, variables, smtp, apps, stop });
    if (basics) await publishBasics(platform);
    return platform;
  } catch (error) {
    // What has started would keep Jest from ending.
    await stop();
    throw error;
  }
}

interface Parts {
  readonly name: ProfileName;
  readonly variables: Readonly<Record<string, string>>;
  readonly smtp: SmtpSink;
  /** What was started so far. */
  readonly apps: INestApplicationContext[];
  readonly stop: () => Promise<void>;
}

async function assemble({ name, variables, smtp, apps, stop }: Parts): Promise<Platform> {
  const api = await createApi(new ParcoursConfig(variables));
  apps.push(api);
  await api.listen(0, '127.0.0.1');
  if (name === 'server') apps.push(await createWorker(new ParcoursConfig(variables)));
  const described = await api.inject({ method: 'GET', url: '/api/openapi.json' });
  const port = portOf(api.getHttpServer());
  const url = `http://127.0.0.1:${port}`;
  const contract = new Contract(described.json());
  const caller = new Caller(port, contract);
  const client = new ParcoursClient({ url, token: TOKEN, retries: 0, fetch: contract.fetch });
  const platform: Platform = {
    profile: name,
    environment: variables,
    smtp,
    url,
    token: TOKEN,
    client,
    origin: url,
    authorization: `Bearer ${TOKEN}`,
    call: (method, path, body, headers) => caller.call(method, path, body, headers),
    send: (method, path, text, headers) => caller.send(method, path, text, headers),
    data: async (method, path, body) => (await client.send({ method, path, body })).data,
    publish: async (type, key, document) => {
      await client.send({ method: 'PUT', path: `/${type}/${key}`, body: document });
      await client.send({ method: 'POST', path: `/${type}/${key}/publish`, body: {} });
    },
    stop,
  };
  return platform;
}

/** A connector's settings for an SMTP server on loopback. */
export function smtpConnector(port: number, config: object = {}): object {
  const from = { name: 'Parcours', address: 'hello@example.com' };
  return {
    name: 'Mailbox',
    type: 'email-smtp',
    config: { host: '127.0.0.1', port, secure: 'none', from, ...config },
  };
}

async function publishBasics({ publish, smtp }: Platform): Promise<void> {
  await publish('connectors', 'mailbox', smtpConnector(smtp.port));
  await publish('channel-policies', 'default', {
    name: 'Default',
    channels: [{ channel: 'email', connector: 'mailbox' }],
  });
  await publish('touchpoints', 'marketing-email', {
    name: 'Marketing email',
    kind: 'digital',
    direction: 'outbound',
  });
  await publish('message-templates', 'hello', {
    name: 'Hello',
    channels: { email: { subject: 'Hello {{customer.id}}', html: '<p>Hello {{customer.id}}</p>' } },
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function parsed(text: string, headers: Headers): unknown {
  if (text === '') return undefined;
  return /\bjson\b/u.test(headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}

class Caller {
  private readonly base: string;

  constructor(
    port: number,
    private readonly contract: Contract,
  ) {
    this.base = `http://127.0.0.1:${port}/api/v1`;
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(method, path, body === undefined ? undefined : JSON.stringify(body), headers);
  }

  async send(
    method: string,
    path: string,
    text: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.contract.fetch(this.base + path, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const { status, headers: answeredHeaders } = response;
    const answer = parsed(await response.text(), answeredHeaders);
    return { status, headers: answeredHeaders, body: answer };
  }
}
