import { Readable } from 'node:stream';
import { createGunzip, createInflate, type Gunzip, type Inflate } from 'node:zlib';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';

/** Bodies packed by gzip or deflate. The limit of a body's length counts what comes out. */
export function unpackBodies(instance: FastifyInstance): void {
  instance.addHook('preParsing', (request: FastifyRequest, _reply, payload, done) => {
    const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
    if (encoding === 'identity') {
      done(null, payload);
      return;
    }
    const unpacker = unpackerOf(encoding);
    if (!unpacker) done(HttpErrors.unsupportedEncoding({}));
    else done(null, unpacked(payload, unpacker));
  });
}

function unpackerOf(encoding: string): Gunzip | Inflate | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  return encoding === 'deflate' ? createInflate() : undefined;
}

/** `receivedEncodedLength` is what Fastify holds against Content-Length. */
function unpacked(payload: Readable, unpacker: Gunzip | Inflate): Readable {
  const stream = Object.assign(Readable.from(chunksOf(unpacker), { objectMode: false }), {
    receivedEncodedLength: 0,
  });
  payload.on('data', (chunk: Buffer) => {
    stream.receivedEncodedLength += chunk.length;
  });
  payload.on('error', (error) => unpacker.destroy(error));
  payload.pipe(unpacker);
  return stream;
}

async function* chunksOf(unpacker: Gunzip | Inflate): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of unpacker) yield chunk as Buffer;
  } catch (cause) {
    throw HttpErrors.malformedRequest(
      { reason: 'its body is not packed as Content-Encoding says' },
      { cause },
    );
  }
}
