import { LANGUAGES, type Language } from '@parcours/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { PAGE_HEADERS } from './page-style.js';

/** Answers with a page for customers. */
export function sendPage(reply: FastifyReply, page: string) {
  return reply.headers(PAGE_HEADERS).send(page);
}

/** Answers a form with the way back to its page, so that loading it again sends nothing again. */
export function redirectToPage(reply: FastifyReply, request: FastifyRequest, told?: string) {
  const language = languageIn(request);
  const query = new URLSearchParams({
    ...(language && { lang: language }),
    ...(told !== undefined && { told }),
  }).toString();
  const path = request.url.split('?')[0] ?? '';
  return reply.headers(PAGE_HEADERS).redirect(query === '' ? path : `${path}?${query}`, 303);
}

/** The language that the reader has chosen on the page. */
export function languageIn(request: FastifyRequest): Language | undefined {
  return LANGUAGES.find((known) => known === queryOf(request)['lang']);
}

export function queryOf({ query }: FastifyRequest): Readonly<Record<string, unknown>> {
  return Object.assign({}, query);
}
