import { Injectable } from '@nestjs/common';
import { type HttpAnswer, type OutsideCall, savedValue } from '@parcours/engine';
import { Clock, describeError, isJsonObject, type JsonValue, ParcoursError } from '@parcours/kernel';
import { GuardedFetch, type OutgoingAnswer, retryAfterMs, SecretScrubber } from '@parcours/plugin-host';
import type { SendError } from '@parcours/sdk';

import { SecretReader } from '../secrets/secret-reader.service.js';
import { ANSWER_TOO_LONG, type CallResult, LONGEST_ANSWER, LONGEST_VALUE } from './outside-call.js';

export type HttpCall = Extract<OutsideCall, { kind: 'http' }>;

/** A call whose headers are texts all. */
type ReadyCall = Omit<HttpCall, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

const TELL_SLOWLY = [408, 425, 429];
const OUT_OF_REACH = [502, 503, 504];

/** Makes one attempt at an HTTP call. Whatever happens is a result. */
@Injectable()
export class HttpCaller {
  constructor(
    private readonly outgoing: GuardedFetch,
    private readonly secrets: SecretReader,
    private readonly clock: Clock,
  ) {}

  async call({ headers: asked, ...rest }: HttpCall, key: string, stop: AbortSignal): Promise<CallResult> {
    const read = await this.secrets.headersFor(rest.url, asked);
    if ('error' in read) return read;
    const { headers, secrets } = read;
    const result = this.attempt({ ...rest, headers }, key, stop);
    return secrets.length === 0 ? result : scrubbed(result, new SecretScrubber(secrets));
  }

  private async attempt(call: ReadyCall, key: string, stop: AbortSignal): Promise<CallResult> {
    const defect = defectOf(call);
    if (defect) return { error: { class: 'permanent', ...defect } };
    try {
      const { method, url, timeoutMs } = call;
      const answer = await this.outgoing.fetch(url, {
        method,
        ...contentOf(call, key),
        timeoutMs,
        maxAnswerBytes: LONGEST_ANSWER + 1,
        stop,
      });
      return this.resultOf(answer, call);
    } catch (error) {
      if (error instanceof ParcoursError) return { error: errorOf(error) };
      throw error;
    }
  }

  private resultOf({ status, headers, body }: OutgoingAnswer, { save }: ReadyCall): CallResult {
    if (status < 200 || status >= 300) {
      const retryAfter = retryAfterMs(headers['retry-after'], this.clock.now());
      return { status, error: refusalOf(status, retryAfter) };
    }
    if (save === undefined) return { end: { succeeded: true, status } };
    const value = savedValue(save, { status, body: parsed(body) });
    const isTooLong = Buffer.byteLength(body) > LONGEST_ANSWER || lengthOf(value) > LONGEST_VALUE;
    if (isTooLong) return { status, error: ANSWER_TOO_LONG };
    return { end: { succeeded: true, status, ...(value === undefined ? {} : { value }) } };
  }
}

/** What is said of a call without the secrets that went with it, whoever has repeated them. */
async function scrubbed(made: Promise<CallResult>, scrubber: SecretScrubber): Promise<CallResult> {
  const result = await made.catch((cause: unknown): CallResult => {
    const error = { class: 'temporary', code: 'outside.call-failed', maybeSent: true } as const;
    return { error: { ...error, detail: describeError(cause).slice(0, 500) } };
  });
  if ('error' in result) {
    const { error } = result;
    return { ...result, error: { ...error, detail: scrubber.text(error.detail) } };
  }
  const { value, ...end } = result.end;
  return value === undefined ? result : { end: { ...end, value: withoutSecrets(value, scrubber) } };
}

function withoutSecrets(value: JsonValue, scrubber: SecretScrubber): JsonValue {
  if (typeof value === 'string') return scrubber.text(value, Infinity);
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, scrubber));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [[scrubber.text(name, Infinity), withoutSecrets(member, scrubber)] as const],
  );
  return Object.fromEntries(members);
}

function contentOf({ headers, body }: ReadyCall, key: string) {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const own = { 'user-agent': 'Parcours', 'idempotency-key': key };
  if (body === undefined) return { headers: { ...given, ...own } };
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { headers: { 'content-type': type, ...given, ...own }, body: text };
}

/** What data has made of an address or a header that cannot be sent as it is. */
function defectOf({ url, headers }: ReadyCall): { code: string; detail: string } | undefined {
  // A value that is `..` would lead to another path than the one that is written.
  const [path = ''] = url.split(/[?#]/);
  const climbs = path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part));
  if (climbs || !URL.canParse(url)) {
    const detail = 'With the values of this customer the address is none that can be called.';
    return { code: 'outside.address-invalid', detail };
  }
  const odd = Object.entries(headers).find(([, value]) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value));
  if (!odd) return undefined;
  const detail = `With the values of this customer the header '${odd[0]}' holds what no header can.`;
  return { code: 'outside.header-invalid', detail };
}

/** Redirects are not followed: they count as a refusal. */
function refusalOf(status: number, retryAfter: number | undefined): SendError {
  const detail = `The other system answered ${String(status)}.`;
  const pause = retryAfter === undefined ? {} : { retryAfterMs: Math.min(retryAfter, LONGEST_PAUSE_MS) };
  const code = 'outside.refused';
  if (TELL_SLOWLY.includes(status)) return { class: 'throttled', code, detail, ...pause };
  if (status < 500) return { class: 'permanent', code, detail };
  const outage = OUT_OF_REACH.includes(status);
  return { class: 'temporary', code, detail, maybeSent: true, outage, ...pause };
}

const LONGEST_PAUSE_MS = 3_600_000;

function errorOf({ code, message: detail, retryable }: ParcoursError): SendError {
  if (!retryable) return { class: 'permanent', code, detail };
  return { class: 'temporary', code, detail, maybeSent: true, outage: true };
}

function parsed(text: string): HttpAnswer['body'] {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

function lengthOf(value: JsonValue | undefined): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}
