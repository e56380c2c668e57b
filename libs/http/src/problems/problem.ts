import { HttpException } from '@nestjs/common';
import { translateDatabaseError } from '@parcours/database';
import type { ErrorItem } from '@parcours/kernel';
import { ParcoursError } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';

export const PROBLEM_TYPE = 'application/problem+json';

export const MIB = 1_048_576;

/** The largest body of a route that declares no other limit: 1 MiB. */
export const BODY_LIMIT = MIB;

/** An error as RFC 9457 has it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors?: readonly ErrorItem[];
}

export function problemOf(error: ParcoursError, requestId: string): Problem {
  return {
    type: `urn:parcours:problem:${error.code}`,
    title: error.title,
    status: error.status,
    detail: error.message,
    code: error.code,
    instance: `urn:uuid:${requestId}`,
    ...(error.errors.length > 0 && { errors: error.errors }),
  };
}

export interface RequestLine {
  readonly method: string;
  readonly url: string;
  /** Of the route; that of most, when left out. */
  readonly routeOptions?: { readonly bodyLimit?: number | undefined };
}

/** Any error as one of ours. What is not meant for a caller becomes `http.internal`; keep the original for the log. */
export function publicError(error: unknown, request: RequestLine): ParcoursError {
  if (error instanceof ParcoursError) return error.status >= 500 ? publicServerError(error) : error;
  if (error instanceof HttpException) return fromFramework(error, request);
  if (isTooDeep(error)) return HttpErrors.malformedJson({ reason: 'it is nested too deeply' });
  return publicServerError(translateDatabaseError(error));
}

/** An unavailable part is told, for the caller can wait; anything else that is our fault is not. */
function publicServerError(error: ParcoursError): ParcoursError {
  return error.status < 500 || error.status === 502 || error.status === 503
    ? error
    : HttpErrors.internal({}, { cause: error });
}

function fromFramework(error: HttpException, { method, url, routeOptions }: RequestLine): ParcoursError {
  switch (error.getStatus()) {
    case 404:
      return HttpErrors.routeNotFound({ method, path: url.split('?')[0] ?? url });
    case 413:
      return HttpErrors.bodyTooLarge({
        limit: `${String((routeOptions?.bodyLimit ?? BODY_LIMIT) / MIB)} MiB`,
      });
    case 414:
      return HttpErrors.uriTooLong({});
    case 415:
      return HttpErrors.unsupportedMediaType({});
    default:
      return error.getStatus() < 500
        ? HttpErrors.malformedRequest({ reason: error.message })
        : HttpErrors.internal({}, { cause: error });
  }
}

/** Only a document of a caller nests deeply enough to exhaust the stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
