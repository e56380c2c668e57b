import { ParcoursError } from '@parcours/kernel';
import { type HttpClient, HttpFailure } from '@parcours/sdk';

import type { GuardedFetch } from './guarded-fetch.js';

const TIMEOUT_MS = 30_000;
const ANSWER_BYTES = 1_048_576;

/** Failures before the first byte has left: whatever else breaks off may have been read. */
const NOT_SENT = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/;

/** The host had given the call up before this began: nothing has left. */
const GIVEN_UP = {
  code: 'outgoing.unreachable',
  detail: 'The call was given up before it began.',
  retryable: true,
  maybeSent: false,
} as const;

/** The HTTP client that plugins get. */
export function httpClientOf(outgoing: Pick<GuardedFetch, 'fetch'>): HttpClient {
  return {
    async fetch(
      url,
      { method = 'GET', timeoutMs = TIMEOUT_MS, maxAnswerBytes = ANSWER_BYTES, signal, ...rest } = {},
    ) {
      if (signal?.aborted) throw new HttpFailure(GIVEN_UP);
      try {
        return await outgoing.fetch(url, { method, ...rest, timeoutMs, maxAnswerBytes, stop: signal });
      } catch (cause) {
        if (!(cause instanceof ParcoursError)) throw cause;
        const { code, message: detail, retryable } = cause;
        const maybeSent = retryable && !NOT_SENT.test(detail);
        throw new HttpFailure({ code, detail, retryable, maybeSent }, { cause });
      }
    },
  };
}
