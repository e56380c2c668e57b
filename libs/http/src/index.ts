export {
  API_PREFIX,
  configureHttp,
  createHttpAdapter,
  type HttpOptions,
} from './bootstrap/configure-http.js';
export { assertMatch, IfMatch, matches, setEtag } from './concurrency/etag.js';
export { HealthChecks, type HealthCheck } from './health/health-checks.js';
export { HttpErrors, IdempotencyErrors, TokenErrors } from './http.errors.js';
export { HttpModule } from './http.module.js';
export { IdempotencyKey } from './idempotency/idempotency-key.js';
export { Idempotent } from './idempotency/idempotency.decorator.js';
export { answerPage, type Page, pageOf, type PageSelection, selectPage } from './lists/list-page.js';
export { ListParams, OpenListParams } from './lists/list-params.decorator.js';
export {
  type ListFilter,
  type ListQuery,
  type ListSort,
  parseListQuery,
  QUERY_CODES,
} from './lists/list-query.js';
export * from './lists/list-spec.js';
export { listSql, type ListSql } from './lists/list-sql.js';
export { Answers } from './openapi/answers.decorator.js';
export { BODY_LIMIT, PROBLEM_TYPE, type Problem } from './problems/problem.js';
export { AdminTokenBootstrap } from './tokens/admin-token.bootstrap.js';
export { CurrentActor, CurrentPrincipal, type Principal } from './tokens/principal.js';
export { Public, Scope } from './tokens/scope.decorator.js';
export { covers } from './tokens/scopes.rules.js';
export { RouteScopes } from './tokens/route-scopes.js';
export { ApiTokenService } from './tokens/api-token.service.js';
export { AuthenticationService } from './tokens/authentication.service.js';
export * from './validation/compile-schema.js';
export type { JsonSchema } from './validation/json-schema.js';
export type { FormFields } from './validation/other-bodies.js';
export { AnyQuery, JsonBody, PathParam, QueryParams } from './validation/request-parts.decorator.js';
export { didYouMean, SCHEMA_CODES } from './validation/schema-defects.js';
