import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { defineChannelConnector, type OpenConnector } from '../../channel-connector.js';
import type { OutgoingMessage, SendResult } from '../../outgoing-message.js';
import { definePlugin, type Plugin } from '../../plugin.js';
import { type PluginHostContext } from '../../plugin-host-context.js';
import { sendErrorOfAnswer, sendErrorOfFailure } from '../../plugin-http.js';
import { HttpFake } from '../http-fake.js';
import { checkConformance } from './conformance.js';
import { describeReport } from './conformance-report.js';
import type {
  ConformanceSubject,
  FakeBehaviour,
  FakeProvider,
  ReceivedMessage,
} from './conformance-subject.js';

const TOKEN = 'pager-secret-token';
const REFUSED = '+447700900999';

/** A gateway for text messages on loopback. */
class FakePager implements FakeProvider {
  readonly refusedAddress = REFUSED;
  readonly taken: ReceivedMessage[] = [];
  private behaviour: FakeBehaviour = 'normal';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakePager> {
    const server = createServer();
    const pager = new FakePager(server);
    server.on('request', (request, response) => void pager.answer(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return pager;
  }

  get config() {
    return { url: `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`, token: TOKEN };
  }

  get wrongConfig() {
    return { ...this.config, token: 'another-secret-token' };
  }

  received() {
    return this.taken;
  }

  behave(behaviour: FakeBehaviour) {
    this.behaviour = behaviour;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const reply = (status: number, body: object = {}) => response.writeHead(status).end(JSON.stringify(body));
    if (this.behaviour === 'hang') return;
    if (this.behaviour === 'outage') reply(503);
    else if (request.headers.authorization !== `Bearer ${TOKEN}`) reply(401);
    else if (this.behaviour === 'throttle') reply(429);
    else if (request.method === 'GET') reply(200);
    else {
      const { to, text, key } = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
      if (to === REFUSED) return reply(422);
      this.taken.push({
        to: to ?? '',
        content: text ?? '',
        ...(key !== undefined && { idempotencyKey: key }),
      });
      reply(201);
    }
    return undefined;
  }
}

type Config = { readonly url: string; readonly token: string };

/** A connector that does all that it has to. */
class Pager implements OpenConnector<'sms'> {
  constructor(
    protected readonly config: Config,
    protected readonly host: PluginHostContext,
  ) {}

  async sendBatch(messages: readonly OutgoingMessage<'sms'>[], { signal }: { signal: AbortSignal }) {
    const results: SendResult[] = [];
    for (const message of messages) results.push(await this.sendOne(message, signal));
    return results;
  }

  async verify({ signal }: { signal: AbortSignal }) {
    const result = await this.call('GET', undefined, signal);
    return result.status === 'sent'
      ? { status: 'up' as const }
      : { status: 'down' as const, detail: result.error.detail };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  protected sendOne({ to, content, id }: OutgoingMessage<'sms'>, signal: AbortSignal): Promise<SendResult> {
    return this.call('POST', JSON.stringify({ to, text: content.text, key: id }), signal);
  }

  protected async call(
    method: 'GET' | 'POST',
    body: string | undefined,
    signal: AbortSignal,
  ): Promise<SendResult> {
    try {
      const headers = { authorization: `Bearer ${this.config.token}` };
      const answer = await this.host.http.fetch(this.config.url, {
        method,
        headers,
        signal,
        ...(body && { body }),
      });
      if (answer.status < 300) return { status: 'sent' };
      if (answer.status === 422) {
        return {
          status: 'failed',
          error: { class: 'rejected-recipient', code: 'pager.no-such-number', detail: 'N' },
        };
      }
      const error = sendErrorOfAnswer(answer, { provider: 'pager', now: this.host.clock.now() });
      return { status: 'failed', error };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }
}

function pluginOf(made: new (config: Config, host: PluginHostContext) => OpenConnector<'sms'>): Plugin {
  const pager = defineChannelConnector({
    channel: 'sms',
    summary: 'Pages.',
    config: {
      type: 'object',
      required: ['url', 'token'],
      properties: { url: { type: 'string' }, token: { type: 'string', 'x-secret': true } },
    },
    capabilities: { maxBatch: 100, concurrency: 1, idempotency: true },
    open: (config, host) => new made(config, host) as OpenConnector,
  });
  return definePlugin({ id: 'pager', version: '1.0.0', sdk: '^1.0.0', summary: 'P', connectors: { pager } });
}

const SUBJECTS: readonly ConformanceSubject[] = [{ connector: 'pager', start: () => FakePager.start() }];

async function failuresOf(made: Parameters<typeof pluginOf>[0], messages = 100): Promise<string[]> {
  const { results } = await checkConformance(pluginOf(made), SUBJECTS, { messages });
  return results.flatMap(({ title, status }) => (status === 'failed' ? [title.replace('pager: ', '')] : []));
}

const failed = (kind: 'temporary' | 'permanent'): SendResult => ({
  status: 'failed',
  error: { class: kind, code: 'pager.failed', detail: 'It failed.' },
});

describe('the conformance kit (A7)', () => {
  it('finds nothing against a connector that keeps its contract', async () => {
    const report = await checkConformance(pluginOf(Pager), SUBJECTS, { messages: 100 });
    expect(report.results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(report.passed).toBe(true);
    expect(describeReport(report)).toContain('pager keeps its contract\n  ✓ pager: it opens');
  });

  it('misses a result', async () => {
    class Forgetful extends Pager {
      override async sendBatch(...call: Parameters<Pager['sendBatch']>) {
        return (await super.sendBatch(...call)).slice(1);
      }
    }
    expect(await failuresOf(Forgetful)).toContain(
      'a whole batch arrives, with one result a message in the same order',
    );
  });

  it('sees messages that overtake each other', async () => {
    class Hasty extends Pager {
      override async sendBatch(messages: readonly OutgoingMessage<'sms'>[], call: { signal: AbortSignal }) {
        return (await super.sendBatch([...messages].reverse(), call)).reverse();
      }
    }
    expect(await failuresOf(Hasty)).toEqual(['messages of one customer leave in their order']);
  });

  it('sees what a failure was taken for', async () => {
    class Vague extends Pager {
      protected override async sendOne(...call: Parameters<Pager['sendOne']>) {
        const result = await super.sendOne(...call);
        return result.status === 'sent' ? result : failed('permanent');
      }
    }
    expect(await failuresOf(Vague)).toEqual([
      'a provider that asks for a slower pace is believed',
      'a provider that is down is an outage, and its messages are tried again',
      'wrong credentials wait for a person',
    ]);
    class Hopeful extends Pager {
      protected override async sendOne(...call: Parameters<Pager['sendOne']>) {
        const result = await super.sendOne(...call);
        return result.status === 'sent' ? result : failed('temporary');
      }
    }
    expect(await failuresOf(Hopeful)).toEqual([
      'an address that is refused costs its own message alone',
      'a provider that is down is an outage, and its messages are tried again',
      'wrong credentials wait for a person',
    ]);
  });

  it('sees a connector that does not listen, and one that says that all is well', async () => {
    class Deaf extends Pager {
      protected override call(method: 'GET' | 'POST', body: string | undefined) {
        return super.call(method, body, AbortSignal.timeout(4_000));
      }
      override verify() {
        return Promise.resolve({ status: 'up' as const });
      }
    }
    expect(await failuresOf(Deaf)).toEqual([
      'a call that is given up comes to an end',
      'wrong credentials wait for a person',
      'right credentials are told from a provider that is out of reach',
    ]);
  });

  it('sees a key that changes, memory that is kept, and a secret that is told', async () => {
    const kept: string[] = [];
    let count = 0;
    class Careless extends Pager {
      protected override sendOne(message: OutgoingMessage<'sms'>, signal: AbortSignal) {
        this.host.logger.info(`sending with ${this.config.token}`);
        kept.push(Buffer.alloc(80_000, `${String(++count)} `).toString());
        return super.sendOne({ ...message, id: `${message.id}-${String(count)}` }, signal);
      }
    }
    expect(await failuresOf(Careless, 1_000)).toEqual([
      'a message that is sent again carries the same key',
      'thousands of messages leave no memory behind',
      'no secret is logged or told',
    ]);
    expect(kept.length).toBeGreaterThan(1_000);
  });

  it('asks about every connector', async () => {
    await expect(checkConformance(pluginOf(Pager), [])).rejects.toThrow('nothing is said of pager');
  });

  describe('for types of steps', () => {
    const step = (changes: object = {}): Plugin =>
      definePlugin({
        id: 'bureau',
        version: '1.0.0',
        sdk: '^1.0.0',
        summary: 'B',
        stepTypes: {
          score: {
            title: { en: 'Score', fr: 'Score' },
            description: 'Asks for a score.',
            config: { type: 'object', properties: { url: { type: 'string' }, way: { default: 'good' } } },
            ways: ['good', 'bad'],
            explain: { good: { en: 'Good: on to {next}.', fr: 'Bon : passage à {next}.' } },
            run: async ({ config }, { http, signal }) => {
              const { url, way } = config as { url: string; way: string };
              try {
                await http.fetch(url, { signal, headers: { authorization: `Bearer ${TOKEN}` } });
                return { status: 'done', way };
              } catch (cause) {
                return { status: 'failed', error: sendErrorOfFailure(cause) };
              }
            },
            ...changes,
          },
        },
      });
    const subjects = (config: object = {}) => [
      {
        stepType: 'score',
        start: async () => {
          const http = await HttpFake.start({ answer: () => ({ status: 200 }) });
          return {
            config: { url: http.url, ...config },
            behave: (behaviour: FakeBehaviour) => {
              http.behave(behaviour);
            },
            stop: () => http.stop(),
          };
        },
      },
    ];
    const failures = async (plugin: Plugin, config?: object) => {
      const { results } = await checkConformance(plugin, subjects(config));
      return results.flatMap(({ title, status }) => (status === 'failed' ? [title] : []));
    };

    it('finds nothing against one that keeps its contract', async () => {
      expect(await failures(step())).toEqual([]);
    });

    it('sees a way that is none, a sentence for nothing, and an outage that is taken for the end', async () => {
      expect(await failures(step(), { way: 'other' })).toEqual(['score: a visit ends in one of its ways']);
      const explain = { ugly: { en: 'U', fr: 'U' } };
      expect(await failures(step({ explain }))).toEqual([
        'score: every sentence is about a way, and in both languages',
      ]);
      const run = () => Promise.resolve({ status: 'done', way: 'good' });
      expect(await failures(step({ run }))).toEqual([
        'score: a visit while the other side is down is made again later',
      ]);
    });
  });
});
