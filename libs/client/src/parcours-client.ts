import { type Answer, answerOf, type Page } from './answer.js';
import { ParcoursProblem, ParcoursUnreachable, problemOf, secondsOf } from './parcours-problem.js';
import { addressOf } from './request-address.js';
import { waitBeforeRetry } from './retries.js';
import type {
  CallOptions,
  CallSettings,
  Data,
  Item,
  ListPath,
  Method,
  OptionsArgument,
  PageOf,
  PathOf,
} from './routes.types.js';

export interface ClientOptions {
  /** Where the installation answers, such as `http://localhost:3000`: without `/api/v1`. */
  readonly url: string;
  /** An API token, `prc_…`; a function where it changes. None for the public routes alone. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** How often a call that was turned away for the moment (429, 503) is repeated. Default 3. */
  readonly retries?: number | undefined;
  /** How long to wait for one answer. Default 30 seconds. */
  readonly timeoutMs?: number | undefined;
  /** Sent with every call, after `parcours-client`. */
  readonly userAgent?: string | undefined;
  /** The platform's, when left out. */
  readonly fetch?: typeof fetch | undefined;
}

/** A call whose path is known only at run time. */
export interface AnyCall extends CallSettings {
  readonly method: string;
  /** Below `/api/v1`, with or without parts such as `{key}`. */
  readonly path: string;
  readonly parts?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: object | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: RequestInit['body'] | undefined;
  readonly contentType?: string | undefined;
}

const RETRIES = 3;
const TIMEOUT_MS = 30_000;

/**
 * The REST API of a Parcours installation.
 * @example
 * const parcours = new ParcoursClient({ url: 'http://localhost:3000', token });
 * const { data, etag } = await parcours.get('/touchpoints/{key}', { path: { key: 'welcome-email' } });
 * await parcours.patch('/touchpoints/{key}', { path: { key: data.key }, body: { name: 'Welcome' }, ifMatch: etag });
 * for await (const { key } of parcours.list('/touchpoints')) console.log(key);
 * @throws ParcoursProblem from every call that the API refuses, ParcoursUnreachable where no answer comes
 */
export class ParcoursClient {
  private readonly url: string;

  constructor(private readonly options: ClientOptions) {
    const { protocol } = new URL(options.url);
    if (protocol !== 'http:' && protocol !== 'https:')
      throw new TypeError(`'${options.url}' is no web address`);
    this.url = options.url.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
  }

  get<P extends PathOf<'GET'>>(path: P, ...[options]: OptionsArgument<CallOptions<'GET', P>>) {
    return this.call<Data<'GET', P>, PageOf<P>>('GET', path, options);
  }

  post<P extends PathOf<'POST'>>(path: P, ...[options]: OptionsArgument<CallOptions<'POST', P>>) {
    return this.call<Data<'POST', P>>('POST', path, options);
  }

  put<P extends PathOf<'PUT'>>(path: P, ...[options]: OptionsArgument<CallOptions<'PUT', P>>) {
    return this.call<Data<'PUT', P>>('PUT', path, options);
  }

  patch<P extends PathOf<'PATCH'>>(path: P, ...[options]: OptionsArgument<CallOptions<'PATCH', P>>) {
    return this.call<Data<'PATCH', P>>('PATCH', path, options);
  }

  delete<P extends PathOf<'DELETE'>>(path: P, ...[options]: OptionsArgument<CallOptions<'DELETE', P>>) {
    return this.call<Data<'DELETE', P>>('DELETE', path, options);
  }

  /** Every entry of a list, page after page; the next page is asked for when its first entry is. */
  async *list<P extends ListPath>(
    path: P,
    ...[options]: OptionsArgument<CallOptions<'GET', P>>
  ): AsyncGenerator<Item<P>, void, undefined> {
    let call: AnyCall = { ...options, ...partsOf(options), method: 'GET', path };
    for (;;) {
      const { data, page } = await this.send<readonly Item<P>[]>(call);
      yield* data;
      if (page === undefined || page.next === null) return;
      call = { ...call, query: { ...call.query, cursor: page.next } };
    }
  }

