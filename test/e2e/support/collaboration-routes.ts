/** What every content type has for working together. */
export const COLLABORATION_ROUTES = [
  'GET /{key}/comments',
  'POST /{key}/comments',
  'GET /{key}/comments/{id}',
  'PATCH /{key}/comments/{id}',
  'DELETE /{key}/comments/{id}',
  'GET /{key}/review-plan',
  'PUT /{key}/review-plan',
  'DELETE /{key}/review-plan',
  'GET /{key}/reviews',
  'POST /{key}/reviews',
  'GET /{key}/approval',
  'POST /{key}/approval-requests',
  'POST /{key}/approvals',
] as const;

/** What webhooks have beside that. */
export const WEBHOOK_ROUTES = [
  'GET /events',
  'GET /{key}/endpoint',
  'POST /{key}/rotate-secret',
  'POST /{key}/enable',
  'GET /{key}/deliveries',
  'GET /{key}/deliveries/{id}',
  'POST /{key}/deliveries/{id}/replay',
  'POST /{key}/replay',
  'POST /{key}/test',
] as const;
