import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';

import type { ParcoursError } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';
import { PROBLEM_TYPE, problemOf } from '../problems/problem.js';

/** Addresses that no route could match are refused before any filter exists. */
export function addressProblem(code: string): ParcoursError {
  return code === 'FST_ERR_MAX_PARAM_LENGTH'
    ? HttpErrors.uriTooLong({})
    : HttpErrors.malformedRequest({ reason: 'the address is not properly encoded' });
}

/** What is no HTTP, or too much of it, has no request to answer: the text goes to the socket. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(connectionProblem(error.code)));
}

function connectionProblem(code: string | undefined): ParcoursError {
  if (code === 'HPE_HEADER_OVERFLOW') return HttpErrors.headersTooLarge({});
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return HttpErrors.requestTimeout({});
  return HttpErrors.malformedRequest({ reason: 'it is not HTTP' });
}

function rawAnswer(refusal: ParcoursError): string {
  const id = randomUUID();
  const body = JSON.stringify(problemOf(refusal, id));
  return [
    `HTTP/1.1 ${String(refusal.status)} ${refusal.title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${String(Buffer.byteLength(body))}`,
    `x-request-id: ${id}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
