import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';

import { HttpErrors } from '../http.errors.js';
import { Refuses } from '../openapi/refuses.decorator.js';

const SCOPE = 'parcours:scope';
const PUBLIC = 'parcours:public';

/** The extension under which the OpenAPI document carries a route's scope. */
export const SCOPE_EXTENSION = 'x-scope';

/** The scope that a token needs for this route, such as `journeys:write`. */
export const Scope = (scope: string) =>
  applyDecorators(
    SetMetadata(SCOPE, scope),
    ApiSecurity('token', [scope]),
    ApiExtension(SCOPE_EXTENSION, scope),
    Refuses(HttpErrors.unauthenticated, HttpErrors.missingScope),
  );

/** This route needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);

/** What a route asks for: a scope, nothing (`public`), or `undefined` when it forgot to say. */
export function accessOf(handler: object, controller: object): { scope: string } | 'public' | undefined {
  for (const place of [handler, controller]) {
    const scope: unknown = Reflect.getMetadata(SCOPE, place);
    if (typeof scope === 'string') return { scope };
    if (Reflect.getMetadata(PUBLIC, place) === true) return 'public';
  }
  return undefined;
}
