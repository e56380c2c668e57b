import type { FastifyInstance } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { BODY_LIMIT } from '../problems/problem.js';
import { assertNoDefects } from './compile-schema.js';
import { nulCharacters } from './nul-characters.js';

const MEDIA_TYPES = ['application/json', 'application/merge-patch+json'];

/** Reads JSON bodies: an empty one is none, `__proto__` and NUL characters are refused, and errors say why. */
export function addJsonParser(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    MEDIA_TYPES,
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (request, text, done) => {
      if (text.length === 0) {
        done(null, undefined);
        return;
      }
      void parse(request, String(text), (error, value) => {
        const refusal = error
          ? HttpErrors.malformedJson({ reason: reasonOf(String(text)) })
          : nulRefusal(text, value);
        if (refusal) done(refusal);
        else done(null, value);
      });
    },
  );
}

/** The parser does not tell what is wrong; plain JSON.parse does, where that is what is wrong. */
function reasonOf(text: string): string {
  try {
    JSON.parse(text);
    return "members named '__proto__' or 'constructor.prototype' are refused";
  } catch (error) {
    return error instanceof Error ? withoutExcerpt(error.message) : 'it cannot be read';
  }
}

function withoutExcerpt(message: string): string {
  return message.replace(/, .*$/s, '').replace(/\.$/, '');
}

/** Databases and files end a text at NUL or refuse it; nobody means to send one. */
function nulRefusal(text: string | Buffer, value: unknown): Error | undefined {
  if (!text.includes('\\u0000')) return undefined;
  try {
    assertNoDefects(nulCharacters(value), 'body');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : undefined;
  }
}
