import { randomUUID } from 'node:crypto';

import type { HttpAnswer } from '@parcours/sdk';

/** One request in a batch, or by itself. */
export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Under the API, such as `/contacts`, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const END = '\r\n';

/** Several requests as one (OData 4.0, Protocol, 11.7); each stands for itself. */
export function batchOf(
  calls: readonly ApiCall[],
  { root }: { readonly root: string },
): { readonly type: string; readonly body: string } {
  const boundary = `batch_${randomUUID()}`;
  const parts = calls.map(({ method = 'GET', path, headers = {}, body }) => {
    const all = {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    };
    return [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `${method} ${root}${path} HTTP/1.1`,
      ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
      '',
      body ? JSON.stringify(body) : '',
    ].join(END);
  });
  return { type: `multipart/mixed; boundary=${boundary}`, body: [...parts, `--${boundary}--`, ''].join(END) };
}

/** The answers in the answer to a batch, in the order of the requests; `undefined` where it is none. */
export function answersIn({ headers, body }: HttpAnswer): readonly HttpAnswer[] | undefined {
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return undefined;
  const parts = body.split(`--${boundary}`).slice(1, -1);
  const answers = parts.map(answerIn);
  return answers.every((answer) => answer !== undefined) ? answers : undefined;
}

function answerIn(part: string): HttpAnswer | undefined {
  const http = /HTTP\/1\.1 (\d{3})[^\r\n]*([\s\S]*)$/.exec(part);
  if (!http) return undefined;
  const [, status, rest = ''] = http;
  const [head = '', ...body] = rest.split(/\r?\n\r?\n/);
  const headers = head.split(/\r?\n/).flatMap((line) => {
    const [name = '', ...value] = line.split(':');
    return value.length === 0 ? [] : [[name.trim().toLowerCase(), value.join(':').trim()] as const];
  });
  return { status: Number(status), headers: Object.fromEntries(headers), body: body.join('\n\n').trim() };
}
