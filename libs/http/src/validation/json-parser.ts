import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { BODY_LIMIT } from '../problems/problem.js';
import { bodyRulesOf } from './body-rules.js';
import { assertNoDefects } from './compile-schema.js';
import { nulCharacters } from './nul-characters.js';

const MEDIA_TYPES = ['application/json', 'application/merge-patch+json'];

type Done = (error: Error | null, body?: unknown) => void;

/** Reads JSON bodies: an empty one is none, `__proto__` and NUL characters are refused, and errors say why. */
export function addJsonParser(instance: FastifyInstance): void {
  const strict = instance.getDefaultJsonParser('error', 'error');
  const lenient = instance.getDefaultJsonParser('ignore', 'ignore');
  instance.removeAllContentTypeParsers();
  const read = (request: FastifyRequest, body: string | Buffer, done: Done): void => {
    const text = String(body);
    const { isItemised = false, maxBytes = BODY_LIMIT } = bodyRulesOf(request);
    if (text.length === 0) {
      done(null, undefined);
      return;
    }
    if (maxBytes < BODY_LIMIT && Buffer.byteLength(text) > maxBytes) {
      done(HttpErrors.bodyTooLarge({ limit: `${String(maxBytes / 1_024)} KiB` }));
      return;
    }
    const parse = isItemised ? lenient : strict;
    void parse(request, text, (error, value) => {
      const refusal = error ? HttpErrors.malformedJson({ reason: reasonOf(text) }) : undefined;
      done(refusal ?? (isItemised ? null : nulRefusal(text, value)), value);
    });
  };
  const options = { parseAs: 'string', bodyLimit: BODY_LIMIT } as const;
  instance.addContentTypeParser(MEDIA_TYPES, options, read);
  instance.addHook('preParsing', (request, _reply, payload, done) => {
    if (bodyRulesOf(request).isAlwaysJson) request.raw.headers['content-type'] = 'application/json';
    done(null, payload);
  });
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
function nulRefusal(text: string, value: unknown): Error | null {
  if (!text.includes('\\u0000')) return null;
  try {
    assertNoDefects(nulCharacters(value), 'body');
    return null;
  } catch (error) {
    return error instanceof Error ? error : null;
  }
}
