import { defineErrors, errorOf } from '@parcours/kernel';

const nothing = errorOf<Record<string, never>>;

export const HttpErrors = defineErrors('http', {
  invalidRequest: errorOf<{ part: string; defects: number }>({
    code: 'http.invalid-request',
    status: 400,
    title: 'Invalid request',
    detail: ({ part, defects }) =>
      `The ${part} has ${String(defects)} defect${defects === 1 ? '' : 's'}; see errors.`,
  }),
  malformedJson: errorOf<{ reason: string }>({
    code: 'http.malformed-json',
    status: 400,
    title: 'Malformed JSON',
    detail: ({ reason }) => `The body is not acceptable JSON: ${reason}.`,
  }),
  malformedRequest: errorOf<{ reason: string }>({
    code: 'http.malformed-request',
    status: 400,
    title: 'Malformed request',
    detail: ({ reason }) => `The request cannot be understood: ${reason}.`,
  }),
  badCursor: nothing({
    code: 'http.bad-cursor',
    status: 400,
    title: 'Cursor of another list',
    detail: () =>
      'The cursor does not belong to this list with this filter and sort. Start again without it.',
  }),
  unauthenticated: errorOf<{ reason: string }>({
    code: 'http.unauthenticated',
    status: 401,
    title: 'Authentication needed',
    detail: ({ reason }) =>
      `${reason} Send Authorization: Bearer and an API token (prc_…) or an access token (prs_…).`,
  }),
  missingScope: errorOf<{ scope: string }>({
    code: 'http.missing-scope',
    status: 403,
    title: 'Scope missing',
    detail: ({ scope }) => `This call needs the scope '${scope}', which the token does not have.`,
  }),
  routeNotFound: errorOf<{ method: string; path: string }>({
    code: 'http.route-not-found',
    status: 404,
    title: 'No such route',
    detail: ({ method, path }) => `There is no ${method} ${path}. The routes are listed at /api/docs.`,
  }),
  stale: nothing({
    code: 'http.stale',
    status: 412,
    title: 'Changed meanwhile',
    detail: () => 'It has changed since it was read: If-Match does not name its present ETag. Read it again.',
  }),
  requestTimeout: nothing({
    code: 'http.request-timeout',
    status: 408,
    title: 'Request timeout',
    detail: () => 'The request did not arrive in time.',
    retryable: true,
  }),
  headersTooLarge: nothing({
    code: 'http.headers-too-large',
    status: 431,
    title: 'Headers too large',
    detail: () => 'The headers of the request are too large.',
  }),
  bodyTooLarge: errorOf<{ limit: string }>({
    code: 'http.body-too-large',
    status: 413,
    title: 'Body too large',
    detail: ({ limit }) => `A body may have ${limit} at most.`,
  }),
  uriTooLong: nothing({
    code: 'http.uri-too-long',
    status: 414,
    title: 'Address too long',
    detail: () => 'A part of the address is too long.',
  }),
  unsupportedMediaType: nothing({
    code: 'http.unsupported-media-type',
    status: 415,
    title: 'Unsupported media type',
    detail: () => 'Send Content-Type: application/json.',
  }),
  unsupportedEncoding: nothing({
    code: 'http.unsupported-encoding',
    status: 415,
    title: 'Unsupported content encoding',
    detail: () => 'A body is sent as it is, or packed by gzip or deflate.',
  }),
  tooManyRequests: nothing({
    code: 'http.too-many-requests',
    status: 429,
    title: 'Too many requests',
    detail: () => 'The limit of requests a minute is reached. Wait as long as Retry-After says.',
    retryable: true,
  }),
  internal: nothing({
    code: 'http.internal',
    status: 500,
    title: 'Internal error',
    detail: () => 'Something went wrong on our side. Quote the instance when you report it.',
    retryable: true,
  }),
  notReady: nothing({
    code: 'http.not-ready',
    status: 503,
    title: 'Not ready',
    detail: () => 'A part that this process needs does not answer; see errors.',
    retryable: true,
  }),
  routesWithoutScope: errorOf<{ routes: readonly string[] }>({
    code: 'http.routes-without-scope',
    status: 500,
    title: 'Routes without a scope',
    detail: ({ routes }) => `Every route declares @Scope(…) or @Public(): ${routes.join(', ')} does not.`,
  }),
});

export const IdempotencyErrors = defineErrors('idempotency', {
  keyInvalid: nothing({
    code: 'idempotency.key-invalid',
    status: 400,
    title: 'Invalid Idempotency-Key',
    detail: () => 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
  }),
  keyReused: nothing({
    code: 'idempotency.key-reused',
    status: 422,
    title: 'Idempotency-Key used for another request',
    detail: () =>
      'This Idempotency-Key came with another address or body, or from another session, in the last 24 hours.',
  }),
  inProgress: nothing({
    code: 'idempotency.in-progress',
    status: 409,
    title: 'Still in progress',
    detail: () => 'The first request with this Idempotency-Key is still being worked on.',
    retryable: true,
  }),
});

export const TokenErrors = defineErrors('tokens', {
  notFound: errorOf<{ id: string }>({
    code: 'tokens.not-found',
    status: 404,
    title: 'API token not found',
    detail: ({ id }) => `There is no API token ${id}.`,
  }),
  scopeBeyondOwn: errorOf<{ scopes: readonly string[] }>({
    code: 'tokens.scope-beyond-own',
    status: 403,
    title: 'Scope beyond your own',
    detail: ({ scopes }) =>
      `A token can give away only scopes that it has itself; it lacks ${scopes.join(', ')}.`,
  }),
  fileNotWritten: errorOf<{ file: string; reason: string }>({
    code: 'tokens.file-not-written',
    status: 500,
    title: 'Admin token not written',
    detail: ({ file, reason }) => `Cannot write the admin token to ${file} (${reason}).`,
  }),
});
