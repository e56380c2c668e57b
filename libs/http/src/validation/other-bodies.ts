import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';

/** Routes that take more than JSON, by the beginning of their address. */
export interface OtherBodies {
  /** Forms of a page: the body is an object of lists of texts. */
  readonly forms?: readonly string[];
  /** Plain text, CSV or NDJSON of any length: the body is a stream. */
  readonly texts?: readonly string[];
}

/** A form that was sent: every value of each field. */
export type FormFields = Readonly<Record<string, readonly string[] | undefined>>;

const STREAMED = ['text/plain', 'text/csv', 'application/csv', 'application/x-ndjson', 'application/jsonl'];

const FORM_LIMIT = 65_536;

/** Reads forms and files of text where they are expected, and refuses them elsewhere as before. */
export function addOtherParsers(instance: FastifyInstance, { forms = [], texts = [] }: OtherBodies): void {
  if (forms.length > 0) {
    instance.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (request, text, done) => {
        if (!isAt(request, forms)) done(HttpErrors.unsupportedMediaType({}));
        else done(null, fieldsOf(String(text)));
      },
    );
    // Mail clients may send their one field in this form (RFC 8058, section 3.2). Nothing has to be read of it.
    instance.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (request, _text, done) => {
        if (!isAt(request, forms)) done(HttpErrors.unsupportedMediaType({}));
        else done(null, {});
      },
    );
  }
  if (texts.length === 0) return;
  instance.addContentTypeParser(STREAMED, (request, payload, done) => {
    if (!isAt(request, texts)) done(HttpErrors.unsupportedMediaType({}));
    else done(null, payload);
  });
}

function isAt({ url }: FastifyRequest, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => url.startsWith(beginning));
}

function fieldsOf(text: string): FormFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries(fields);
}
