import { connect } from 'node:net';

import { CallLimit, type JsonValue, readPath } from '@parcours/kernel';

import type { PluginHostContext, PluginLogger } from '../plugin-host-context.js';
import { type HttpClient, HttpFailure } from '../plugin-http.js';
import type { SocketClient } from '../plugin-sockets.js';
import type { PluginStore } from '../plugin-store.js';

/** One line that a plugin has logged. */
export interface LoggedLine {
  readonly level: keyof PluginLogger;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): number;
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
}

/** What the host lends to a plugin, for tests. */
export interface TestHost extends PluginHostContext {
  readonly clock: TestClock;
  /** Every line so far. */
  readonly logged: readonly LoggedLine[];
}

/** What a test host is like, where that matters to the test. */
export interface TestHostOptions {
  /** `main` when left out. */
  readonly instanceKey?: string;
  /** Where the clock stands, in milliseconds since the epoch; now when left out. */
  readonly now?: number;
}

/**
 * A host for the tests of a plugin: a clock to be moved, a store in memory, lines that are kept, and connections to servers
 * on loopback, by HTTP and without; as the real one, it follows no redirect.
 * @example
 * const connector = await plugin.connectors.pager.open({ url: fake.url }, testHost());
 */
export function testHost({ instanceKey = 'main', now = Date.now() }: TestHostOptions = {}): TestHost {
  const logged: LoggedLine[] = [];
  let time = now;
  const clock = {
    now: () => time,
    advance: (ms: number) => {
      time += ms;
    },
  };
  const line =
    (level: keyof PluginLogger) =>
    (message: string, details?: LoggedLine['details']): void => {
      logged.push({ level, message, ...(details && { details }) });
    };
  const logger = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  return {
    instanceKey,
    logger,
    clock,
    http: LOOPBACK,
    sockets: SOCKETS,
    store: storeInMemory(clock),
    logged,
  };
}

const TIMEOUT_MS = 30_000;

/** Errors of connections that were never made. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

const LOOPBACK: HttpClient = {
  async fetch(
    url,
    { method = 'GET', headers = {}, body, timeoutMs = TIMEOUT_MS, signal, maxAnswerBytes } = {},
  ) {
    const limit = new CallLimit(timeoutMs, signal);
    try {
      const answer = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: limit.signal,
        ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: maxAnswerBytes === undefined ? text : text.slice(0, maxAnswerBytes),
      };
    } catch (cause) {
      throw failureOf(cause, limit.hasRunOut);
    } finally {
      limit.end();
    }
  },
};

const CONNECT_MS = 10_000;

const SOCKETS: SocketClient = {
  connect: ({ host, port, timeoutMs = CONNECT_MS, signal }) =>
    new Promise((resolve, reject) => {
      const limit = new CallLimit(timeoutMs, signal);
      const socket = connect({ host, port, noDelay: true });
      const fail = (cause?: unknown): void => {
        settle();
        socket.on('error', () => undefined).destroy();
        const said = limit.hasRunOut ? 'outgoing.timeout' : 'outgoing.unreachable';
        reject(failed(said, `The connection failed (${codeIn(cause)}).`, false, cause));
      };
      const connected = (): void => {
        settle();
        resolve(socket);
      };
      const settle = (): void => {
        limit.signal.removeEventListener('abort', fail);
        limit.end();
        socket.off('error', fail).off('connect', connected);
      };
      socket.once('connect', connected).once('error', fail);
      limit.signal.addEventListener('abort', fail, { once: true });
      if (limit.signal.aborted) fail();
    }),
};

function codeIn(cause: unknown): string {
  const code = readPath(cause, 'code');
  return typeof code === 'string' ? code : 'unknown reason';
}

function failureOf(cause: unknown, hasRunOut: boolean): HttpFailure {
  if (hasRunOut) return failed('outgoing.timeout', 'There was no whole answer in time.', true, cause);
  const found = readPath(cause, 'cause.code');
  const code = typeof found === 'string' ? found : 'unknown reason';
  return failed('outgoing.unreachable', `The connection failed (${code}).`, !NOT_SENT.includes(code), cause);
}

function failed(code: string, detail: string, maybeSent: boolean, cause: unknown): HttpFailure {
  return new HttpFailure({ code, detail, retryable: true, maybeSent }, { cause });
}

interface Kept {
  /** JSON, so that nobody changes a value behind the store's back. */
  readonly text: string;
  readonly until: number;
}

function storeInMemory(clock: { now(): number }): PluginStore {
  const values = new Map<string, Kept>();
  const living = (name: string): Kept | undefined => {
    const kept = values.get(name);
    return kept && kept.until > clock.now() ? kept : undefined;
  };
  const keep = (name: string, value: JsonValue, ttlMs = Infinity): void => {
    values.set(name, { text: JSON.stringify(value), until: clock.now() + ttlMs });
  };
  return {
    get: (name) => {
      const kept = living(name);
      return Promise.resolve(kept && (JSON.parse(kept.text) as JsonValue));
    },
    set: (name, value, life) => {
      keep(name, value, life?.ttlMs);
      return Promise.resolve();
    },
    claim: (name, value, life) => {
      if (living(name)) return Promise.resolve(false);
      keep(name, value, life?.ttlMs);
      return Promise.resolve(true);
    },
    delete: (name) => {
      values.delete(name);
      return Promise.resolve();
    },
  };
}
