import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CredentialSources } from './access/credential-sources.js';
import { RoleDirectory } from './access/role-directory.js';
import { ActionsModule } from './actions/actions.module.js';
import { HealthChecks } from './health/health-checks.js';
import { HealthController } from './health/health.controller.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotencyKeyRow } from './idempotency/idempotency-key.entity.js';
import { IdempotencyRepository } from './idempotency/idempotency.repository.js';
import { IdempotencyService } from './idempotency/idempotency.service.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { AdminTokenBootstrap } from './tokens/admin-token.bootstrap.js';
import { ApiTokenRights } from './tokens/api-token-rights.js';
import { ApiTokenController } from './tokens/api-token.controller.js';
import { ApiTokenRow } from './tokens/api-token.entity.js';
import { ApiTokenRepository } from './tokens/api-token.repository.js';
import { ApiTokenService } from './tokens/api-token.service.js';
import { AuthenticationService } from './tokens/authentication.service.js';
import { RouteScopes } from './tokens/route-scopes.js';
import { TokenCache } from './tokens/token-cache.js';
import { TokenGuard } from './tokens/token.guard.js';

/** The conventions of the REST API, for every module that has routes. */
@Global()
@Module({
  imports: [ActionsModule, DiscoveryModule, TypeOrmModule.forFeature([ApiTokenRow, IdempotencyKeyRow])],
  controllers: [ApiTokenController, HealthController],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: TokenGuard },
    AdminTokenBootstrap,
    ApiTokenRepository,
    ApiTokenRights,
    ApiTokenService,
    AuthenticationService,
    CredentialSources,
    HealthChecks,
    IdempotencyInterceptor,
    IdempotencyRepository,
    IdempotencyService,
    RoleDirectory,
    RouteScopes,
    TokenCache,
  ],
  exports: [
    ApiTokenService,
    AuthenticationService,
    CredentialSources,
    HealthChecks,
    IdempotencyService,
    RoleDirectory,
    RouteScopes,
  ],
})
export class HttpModule {}
