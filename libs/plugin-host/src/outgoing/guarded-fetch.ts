import { CallLimit, ParcoursError } from '@parcours/kernel';
import { Agent, type Dispatcher, request } from 'undici';

import { guardedLookup } from './guarded-lookup.js';
import { OutgoingErrors } from './outgoing.errors.js';
import type { ReachableHosts } from './reachable-hosts.js';

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** No more of the answer is read. */
  readonly maxAnswerBytes: number;
  /** Breaks it off. */
  readonly stop?: AbortSignal | undefined;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** The first value of each, by its name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its beginning, as text. */
  readonly body: string;
}

const CONNECTIONS_PER_HOST = 16;
const KEEP_ALIVE_MS = 10_000;

/**
 * Calls addresses that users have entered. The address that a name leads to is looked at by the connection itself, so
 * that no name can change its mind in between. A redirect is an answer like another, and never followed.
 */
export class GuardedFetch {
  private readonly agent: Agent;

  constructor(private readonly hosts: ReachableHosts) {
    this.agent = new Agent({
      connections: CONNECTIONS_PER_HOST,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connect: { lookup: guardedLookup(hosts) },
    });
  }

  /** @throws outgoing.address-refused, outgoing.insecure, outgoing.timeout, outgoing.unreachable */
  async fetch(address: string, { timeoutMs, ...call }: OutgoingRequest): Promise<OutgoingAnswer> {
    const url = this.checked(address);
    const limit = new CallLimit(timeoutMs, call.stop);
    try {
      const { method, headers = {}, body = null } = call;
      const answer = await request(url, {
        method,
        headers,
        body,
        signal: limit.signal,
        dispatcher: this.agent,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      const text = await beginningOf(answer.body, call.maxAnswerBytes);
      return { status: answer.statusCode, headers: singleValues(answer.headers), body: text };
    } catch (error) {
      throw explained(error, { timeoutMs, hasRunOut: limit.hasRunOut });
    } finally {
      limit.end();
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private checked(address: string): URL {
    if (!URL.canParse(address)) throw OutgoingErrors.unreachable({ reason: 'the address is none' });
    const url = new URL(address);
    const host = url.hostname;
    if (!['http:', 'https:'].includes(url.protocol) || !this.hosts.mayCall(host)) {
      throw OutgoingErrors.addressRefused({ host });
    }
    if (url.protocol === 'http:' && !this.hosts.isAllowed(host)) throw OutgoingErrors.insecure({ host });
    return url;
  }
}

/** What follows is left unread, and the connection with it. */
async function beginningOf(body: Dispatcher.ResponseData['body'], limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of body) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    text += decoder.decode(bytes.subarray(0, limit - length), { stream: true });
    length += bytes.length;
    if (length >= limit) break;
  }
  return text;
}

function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

interface Ending {
  readonly timeoutMs: number;
  readonly hasRunOut: boolean;
}

function explained(error: unknown, { timeoutMs, hasRunOut }: Ending): ParcoursError {
  if (error instanceof ParcoursError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (hasRunOut || code.endsWith('_TIMEOUT'))
    return OutgoingErrors.timeout({ ms: timeoutMs }, { cause: error });
  const reason = code !== '' ? code : 'unknown reason';
  return OutgoingErrors.unreachable({ reason }, { cause: error });
}
