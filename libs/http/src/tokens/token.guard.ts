import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { assertNoDefects } from '../validation/compile-schema.js';
import { declaresQuery } from '../validation/request-parts.decorator.js';
import { AuthenticationService } from './authentication.service.js';
import type { Principal } from './principal.js';
import { accessOf } from './scope.decorator.js';
import { covers } from './scopes.rules.js';
import { authorizationOf } from './write-key.js';

/** Stands before every route: who calls, whether they may, and whether the query string means anything here. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly authentication: AuthenticationService) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    const access = accessOf(handler, context.getClass());
    if (access === 'public') return true;
    if (access === undefined) throw HttpErrors.routesWithoutScope({ routes: [request.url] });
    const admit = (principal: Principal): boolean => {
      if (access !== 'signed-in' && !covers(principal.scopes, access.scope)) {
        throw HttpErrors.missingScope(access);
      }
      request.principal = principal;
      if (!declaresQuery(handler)) refuseQuery(request.query);
      return true;
    };
    const principal = this.authentication.authenticate(authorizationOf(request, handler));
    return principal instanceof Promise ? principal.then(admit) : admit(principal);
  }
}

function refuseQuery(query: unknown): void {
  const names = Object.keys(Object.assign({}, query));
  const errors = names.map((name) => ({
    pointer: `/${name}`,
    code: 'schema.unknown-member',
    detail: `'${name}' is not known here: this call takes no query parameters.`,
  }));
  assertNoDefects(errors, 'query string');
}
