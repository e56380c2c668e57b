import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBasicAuth } from '@nestjs/swagger';
import { isJsonObject } from '@parcours/kernel';
import type { FastifyRequest } from 'fastify';

const WRITE_KEY = 'parcours:write-key';

/** The name of the way to authenticate in the OpenAPI document. */
export const WRITE_KEY_AUTH = 'writeKey';

/**
 * This route takes its token as collectors of events do: as the user name of basic authentication, or as the member
 * `writeKey` of the body.
 */
export const TakesWriteKey = () =>
  applyDecorators(SetMetadata(WRITE_KEY, true), ApiBasicAuth(WRITE_KEY_AUTH));

/** What the request is authenticated by, as an Authorization header with a bearer token. */
export function authorizationOf(request: FastifyRequest, handler: object): string | undefined {
  const { authorization } = request.headers;
  if (Reflect.getMetadata(WRITE_KEY, handler) !== true) return authorization;
  if (authorization !== undefined) return asBearer(authorization);
  const key = isJsonObject(request.body) ? request.body['writeKey'] : undefined;
  return typeof key === 'string' && key !== '' ? `Bearer ${key}` : undefined;
}

const BASIC = /^Basic +([A-Za-z0-9+/_-]+={0,2})$/i;

/** The user name of basic authentication in the place of a bearer token; any other header as it is. */
export function asBearer(authorization: string | undefined): string | undefined {
  const encoded = BASIC.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return authorization;
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return /^\S+$/.test(user) ? `Bearer ${user}` : authorization;
}
