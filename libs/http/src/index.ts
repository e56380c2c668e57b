export { type Caller, CallOrigin, CurrentCaller, type Origin } from './access/caller.js';
export { type CredentialSource, CredentialSources } from './access/credential-sources.js';
export { RoleDirectory, type RoleSource } from './access/role-directory.js';
export { ActionsModule } from './actions/actions.module.js';
export { type ActionRecorder, ActionTrail, type RecordedAction } from './actions/action-trail.js';
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
export { ListParams, OpenListParams, RawListParams } from './lists/list-params.decorator.js';
export {
  type ListFilter,
  type ListQuery,
  type ListSort,
  parseListQuery,
  QUERY_CODES,
} from './lists/list-query.js';
export * from './lists/list-spec.js';
export { listSql, type ListSql } from './lists/list-sql.js';
export { Answers, AnswersBare, CreatesMissing, Tagged, Untagged } from './openapi/answers.decorator.js';
export { documentDefects } from './openapi/document-defects.js';
export { Refuses } from './openapi/refuses.decorator.js';
export { Tag } from './openapi/tag.decorator.js';
export { declareVetoes, Vetoed } from './openapi/vetoes.js';
export { BODY_LIMIT, MIB, PROBLEM_TYPE, type Problem } from './problems/problem.js';
export { AdminTokenBootstrap } from './tokens/admin-token.bootstrap.js';
export { CurrentActor, CurrentPrincipal, type Principal } from './tokens/principal.js';
export { Public, Scope, SignedIn } from './tokens/scope.decorator.js';
export { covers } from './tokens/scopes.rules.js';
export { TakesWriteKey } from './tokens/write-key.js';
export { RouteScopes } from './tokens/route-scopes.js';
export { TOKEN_FINDINGS } from './tokens/api-token.schema.js';
export { ApiTokenService } from './tokens/api-token.service.js';
export { AuthenticationService } from './tokens/authentication.service.js';
export { BodyAs, type BodyRules } from './validation/body-rules.js';
export { rawBodyOf } from './validation/raw-body.js';
export * from './validation/compile-schema.js';
export { LargeBody, type LargeBodyOptions } from './validation/large-body.decorator.js';
export { compileForeignSchema, type PatternEngine } from './validation/foreign-schema.js';
export type { JsonSchema } from './validation/json-schema.js';
export type { FormFields } from './validation/other-bodies.js';
export {
  AnyQuery,
  DocumentedBody,
  JsonBody,
  JsonOrStream,
  PathParam,
  QueryParams,
} from './validation/request-parts.decorator.js';
export { didYouMean, SCHEMA_CODES } from './validation/schema-defects.js';
export { treeDefects, type TreeLimits } from './validation/tree-defects.js';