  /** The thing, or undefined where there is none. @throws ParcoursProblem of any other kind */
  async find<P extends PathOf<'GET'>>(
    path: P,
    ...[options]: OptionsArgument<CallOptions<'GET', P>>
  ): Promise<Answer<Data<'GET', P>, PageOf<P>> | undefined> {
    try {
      return await this.call<Data<'GET', P>, PageOf<P>>('GET', path, options);
    } catch (error) {
      if (error instanceof ParcoursProblem && error.status === 404) return undefined;
      throw error;
    }
  }

  /** A call whose path is known only at run time; you say what it answers. */
  async send<T = unknown, P = Page | undefined>(call: AnyCall): Promise<Answer<T, P>> {
    return answerOf<T, P>(await this.response(call));
  }

  /** The response itself, to stream its body; refusals are thrown here too. */
  async response(call: AnyCall): Promise<Response> {
    const { retries = RETRIES } = this.options;
    const request = `${call.method} ${call.path}`;
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.attempt(call, request);
      if (response.ok || response.status === 304) return response;
      const isLast = attempt > retries || !mayRepeat(call, response.status);
      if (isLast) throw await problemOf(request, response);
      // Read to its end, the connection can be used again.
      await response.arrayBuffer();
      await waitBeforeRetry(attempt, secondsOf(response.headers.get('retry-after')), call.signal);
    }
  }

  private call<T, P = undefined>(
    method: Method,
    path: string,
    options: CallSettings | undefined,
  ): Promise<Answer<T, P>> {
    return this.send<T, P>({ ...options, ...partsOf(options), method, path });
  }

  private async attempt(call: AnyCall, request: string): Promise<Response> {
    const { method, path, parts, query, body, raw, signal } = call;
    const address = addressOf(this.url, path, parts, query);
    const timeout = AbortSignal.timeout(call.timeoutMs ?? this.options.timeoutMs ?? TIMEOUT_MS);
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers = await this.headersOf(call);
    try {
      return await (this.options.fetch ?? fetch)(address, {
        method,
        headers,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        ...(content !== undefined && { body: content }),
        // A body that is a stream is sent while it is read.
        ...(content instanceof ReadableStream && { duplex: 'half' }),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ParcoursUnreachable(request, this.url, cause);
    }
  }

  private async headersOf({ method, body, raw, contentType, ...call }: AnyCall): Promise<Headers> {
    const { token, userAgent } = this.options;
    const bearer = typeof token === 'function' ? await token() : token;
    const type = contentType ?? (method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
    const own = {
      'user-agent': `parcours-client${userAgent === undefined ? '' : ` ${userAgent}`}`,
      authorization: bearer === undefined ? undefined : `Bearer ${bearer}`,
      'content-type': body === undefined && raw === undefined ? undefined : type,
      'if-match': call.ifMatch,
      'if-none-match': call.ifNoneMatch,
      'idempotency-key': call.idempotencyKey,
    };
    const headers = new Headers();
    for (const [name, value] of Object.entries({ ...own, ...call.headers })) {
      if (value !== undefined) headers.set(name, value);
    }
    return headers;
  }
}

/** A typed call names the parts of its path `path`; a path of run time has them as `parts`. */
function partsOf(options: object | undefined): Pick<AnyCall, 'parts'> {
  const parts: unknown = options === undefined ? undefined : Reflect.get(options, 'path');
  return typeof parts === 'object' && parts !== null
    ? { parts: Object.fromEntries(Object.entries(parts)) }
    : {};
}

const REPEATABLE = ['GET', 'HEAD', 'PUT', 'DELETE'];

/**
 * 429 turned the call away before it did anything. 503 may have come halfway: only what happens once, however often it
 * is sent, is repeated. A stream cannot be sent again.
 */
function mayRepeat({ method, idempotencyKey, raw }: AnyCall, status: number): boolean {
  if (raw instanceof ReadableStream) return false;
  if (status === 429) return true;
  return status === 503 && (REPEATABLE.includes(method) || idempotencyKey !== undefined);
}
