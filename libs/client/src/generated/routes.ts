// Written by `node scripts/generate-client.mjs` from the OpenAPI document. Change the routes, not this file.
import type { Schemas } from './schemas.js';

/** What each route takes and answers, by method and path. */
export interface Routes {
  readonly GET: {
    /** List API tokens. Never their texts. Revoked and expired ones too. Needs the scope `tokens:read`. */
    readonly '/api-tokens': { readonly query?: { readonly filter?: Schemas['FilterOfApiTokens']; readonly sort?: readonly ("id" | "-id" | "name" | "-name" | "hint" | "-hint" | "createdBy" | "-createdBy" | "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt" | "revokedAt" | "-revokedAt" | "lastUsedAt" | "-lastUsedAt")[]; readonly fields?: readonly ("id" | "name" | "hint" | "scopes" | "roles" | "createdBy" | "createdAt" | "expiresAt" | "revokedAt" | "lastUsedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['APIToken'])[]; readonly item: Schemas['APIToken'] };
    /** Read an API token. What it may do, and when it was last used. Needs the scope `tokens:read`. */
    readonly '/api-tokens/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['APIToken'] };
    /** List what others ask to be approved. Of every type; `filter[status][eq]=open` for what waits. Needs the scope `approval-requests:read`. */
    readonly '/approval-requests': { readonly query?: { readonly filter?: Schemas['FilterOfApprovalRequests']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "type" | "key" | "name" | "status" | "note" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['ListedApprovalRequest'])[]; readonly item: Schemas['ListedApprovalRequest'] };
    /** Read which content types need approval. One rule a type. Needs the scope `approval-rules:read`. */
    readonly '/approval-rules': { readonly data: readonly (Schemas['ApprovalRule'])[] };
    /** Read whether a content type needs approval. And from how many; 0 where drafts are published without. Needs the scope `approval-rules:read`. */
    readonly '/approval-rules/{type}': { readonly path: { readonly type: string }; readonly data: Schemas['ApprovalRule'] };
    /** List what was done. Who did what to what, when, from where, and what is different since; the latest first. Needs the scope `audit:read`. */
    readonly '/audit-log': { readonly query?: { readonly filter?: Schemas['FilterOfAuditLog']; readonly sort?: readonly ("id" | "-id" | "at" | "-at")[]; readonly fields?: readonly ("id" | "at" | "actor" | "action" | "subject" | "changes" | "details" | "address" | "requestId")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['EntryOfTheAuditLog'])[]; readonly item: Schemas['EntryOfTheAuditLog'] };
    /** Export what was done. All entries that pass the filters, the oldest first, as a stream; `limit` and `cursor` mean nothing here. The export itself becomes an entry. Needs the scope `audit:read`. */
    readonly '/audit-log/export': { readonly query?: { readonly filter?: Schemas['FilterOfAuditLogExport']; readonly sort?: readonly ("id" | "-id")[]; readonly format?: string; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: string };
    /** Read an entry of the audit log. With what is different since. Needs the scope `audit:read`. */
    readonly '/audit-log/{id}': { readonly path: { readonly id: number }; readonly data: Schemas['EntryOfTheAuditLog'] };
    /** Who is calling. The user or API token, and what it may do. */
    readonly '/auth/me': { readonly data: Schemas['Caller'] };
    /** List your open sessions. Where you are signed in, the latest first. An API token has none. */
    readonly '/auth/sessions': { readonly query?: { readonly filter?: Schemas['FilterOfSessions']; readonly sort?: readonly ("id" | "-id" | "createdAt" | "-createdAt" | "lastUsedAt" | "-lastUsedAt" | "address" | "-address")[]; readonly fields?: readonly ("id" | "isCurrent" | "createdAt" | "lastUsedAt" | "expiresAt" | "address" | "userAgent")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Session'])[]; readonly item: Schemas['Session'] };
    /** List brands. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `brands:read`. */
    readonly '/brands': { readonly query?: { readonly filter?: Schemas['FilterOfBrands']; readonly sort?: readonly ("default" | "-default" | "website" | "-website" | "defaultLocale" | "-defaultLocale" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "default" | "website" | "logo" | "colours" | "fonts" | "voice" | "sender" | "senders" | "warmUp" | "layouts" | "partials" | "footer" | "unsubscribe" | "postalAddress" | "social" | "tracking" | "locales" | "defaultLocale" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Brand'])[]; readonly item: Schemas['Brand'] };
    /** Read a brand. The draft, and where it stands. Needs the scope `brands:read`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Brand'] };
    /** Read how the draft of a brand stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `brands:read`. */
    readonly '/brands/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a brand. Replies among them. Needs the scope `brands:read`. */
    readonly '/brands/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a brand. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `brands:read`. */
    readonly '/brands/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a brand is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `brands:read`. */
    readonly '/brands/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a brand. What each found and decided, the latest first. Needs the scope `brands:read`. */
    readonly '/brands/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a brand. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `brands:read`. */
    readonly '/brands/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a brand. The newest first, without their documents. Needs the scope `brands:read`. */
    readonly '/brands/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a brand. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `brands:read`. */
    readonly '/brands/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a brand. As it was published. Needs the scope `brands:read`. */
    readonly '/brands/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List channel-policies. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `policies:read`. */
    readonly '/channel-policies': { readonly query?: { readonly filter?: Schemas['FilterOfChannelPolicies']; readonly sort?: readonly ("scope" | "-scope" | "priority" | "-priority" | "timeToLive" | "-timeToLive" | "topic" | "-topic" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "scope" | "appliesTo" | "channels" | "categories" | "priority" | "timeToLive" | "topic" | "caps" | "quietHours" | "sendWindows" | "suppress" | "condition" | "arbitration" | "fallback" | "care" | "overrides" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['ChannelPolicy'])[]; readonly item: Schemas['ChannelPolicy'] };
    /** Read a channel-policy. The draft, and where it stands. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['ChannelPolicy'] };
    /** Read how the draft of a channel-policy stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a channel-policy. Replies among them. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a channel-policy. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a channel-policy is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a channel-policy. What each found and decided, the latest first. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a channel-policy. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a channel-policy. The newest first, without their documents. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a channel-policy. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a channel-policy. As it was published. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List tests of plugins. What conditions can ask beside what is built in, and the schema of `with`. All on one page. Needs the scope `plugins:read`. */
    readonly '/condition-tests': { readonly data: readonly (Schemas['TestOfAPlugin'])[]; readonly item: Schemas['TestOfAPlugin'] };
    /** List connector types. What connectors can be set up, and the schema of their settings. All of them on one page. Needs the scope `plugins:read`. */
    readonly '/connector-types': { readonly data: readonly (Schemas['ConnectorType'])[]; readonly item: Schemas['ConnectorType'] };
    /** List connectors. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `connectors:read`. */
    readonly '/connectors': { readonly query?: { readonly filter?: Schemas['FilterOfConnectors']; readonly sort?: readonly ("type" | "-type" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "type" | "config" | "limits" | "warmUp" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Connector'])[]; readonly item: Schemas['Connector'] };
    /** Read a connector. The draft, and where it stands. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Connector'] };
    /** Read how the draft of a connector stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** See how the calls of a connector went. How many, how long they took and how they ended, by what was asked of it; of all processes. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/calls': { readonly path: { readonly key: string }; readonly query?: { readonly hours?: number }; readonly data: readonly (Schemas['PluginCalls'])[]; readonly item: Schemas['PluginCalls'] };
    /** List the comments on a connector. Replies among them. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a connector. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** See how the deliveries of a connector stand. What waits, what limits let through, whether the provider is within reach, and what it said last. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/delivery': { readonly path: { readonly key: string }; readonly data: Schemas['ConnectorDelivery'] };
    /** See how an export stands. How far each stream is, and what the warehouse said last. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/exports': { readonly path: { readonly key: string }; readonly data: Schemas['StatusOfAnExport'] };
    /** List the fields of a CRM. What the mapping of a sync may name, asked of the CRM this moment. All on one page; none where the connector keeps no records. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/fields': { readonly path: { readonly key: string }; readonly query?: { readonly kind?: "person" | "lead" | "deal" | "ticket" | "task" | "order" | "invoice" }; readonly data: readonly (Schemas['CRMField'])[]; readonly item: Schemas['CRMField'] };
    /** Read when a connector is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a connector. What each found and decided, the latest first. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** See what a connector has told of customers. How many events came by callbacks, and how many were about nobody. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/source-events': { readonly path: { readonly key: string }; readonly data: Schemas['EventsOfAConnector'] };
    /** List what refers to a connector. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a connector. The newest first, without their documents. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a connector. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a connector. As it was published. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List crm-syncs. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `connectors:read`. */
    readonly '/crm-syncs': { readonly query?: { readonly filter?: Schemas['FilterOfCrmSyncs']; readonly sort?: readonly ("connector" | "-connector" | "conflict" | "-conflict" | "newCustomers" | "-newCustomers" | "onErasure" | "-onErasure" | "every" | "-every" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "connector" | "match" | "fields" | "conflict" | "newCustomers" | "send" | "records" | "onErasure" | "every" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['CrmSync'])[]; readonly item: Schemas['CrmSync'] };
    /** Read a crm-sync. The draft, and where it stands. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['CrmSync'] };
    /** Read how the draft of a crm-sync stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a crm-sync. Replies among them. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a crm-sync. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a crm-sync is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a crm-sync. What each found and decided, the latest first. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** See how a CRM sync stands. How far the first load is, what came of it since, and which records are not in step. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/status': { readonly path: { readonly key: string }; readonly data: Schemas['StatusOfACRMSync'] };
    /** List what refers to a crm-sync. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a crm-sync. The newest first, without their documents. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a crm-sync. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a crm-sync. As it was published. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List custom-fields. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields': { readonly query?: { readonly filter?: Schemas['FilterOfCustomFields']; readonly sort?: readonly ("appliesTo" | "-appliesTo" | "member" | "-member" | "required" | "-required" | "localised" | "-localised" | "searchable" | "-searchable" | "filterable" | "-filterable" | "order" | "-order" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "appliesTo" | "member" | "schema" | "required" | "localised" | "searchable" | "filterable" | "default" | "help" | "group" | "order" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['CustomField'])[]; readonly item: Schemas['CustomField'] };
    /** Read a custom field. The draft, and where it stands. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['CustomField'] };
    /** Read how the draft of a custom field stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a custom field. Replies among them. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a custom field. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a custom field is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a custom field. What each found and decided, the latest first. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a custom field. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a custom field. The newest first, without their documents. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a custom field. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a custom field. As it was published. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List customers. By id, email, phone, tag, and by every trait whose declaration (/traits) has "indexed": filter[traits.address.city][eq]=Lyon. A filter that no index serves is refused, so that a list of a million is as quick as one of ten. Needs the scope `customers:read`. */
    readonly '/customers': { readonly query?: { readonly filter?: Schemas['FilterOfCustomers']; readonly sort?: readonly ("id" | "-id" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "kind" | "traits" | "emails" | "phones" | "devices" | "locale" | "timezone" | "tags" | "lane" | "revision" | "createdAt" | "updatedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Customer'])[]; readonly item: Schemas['Customer'] };
    /** Export customers. CSV or NDJSON, streamed, however many they are; POST /customers/import takes both. A CSV cell that a spreadsheet would run as a formula (one that begins with =, +, - or @) has an apostrophe in front, which an import takes away again. Needs the scope `customers:export`. */
    readonly '/customers/export': { readonly query?: { readonly format?: "csv" | "ndjson"; readonly segment?: string; readonly tag?: string; readonly fields?: string }; readonly data: string };
    /** Read a customer. By any id that leads to them: one that was merged answers who took it in. Needs the scope `customers:read`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Customer'] };
    /** Read which channels a customer takes to. From their reactions to messages, with what they are worth; what the customer says goes first. Needs the scope `customers:read`. */
    readonly '/customers/{id}/channels': { readonly path: { readonly id: string }; readonly data: Schemas['ChannelsOfACustomer'] };
    /** Read what a customer has decided. What is not listed is unknown. The ETag is the customer’s. Needs the scope `consents:read`. */
    readonly '/customers/{id}/consents': { readonly path: { readonly id: string }; readonly data: Schemas['Consents'] };
    /** List every decision that a customer has made. With where it was made and what shows it. Entries are never changed. Needs the scope `consents:read`. */
    readonly '/customers/{id}/consents/history': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfConsentChanges']; readonly sort?: readonly ("id" | "-id" | "decidedAt" | "-decidedAt")[]; readonly fields?: readonly ("id" | "channel" | "topic" | "state" | "source" | "proof" | "by" | "decidedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['ConsentChange'])[]; readonly item: Schemas['ConsentChange'] };
    /** Read what was said to and by a customer. Messages, replies and notes of every channel with their words, for whoever speaks next. A message is put into words anew from the version of its template that was sent, with what is known of the customer now. Needs the scope `customers:read`. */
    readonly '/customers/{id}/conversation': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfConversation']; readonly sort?: readonly ("at" | "-at")[]; readonly locale?: string; readonly fields?: readonly ("id" | "at" | "name" | "direction" | "channel" | "by" | "subject" | "text" | "sentiment")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['PartOfAConversation'])[]; readonly item: Schemas['PartOfAConversation'] };
    /** See who a customer is in CRMs. One for each sync that knows them, and what both sides last agreed on. All on one page. Needs the scope `customers:read`. */
    readonly '/customers/{id}/crm-links': { readonly path: { readonly id: string }; readonly data: readonly (Schemas['CRMLink'])[]; readonly item: Schemas['CRMLink'] };
    /** List a customer's enrollments. As the list of all enrollments. A customer who is not known has none. Needs the scope `enrollments:read`. */
    readonly '/customers/{id}/enrollments': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfEnrollments']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "journey" | "-journey" | "version" | "-version" | "state" | "-state" | "step" | "-step" | "endReason" | "-endReason" | "dueAt" | "-dueAt" | "enteredAt" | "-enteredAt" | "endedAt" | "-endedAt")[]; readonly fields?: readonly ("id" | "customerId" | "journey" | "version" | "entryKey" | "state" | "step" | "waitsFor" | "waitingSince" | "held" | "failure" | "dueAt" | "context" | "enteredAt" | "endedAt" | "endReason" | "goals" | "heldOut")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Enrollment'])[]; readonly item: Schemas['Enrollment'] };
    /** Tell whether and when a customer was erased. By the id, which is hashed and looked for; nobody else can be found this way. Needs the scope `customers:erase`. */
    readonly '/customers/{id}/erasures': { readonly path: { readonly id: string }; readonly data: readonly (Schemas['Erasure'])[] };
    /** Explain why a customer is in a journey, or not. Holds the customer as they are now against the journeys as they are published now, with the rules that lanes go by; nothing is written. With `journey`, one journey with what came of each trigger and whether each message step would send; without, where the customer stands in all of them. What a trigger was refused for is not on record: it is decided anew. Needs the scope `customers:read`. */
    readonly '/customers/{id}/explain': { readonly path: { readonly id: string }; readonly query?: { readonly journey?: string; readonly locale?: "en" | "fr" }; readonly data: Schemas['Explanation'] };
    /** Hand out everything that is held on a customer. Machine-readable, for the rights of access and of portability (GDPR, articles 15 and 20): every row of every table that is about them, streamed, however much it is. Needs the scope `customers:export`. */
    readonly '/customers/{id}/export': { readonly path: { readonly id: string }; readonly data: Schemas['PersonalExport'] };
    /** List the ids that lead to a customer. The one that the customer is shown by, then up to 1,000 others in the order of time. Needs the scope `customers:read`. */
    readonly '/customers/{id}/identities': { readonly path: { readonly id: string }; readonly data: readonly (Schemas['Identity'])[] };
    /** List the merges that ended in a customer. Whoever became this customer, by however many steps. Needs the scope `customers:read`. */
    readonly '/customers/{id}/merges': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfCustomerMerges']; readonly sort?: readonly ("id" | "-id" | "mergedAt" | "-mergedAt")[]; readonly fields?: readonly ("id" | "from" | "into" | "reason" | "before" | "moved" | "by" | "mergedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['MergeOfCustomers'])[]; readonly item: Schemas['MergeOfCustomers'] };
    /** List a customer's messages. As the list of all messages. A customer who is not known has none. Needs the scope `messages:read`. */
    readonly '/customers/{id}/messages': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfMessages']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "enrollmentId" | "-enrollmentId" | "journey" | "-journey" | "step" | "-step" | "channel" | "-channel" | "category" | "-category" | "brand" | "-brand" | "connector" | "-connector" | "template" | "-template" | "status" | "-status" | "maybeDuplicate" | "-maybeDuplicate" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt" | "deliveredAt" | "-deliveredAt" | "openedAt" | "-openedAt" | "clickedAt" | "-clickedAt" | "repliedAt" | "-repliedAt" | "bouncedAt" | "-bouncedAt" | "complainedAt" | "-complainedAt" | "unsubscribedAt" | "-unsubscribedAt")[]; readonly fields?: readonly ("id" | "customerId" | "enrollmentId" | "journey" | "step" | "visit" | "channel" | "category" | "brand" | "connector" | "template" | "status" | "attempts" | "maybeDuplicate" | "address" | "providerId" | "failure" | "createdAt" | "nextAttemptAt" | "finishedAt" | "deliveredAt" | "openedAt" | "clickedAt" | "repliedAt" | "bouncedAt" | "complainedAt" | "unsubscribedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Message'])[]; readonly item: Schemas['Message'] };
    /** List a customer's notes. The latest first. Needs the scope `customers:read`. */
    readonly '/customers/{id}/notes': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfNotes']; readonly sort?: readonly ("at" | "-at")[]; readonly locale?: string; readonly fields?: readonly ("id" | "at" | "text" | "kind" | "sentiment" | "author" | "source" | "channel" | "touchpoint" | "department")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Note'])[]; readonly item: Schemas['Note'] };
    /** List the segments and personas that a customer is in. Those that are published; empty for a customer who is in none. Needs the scope `customers:read`. */
    readonly '/customers/{id}/segments': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfCustomerSegments']; readonly sort?: readonly ("type" | "-type" | "key" | "-key" | "enteredAt" | "-enteredAt")[]; readonly fields?: readonly ("type" | "key" | "enteredAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Belonging'])[]; readonly item: Schemas['Belonging'] };
    /** Read a customer's timeline. Events of all layers, notes, messages and decisions of journeys in one order, the latest first (`sort=at` for the earliest). Needs the scope `customers:read`. */
    readonly '/customers/{id}/timeline': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfTimeline']; readonly sort?: readonly ("at" | "-at")[]; readonly locale?: string; readonly fields?: readonly ("id" | "kind" | "at" | "name" | "layer" | "channel" | "touchpoint" | "device" | "department" | "details")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['TimelineEntry'])[]; readonly item: Schemas['TimelineEntry'] };
    /** List what could not be worked. Entries whose work has failed for good, and why. Needs the scope `dead-letters:read`. */
    readonly '/dead-letters': { readonly query?: { readonly filter?: Schemas['FilterOfDeadLetters']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "failedAt" | "-failedAt")[]; readonly fields?: readonly ("id" | "kind" | "customerId" | "body" | "failure" | "failedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['DeadLetter'])[]; readonly item: Schemas['DeadLetter'] };
    /** List enrollments. Passages of customers through journeys: where each stands, and what it waits for. Needs the scope `enrollments:read`. */
    readonly '/enrollments': { readonly query?: { readonly filter?: Schemas['FilterOfEnrollments']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "journey" | "-journey" | "version" | "-version" | "state" | "-state" | "step" | "-step" | "endReason" | "-endReason" | "dueAt" | "-dueAt" | "enteredAt" | "-enteredAt" | "endedAt" | "-endedAt")[]; readonly fields?: readonly ("id" | "customerId" | "journey" | "version" | "entryKey" | "state" | "step" | "waitsFor" | "waitingSince" | "held" | "failure" | "dueAt" | "context" | "enteredAt" | "endedAt" | "endReason" | "goals" | "heldOut")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Enrollment'])[]; readonly item: Schemas['Enrollment'] };
    /** Read an enrollment. It says where it stands and what it waits for. Needs the scope `enrollments:read`. */
    readonly '/enrollments/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Enrollment'] };
    /** Read the history of an enrollment. What happened and why, the earliest first: steps with what decided, messages, goals, and last what it waits for; in codes and in words. Needs the scope `enrollments:read`. */
    readonly '/enrollments/{id}/history': { readonly path: { readonly id: string }; readonly query?: { readonly locale?: "en" | "fr" }; readonly data: readonly (Schemas['HistoryRecord'])[] };
    /** List erasures. That there were some, not of whom. Needs the scope `customers:erase`. */
    readonly '/erasures': { readonly query?: { readonly filter?: Schemas['FilterOfErasures']; readonly sort?: readonly ("id" | "-id" | "erasedAt" | "-erasedAt")[]; readonly fields?: readonly ("id" | "subject" | "rows" | "by" | "erasedAt" | "droppedEvents")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Erasure'])[]; readonly item: Schemas['Erasure'] };
    /** List event-definitions. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions': { readonly query?: { readonly filter?: Schemas['FilterOfEventDefinitions']; readonly sort?: readonly ("event" | "-event" | "layer" | "-layer" | "touchpoint" | "-touchpoint" | "channel" | "-channel" | "device" | "-device" | "department" | "-department" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "event" | "description" | "layer" | "schema" | "touchpoint" | "channel" | "device" | "department" | "says" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['EventDefinition'])[]; readonly item: Schemas['EventDefinition'] };
    /** Read a event definition. The draft, and where it stands. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['EventDefinition'] };
    /** Read how the draft of a event definition stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a event definition. Replies among them. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a event definition. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a event definition is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a event definition. What each found and decided, the latest first. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a event definition. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a event definition. The newest first, without their documents. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a event definition. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a event definition. As it was published. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List how long events are kept. Without a rule they are kept. Needs the scope `events:read`. */
    readonly '/event-retention': { readonly data: readonly (Schemas['EventRetentionRule'])[] };
    /** List the names of events. Every name that was defined or has come, with its counts, which are about a second old. `filter[definition][null]=true` lists the names that nobody has defined. Needs the scope `events:read`. */
    readonly '/events/catalogue': { readonly query?: { readonly filter?: Schemas['FilterOfEventCatalogue']; readonly sort?: readonly ("event" | "-event" | "definition" | "-definition" | "received" | "-received" | "violating" | "-violating" | "firstSeenAt" | "-firstSeenAt" | "lastSeenAt" | "-lastSeenAt")[]; readonly fields?: readonly ("event" | "definition" | "layer" | "touchpoint" | "channel" | "device" | "department" | "received" | "violating" | "firstSeenAt" | "lastSeenAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['CataloguedEvent'])[]; readonly item: Schemas['CataloguedEvent'] };
    /** List how events broke their schemas. One entry for each event name, place and kind of defect. The events themselves are kept, and marked on the timeline of their customers. Needs the scope `events:read`. */
    readonly '/events/violations': { readonly query?: { readonly filter?: Schemas['FilterOfEventViolations']; readonly sort?: readonly ("id" | "-id" | "event" | "-event" | "pointer" | "-pointer" | "code" | "-code" | "occurrences" | "-occurrences" | "firstSeenAt" | "-firstSeenAt" | "lastSeenAt" | "-lastSeenAt")[]; readonly fields?: readonly ("id" | "event" | "pointer" | "code" | "detail" | "occurrences" | "lastMessageId" | "firstSeenAt" | "lastSeenAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['EventViolation'])[]; readonly item: Schemas['EventViolation'] };
    /** Export content. Everything that the token may read, streamed. Secrets are named, never told. Needs the read scope of each type asked for. Needs the scope `configuration:read`. */
    readonly '/export': { readonly query?: { readonly format?: "json" | "yaml"; readonly types?: string; readonly state?: "draft" | "published" }; readonly data: Schemas['ContentExport'] };
    /** List feedback. Answers to all surveys, the last ones first, with what was done about each. Needs the scope `feedback:read`. */
    readonly '/feedback': { readonly query?: { readonly filter?: Schemas['FilterOfFeedback']; readonly sort?: readonly ("id" | "-id" | "survey" | "-survey" | "version" | "-version" | "score" | "-score" | "customerId" | "-customerId" | "journey" | "-journey" | "step" | "-step" | "state" | "-state" | "answeredAt" | "-answeredAt" | "closedAt" | "-closedAt")[]; readonly fields?: readonly ("id" | "survey" | "version" | "score" | "comment" | "customerId" | "journey" | "step" | "enrollmentId" | "state" | "acknowledgement" | "followUp" | "changes" | "answeredAt" | "closedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Feedback'])[]; readonly item: Schemas['Feedback'] };
    /** Read feedback. What was said, and what was done about it. Needs the scope `feedback:read`. */
    readonly '/feedback/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Feedback'] };
    /** List imports. The latest first, with how far each has come. Needs the scope `customers:import`. */
    readonly '/imports': { readonly query?: { readonly filter?: Schemas['FilterOfImports']; readonly sort?: readonly ("id" | "-id" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "state" | "dryRun" | "format" | "encoding" | "mapping" | "rows" | "bytes" | "failure" | "rowsPerSecond" | "secondsLeft" | "by" | "createdAt" | "storedAt" | "finishedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['CustomerImport'])[]; readonly item: Schemas['CustomerImport'] };
    /** Read how an import goes. How many rows were taken, how fast, and about how long it still takes. Needs the scope `customers:import`. */
    readonly '/imports/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['CustomerImport'] };
    /** Download the rows that were not taken. Each with its number, the reason and the place; behind them the columns of the file, so that it can be mended and sent again. Kept for 30 days. A cell that a spreadsheet would run as a formula has an apostrophe in front. Needs the scope `customers:import`. */
    readonly '/imports/{id}/rejected.csv': { readonly path: { readonly id: string }; readonly data: string };
    /** List journey-maps. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps': { readonly query?: { readonly filter?: Schemas['FilterOfJourneyMaps']; readonly sort?: readonly ("key" | "-key" | "kind" | "-kind" | "persona" | "-persona" | "phaseSet" | "-phaseSet" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "kind" | "description" | "persona" | "phaseSet" | "journeyTemplates" | "phases" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['JourneyMap'])[]; readonly item: Schemas['JourneyMap'] };
    /** Compare two journey maps. What the second has added, removed and eased, such as the future state against the current one. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/compare': { readonly query: { readonly a: string; readonly b: string; readonly locale?: string; readonly state?: "draft" | "published" }; readonly data: Schemas['ComparisonOfJourneyMaps'] };
    /** Read a journey map. The draft, and where it stands. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['JourneyMap'] };
    /** Read how the draft of a journey map stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a journey map. Replies among them. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a journey map. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a journey map is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a journey map. What each found and decided, the latest first. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** Show a journey map as a page. The drawing, ready for one sheet of paper (A3, landscape), and the same as a table. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/sheet.html': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string; readonly state?: "draft" | "published"; readonly theme?: "light" | "dark" | "print" }; readonly data: string };
    /** Draw a journey map. As a sheet with a curve of emotions, in SVG. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/sheet.svg': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string; readonly state?: "draft" | "published"; readonly theme?: "light" | "dark" | "print" }; readonly data: string };
    /** List what refers to a journey map. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a journey map. The newest first, without their documents. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a journey map. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a journey map. As it was published. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List journey-templates. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `journeys:read`. */
    readonly '/journey-templates': { readonly query?: { readonly filter?: Schemas['FilterOfJourneyTemplates']; readonly sort?: readonly ("phaseSet" | "-phaseSet" | "phase" | "-phase" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "phaseSet" | "phase" | "definition" | "tests" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['JourneyTemplate'])[]; readonly item: Schemas['JourneyTemplate'] };
    /** Read a journey-template. The draft, and where it stands. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['JourneyTemplate'] };
    /** Read how the draft of a journey-template stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a journey-template. Replies among them. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a journey-template. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Draw a journey. A draft that is unfinished is drawn as far as it goes; what is wrong in it is red. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/diagram.svg': { readonly path: { readonly key: string }; readonly query?: { readonly version?: string; readonly locale?: "en" | "fr"; readonly theme?: "light" | "dark" | "auto" }; readonly data: string };
    /** Read a journey as a list. What the drawing shows, a line a step. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/diagram.txt': { readonly path: { readonly key: string }; readonly query?: { readonly version?: string; readonly locale?: "en" | "fr" }; readonly data: string };
    /** Read when a journey-template is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a journey-template. What each found and decided, the latest first. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** See how experiments and offers of a journey go. How often each variant of a message and each offer was tried, and how often it succeeded so far. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/trials': { readonly path: { readonly key: string }; readonly data: readonly (Schemas['Trial'])[] };
    /** List what refers to a journey-template. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a journey-template. The newest first, without their documents. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a journey-template. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a journey-template. As it was published. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** Read whether a journey is paused. By whom and why, and what waits for it to go on. Needs the scope `journeys:read`. */
    readonly '/journeys/{key}/pause': { readonly path: { readonly key: string }; readonly data: Schemas['JourneyPause'] };
    /** List kpis. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `kpis:read`. */
    readonly '/kpis': { readonly query?: { readonly filter?: Schemas['FilterOfKpis']; readonly sort?: readonly ("unit" | "-unit" | "currency" | "-currency" | "better" | "-better" | "within" | "-within" | "target" | "-target" | "touchpoint" | "-touchpoint" | "phaseSet" | "-phaseSet" | "phase" | "-phase" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "unit" | "currency" | "better" | "formula" | "within" | "target" | "touchpoint" | "phaseSet" | "phase" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['KPI'])[]; readonly item: Schemas['KPI'] };
    /** Read a KPI. The draft, and where it stands. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['KPI'] };
    /** Read how the draft of a KPI stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a KPI. Replies among them. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a KPI. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a KPI is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a KPI. What each found and decided, the latest first. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a KPI. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a KPI. The newest first, without their documents. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a KPI. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a KPI. As it was published. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List message-templates. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `templates:read`. */
    readonly '/message-templates': { readonly query?: { readonly filter?: Schemas['FilterOfMessageTemplates']; readonly sort?: readonly ("category" | "-category" | "topic" | "-topic" | "brand" | "-brand" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "category" | "topic" | "brand" | "tracking" | "channels" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['MessageTemplate'])[]; readonly item: Schemas['MessageTemplate'] };
    /** Read a message-template. The draft, and where it stands. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['MessageTemplate'] };
    /** Read how the draft of a message-template stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a message-template. Replies among them. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a message-template. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a message-template is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a message-template. What each found and decided, the latest first. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a message-template. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a message-template. The newest first, without their documents. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a message-template. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a message-template. As it was published. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List messages. The newest first: to whom, by which journey, and what has become of them. Needs the scope `messages:read`. */
    readonly '/messages': { readonly query?: { readonly filter?: Schemas['FilterOfMessages']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "enrollmentId" | "-enrollmentId" | "journey" | "-journey" | "step" | "-step" | "channel" | "-channel" | "category" | "-category" | "brand" | "-brand" | "connector" | "-connector" | "template" | "-template" | "status" | "-status" | "maybeDuplicate" | "-maybeDuplicate" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt" | "deliveredAt" | "-deliveredAt" | "openedAt" | "-openedAt" | "clickedAt" | "-clickedAt" | "repliedAt" | "-repliedAt" | "bouncedAt" | "-bouncedAt" | "complainedAt" | "-complainedAt" | "unsubscribedAt" | "-unsubscribedAt")[]; readonly fields?: readonly ("id" | "customerId" | "enrollmentId" | "journey" | "step" | "visit" | "channel" | "category" | "brand" | "connector" | "template" | "status" | "attempts" | "maybeDuplicate" | "address" | "providerId" | "failure" | "createdAt" | "nextAttemptAt" | "finishedAt" | "deliveredAt" | "openedAt" | "clickedAt" | "repliedAt" | "bouncedAt" | "complainedAt" | "unsubscribedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Message'])[]; readonly item: Schemas['Message'] };
    /** Read a message. What has become of it, and why. Needs the scope `messages:read`. */
    readonly '/messages/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Message'] };
    /** Explain a message. Why it waits, was put off or given up: what its decision kept, and what has become of it since. Needs the scope `messages:read`. */
    readonly '/messages/{id}/explain': { readonly path: { readonly id: string }; readonly query?: { readonly locale?: "en" | "fr" }; readonly data: Schemas['MessageExplanation'] };
    /** List offers. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `offers:read`. */
    readonly '/offers': { readonly query?: { readonly filter?: Schemas['FilterOfOffers']; readonly sort?: readonly ("kind" | "-kind" | "percent" | "-percent" | "amount" | "-amount" | "currency" | "-currency" | "code" | "-code" | "url" | "-url" | "validFrom" | "-validFrom" | "validUntil" | "-validUntil" | "timesPerCustomer" | "-timesPerCustomer" | "brand" | "-brand" | "phaseSet" | "-phaseSet" | "phase" | "-phase" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "kind" | "percent" | "amount" | "currency" | "gives" | "headline" | "terms" | "code" | "url" | "validFrom" | "validUntil" | "timesPerCustomer" | "eligibility" | "touchpoints" | "brand" | "phaseSet" | "phase" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Offer'])[]; readonly item: Schemas['Offer'] };
    /** Read a offer. The draft, and where it stands. Needs the scope `offers:read`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Offer'] };
    /** Read how the draft of a offer stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `offers:read`. */
    readonly '/offers/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a offer. Replies among them. Needs the scope `offers:read`. */
    readonly '/offers/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a offer. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `offers:read`. */
    readonly '/offers/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a offer is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `offers:read`. */
    readonly '/offers/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a offer. What each found and decided, the latest first. Needs the scope `offers:read`. */
    readonly '/offers/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a offer. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `offers:read`. */
    readonly '/offers/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a offer. The newest first, without their documents. Needs the scope `offers:read`. */
    readonly '/offers/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a offer. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `offers:read`. */
    readonly '/offers/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a offer. As it was published. Needs the scope `offers:read`. */
    readonly '/offers/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List operations. The latest first, with how far each has come. Needs the scope `enrollments:read`. */
    readonly '/operations': { readonly query?: { readonly filter?: Schemas['FilterOfOperations']; readonly sort?: readonly ("id" | "-id" | "action" | "-action" | "journey" | "-journey" | "requestedAt" | "-requestedAt")[]; readonly fields?: readonly ("id" | "action" | "journey" | "order" | "reason" | "requestedBy" | "requestedAt" | "state" | "selected" | "done" | "missed" | "finishedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Operation'])[]; readonly item: Schemas['Operation'] };
    /** Read how an operation goes. How many enrollments it is about, and how many have done it. Needs the scope `enrollments:read`. */
    readonly '/operations/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Operation'] };
    /** List calls to other systems. The newest first: which step asked which system for what, and what came of it. Needs the scope `enrollments:read`. */
    readonly '/outside-calls': { readonly query?: { readonly filter?: Schemas['FilterOfCallsToOtherSystems']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "enrollmentId" | "-enrollmentId" | "journey" | "-journey" | "step" | "-step" | "kind" | "-kind" | "system" | "-system" | "status" | "-status" | "attempts" | "-attempts" | "maybeDuplicate" | "-maybeDuplicate" | "createdAt" | "-createdAt" | "nextAttemptAt" | "-nextAttemptAt" | "finishedAt" | "-finishedAt" | "recordId" | "-recordId" | "team" | "-team" | "owner" | "-owner" | "outcome" | "-outcome" | "completedAt" | "-completedAt")[]; readonly fields?: readonly ("id" | "customerId" | "enrollmentId" | "journey" | "step" | "visit" | "kind" | "system" | "request" | "status" | "attempts" | "maybeDuplicate" | "failure" | "createdAt" | "nextAttemptAt" | "finishedAt" | "recordId" | "team" | "owner" | "outcome" | "completedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['OutsideCall'])[]; readonly item: Schemas['OutsideCall'] };
    /** Read a call to another system. What has become of it, and why. Needs the scope `enrollments:read`. */
    readonly '/outside-calls/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['OutsideCall'] };
    /** List pauses. The latest first, with what each holds. Needs the scope `messages:read`. */
    readonly '/pauses': { readonly query?: { readonly filter?: Schemas['FilterOfPauses']; readonly sort?: readonly ("id" | "-id" | "createdAt" | "-createdAt" | "until" | "-until")[]; readonly fields?: readonly ("id" | "channel" | "touchpoint" | "category" | "brand" | "all" | "reason" | "then" | "olderThan" | "until" | "createdBy" | "createdAt" | "endedBy" | "endedAt" | "held" | "sent" | "dropped")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Pause'])[]; readonly item: Schemas['Pause'] };
    /** Read a pause. Who started it and why, and what it holds. Needs the scope `messages:read`. */
    readonly '/pauses/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Pause'] };
    /** List personas. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `personas:read`. */
    readonly '/personas': { readonly query?: { readonly filter?: Schemas['FilterOfPersonas']; readonly sort?: readonly ("photoUrl" | "-photoUrl" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "photoUrl" | "quote" | "attributes" | "other" | "goals" | "pains" | "objections" | "questions" | "preferredContact" | "looksForSolutions" | "contentFormats" | "competitors" | "membership" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Persona'])[]; readonly item: Schemas['Persona'] };
    /** Read a persona. The draft, and where it stands. Needs the scope `personas:read`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Persona'] };
    /** Read how the draft of a persona stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `personas:read`. */
    readonly '/personas/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a persona. Replies among them. Needs the scope `personas:read`. */
    readonly '/personas/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a persona. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `personas:read`. */
    readonly '/personas/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** List who belongs to a persona. As it is published, the latest to come in first. Needs the scope `customers:read`. */
    readonly '/personas/{key}/members': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfSegmentMembers']; readonly sort?: readonly ("enteredAt" | "-enteredAt" | "number" | "-number")[]; readonly fields?: readonly ("customerId" | "enteredAt" | "number")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Member'])[]; readonly item: Schemas['Member'] };
    /** Read how many belong to a persona, and whether that is settled. After a publish, who belongs is worked out in the background. Needs the scope `customers:read`. */
    readonly '/personas/{key}/membership': { readonly path: { readonly key: string }; readonly data: Schemas['Membership'] };
    /** Read when a persona is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `personas:read`. */
    readonly '/personas/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a persona. What each found and decided, the latest first. Needs the scope `personas:read`. */
    readonly '/personas/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a persona. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `personas:read`. */
    readonly '/personas/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a persona. The newest first, without their documents. Needs the scope `personas:read`. */
    readonly '/personas/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a persona. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `personas:read`. */
    readonly '/personas/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a persona. As it was published. Needs the scope `personas:read`. */
    readonly '/personas/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List phase-sets. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets': { readonly query?: { readonly filter?: Schemas['FilterOfPhaseSets']; readonly sort?: readonly ("key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "phases" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['PhaseSet'])[]; readonly item: Schemas['PhaseSet'] };
    /** Read a phase set. The draft, and where it stands. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['PhaseSet'] };
    /** Read how the draft of a phase set stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a phase set. Replies among them. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a phase set. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** See what a changed phase set would orphan. Everything published that names a phase which the draft no longer has. Changes nothing. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/orphans': { readonly path: { readonly key: string }; readonly data: Schemas['OrphansOfAPhaseSet'] };
    /** Read when a phase set is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a phase set. What each found and decided, the latest first. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a phase set. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a phase set. The newest first, without their documents. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a phase set. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a phase set. As it was published. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List plugins. All that were found when the process started, on one page; those that failed say why. Needs the scope `plugins:read`. */
    readonly '/plugins': { readonly data: readonly (Schemas['Plugin'])[]; readonly item: Schemas['Plugin'] };
    /** Read a plugin. What it offers, and whether it is switched on. Needs the scope `plugins:read`. */
    readonly '/plugins/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Plugin'] };
    /** See how the calls into a plugin went. By connector and type of step: how many, how long they took and how they ended. Needs the scope `plugins:read`. */
    readonly '/plugins/{id}/calls': { readonly path: { readonly id: string }; readonly query?: { readonly hours?: number }; readonly data: readonly (Schemas['PluginCalls'])[]; readonly item: Schemas['PluginCalls'] };
    /** List releases. Planned, published and rolled back ones, the newest first. Needs the scope `releases:read`. */
    readonly '/releases': { readonly query?: { readonly filter?: Schemas['FilterOfReleases']; readonly sort?: readonly ("id" | "-id" | "name" | "-name" | "status" | "-status" | "createdBy" | "-createdBy" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "scheduledAt" | "-scheduledAt" | "publishedAt" | "-publishedAt")[]; readonly fields?: readonly ("id" | "name" | "note" | "status" | "items" | "revision" | "scheduledAt" | "scheduleFailure" | "publishedAt" | "createdAt" | "createdBy" | "updatedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Release'])[]; readonly item: Schemas['Release'] };
    /** Read a release. What is in it, and what has become of it. Needs the scope `releases:read`. */
    readonly '/releases/{id}': { readonly path: { readonly id: number }; readonly data: Schemas['Release'] };
    /** List what is to be reviewed. Of every type, the earliest first; `due=true` for those whose time has come. Needs the scope `reviews:read`. */
    readonly '/reviews': { readonly query?: { readonly filter?: Schemas['FilterOfReviews']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "name" | "-name" | "owner" | "-owner" | "dueAt" | "-dueAt" | "lastReviewedAt" | "-lastReviewedAt")[]; readonly due?: string; readonly fields?: readonly ("id" | "type" | "key" | "name" | "cadence" | "owner" | "dueAt" | "due" | "lastReviewedAt" | "lastOutcome")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['PlannedReview'])[]; readonly item: Schemas['PlannedReview'] };
    /** List roles. All of them on one page: the built-in ones first. Needs the scope `roles:read`. */
    readonly '/roles': { readonly data: readonly (Schemas['Role'])[]; readonly item: Schemas['Role'] };
    /** Read a role. Built-in ones too. Needs the scope `roles:read`. */
    readonly '/roles/{key}': { readonly path: { readonly key: string }; readonly data: Schemas['Role'] };
    /** The JSON Schema of a condition. Draft 2020-12, bare. */
    readonly '/schemas/condition': { readonly data: Schemas['JSONSchema'] };
    /** Read the JSON Schema of the journey definition. Draft 2020-12, bare. It knows the steps of the plugins that are loaded. Needs the scope `journeys:read`. */
    readonly '/schemas/journey-definition': { readonly data: Schemas['JSONSchema'] };
    /** The JSON Schema of a content type. Draft 2020-12, with the custom fields that are published. */
    readonly '/schemas/{type}': { readonly path: { readonly type: string }; readonly data: Schemas['JSONSchema'] };
    /** List secrets. Their names and hosts, never their values. Needs the scope `secrets:read`. */
    readonly '/secrets': { readonly data: readonly (Schemas['Secret'])[] };
    /** List segments. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `segments:read`. */
    readonly '/segments': { readonly query?: { readonly filter?: Schemas['FilterOfSegments']; readonly sort?: readonly ("description" | "-description" | "kind" | "-kind" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "kind" | "condition" | "customers" | "within" | "except" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Segment'])[]; readonly item: Schemas['Segment'] };
    /** Read a segment. The draft, and where it stands. Needs the scope `segments:read`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Segment'] };
    /** Read how the draft of a segment stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `segments:read`. */
    readonly '/segments/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a segment. Replies among them. Needs the scope `segments:read`. */
    readonly '/segments/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a segment. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `segments:read`. */
    readonly '/segments/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** List who belongs to a segment. As it is published, the latest to come in first. Needs the scope `customers:read`. */
    readonly '/segments/{key}/members': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfSegmentMembers']; readonly sort?: readonly ("enteredAt" | "-enteredAt" | "number" | "-number")[]; readonly fields?: readonly ("customerId" | "enteredAt" | "number")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Member'])[]; readonly item: Schemas['Member'] };
    /** Read how many belong to a segment, and whether that is settled. After a publish, who belongs is worked out in the background. Needs the scope `customers:read`. */
    readonly '/segments/{key}/membership': { readonly path: { readonly key: string }; readonly data: Schemas['Membership'] };
    /** Read when a segment is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `segments:read`. */
    readonly '/segments/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a segment. What each found and decided, the latest first. Needs the scope `segments:read`. */
    readonly '/segments/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a segment. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `segments:read`. */
    readonly '/segments/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a segment. The newest first, without their documents. Needs the scope `segments:read`. */
    readonly '/segments/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a segment. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `segments:read`. */
    readonly '/segments/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a segment. As it was published. Needs the scope `segments:read`. */
    readonly '/segments/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** See how new sender domains stand. Every domain that a plan holds back today, on one page; none once its plan is over. Needs the scope `connectors:read`. */
    readonly '/sender-domains': { readonly data: readonly (Schemas['SenderDomain'])[]; readonly item: Schemas['SenderDomain'] };
    /** List suppressed addresses. The latest first. Those that have expired are listed too: `filter[expiresAt][lt]` finds them. Needs the scope `suppressions:read`. */
    readonly '/suppressions': { readonly query?: { readonly filter?: Schemas['FilterOfSuppressions']; readonly sort?: readonly ("id" | "-id" | "address" | "-address" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "channel" | "address" | "reason" | "note" | "revision" | "createdAt" | "expiresAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Suppression'])[]; readonly item: Schemas['Suppression'] };
    /** Read a suppression. Why an address gets nothing, and until when. Needs the scope `suppressions:read`. */
    readonly '/suppressions/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Suppression'] };
    /** List surveys. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `surveys:read`. */
    readonly '/surveys': { readonly query?: { readonly filter?: Schemas['FilterOfSurveys']; readonly sort?: readonly ("kind" | "-kind" | "touchpoint" | "-touchpoint" | "brand" | "-brand" | "expiresAfter" | "-expiresAfter" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "kind" | "question" | "labels" | "followUps" | "acknowledge" | "leadsTo" | "thanks" | "touchpoint" | "brand" | "expiresAfter" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Survey'])[]; readonly item: Schemas['Survey'] };
    /** Read a survey. The draft, and where it stands. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Survey'] };
    /** List the answers to a survey. What customers have answered, the last ones first. Answers name customers, hence customers:read. Needs the scope `customers:read`. */
    readonly '/surveys/{key}/answers': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfSurveyAnswers']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "journey" | "-journey" | "step" | "-step" | "version" | "-version" | "score" | "-score" | "answeredAt" | "-answeredAt")[]; readonly fields?: readonly ("id" | "customerId" | "journey" | "step" | "enrollmentId" | "version" | "score" | "comment" | "answeredAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['SurveyAnswer'])[]; readonly item: Schemas['SurveyAnswer'] };
    /** Read how the draft of a survey stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a survey. Replies among them. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a survey. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a survey is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a survey. What each found and decided, the latest first. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a survey. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a survey. The newest first, without their documents. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a survey. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a survey. As it was published. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List teams. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `teams:read`. */
    readonly '/teams': { readonly query?: { readonly filter?: Schemas['FilterOfTeams']; readonly sort?: readonly ("key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "members" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Team'])[]; readonly item: Schemas['Team'] };
    /** Read a team. The draft, and where it stands. Needs the scope `teams:read`. */
    readonly '/teams/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Team'] };
    /** Read how the draft of a team stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `teams:read`. */
    readonly '/teams/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a team. Replies among them. Needs the scope `teams:read`. */
    readonly '/teams/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a team. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `teams:read`. */
    readonly '/teams/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a team is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `teams:read`. */
    readonly '/teams/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a team. What each found and decided, the latest first. Needs the scope `teams:read`. */
    readonly '/teams/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a team. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `teams:read`. */
    readonly '/teams/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a team. The newest first, without their documents. Needs the scope `teams:read`. */
    readonly '/teams/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a team. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `teams:read`. */
    readonly '/teams/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a team. As it was published. Needs the scope `teams:read`. */
    readonly '/teams/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List template helpers. What templates can call: what is built in, then what plugins add. All on one page. Needs the scope `plugins:read`. */
    readonly '/template-helpers': { readonly data: readonly (Schemas['TemplateHelper'])[]; readonly item: Schemas['TemplateHelper'] };
    /** List topics. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `topics:read`. */
    readonly '/topics': { readonly query?: { readonly filter?: Schemas['FilterOfTopics']; readonly sort?: readonly ("basis" | "-basis" | "confirm" | "-confirm" | "order" | "-order" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "channels" | "basis" | "confirm" | "order" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Topic'])[]; readonly item: Schemas['Topic'] };
    /** Read a topic. The draft, and where it stands. Needs the scope `topics:read`. */
    readonly '/topics/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Topic'] };
    /** Read how the draft of a topic stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `topics:read`. */
    readonly '/topics/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a topic. Replies among them. Needs the scope `topics:read`. */
    readonly '/topics/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a topic. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `topics:read`. */
    readonly '/topics/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a topic is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `topics:read`. */
    readonly '/topics/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a topic. What each found and decided, the latest first. Needs the scope `topics:read`. */
    readonly '/topics/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a topic. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `topics:read`. */
    readonly '/topics/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a topic. The newest first, without their documents. Needs the scope `topics:read`. */
    readonly '/topics/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a topic. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `topics:read`. */
    readonly '/topics/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a topic. As it was published. Needs the scope `topics:read`. */
    readonly '/topics/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List touchpoints. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints': { readonly query?: { readonly filter?: Schemas['FilterOfTouchpoints']; readonly sort?: readonly ("kind" | "-kind" | "channel" | "-channel" | "direction" | "-direction" | "phaseSet" | "-phaseSet" | "phase" | "-phase" | "department" | "-department" | "policy" | "-policy" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "kind" | "channel" | "direction" | "phaseSet" | "phase" | "department" | "devices" | "value" | "data" | "templates" | "policy" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Touchpoint'])[]; readonly item: Schemas['Touchpoint'] };
    /** Read a touchpoint. The draft, and where it stands. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Touchpoint'] };
    /** Read how the draft of a touchpoint stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a touchpoint. Replies among them. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a touchpoint. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a touchpoint is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a touchpoint. What each found and decided, the latest first. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a touchpoint. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a touchpoint. The newest first, without their documents. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a touchpoint. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a touchpoint. As it was published. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List the traits that customers have. Inferred from the 1000 customers who came last, beside those that are declared. Needs the scope `customers:read`. */
    readonly '/trait-inventory': { readonly data: Schemas['TraitInventory'] };
    /** List traits. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `traits:read`. */
    readonly '/traits': { readonly query?: { readonly filter?: Schemas['FilterOfTraits']; readonly sort?: readonly ("trait" | "-trait" | "indexed" | "-indexed" | "personal" | "-personal" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "trait" | "schema" | "indexed" | "personal" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Trait'])[]; readonly item: Schemas['Trait'] };
    /** Read a trait. The draft, and where it stands. Needs the scope `traits:read`. */
    readonly '/traits/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Trait'] };
    /** Read how the draft of a trait stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `traits:read`. */
    readonly '/traits/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a trait. Replies among them. Needs the scope `traits:read`. */
    readonly '/traits/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a trait. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `traits:read`. */
    readonly '/traits/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** Read when a trait is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `traits:read`. */
    readonly '/traits/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a trait. What each found and decided, the latest first. Needs the scope `traits:read`. */
    readonly '/traits/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a trait. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `traits:read`. */
    readonly '/traits/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a trait. The newest first, without their documents. Needs the scope `traits:read`. */
    readonly '/traits/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a trait. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `traits:read`. */
    readonly '/traits/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a trait. As it was published. Needs the scope `traits:read`. */
    readonly '/traits/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List users. Those who are invited or disabled too; `role=editor` for those who have a role. Needs the scope `users:read`. */
    readonly '/users': { readonly query?: { readonly filter?: Schemas['FilterOfUsers']; readonly sort?: readonly ("id" | "-id" | "email" | "-email" | "name" | "-name" | "status" | "-status" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastSignInAt" | "-lastSignInAt")[]; readonly role?: string; readonly fields?: readonly ("id" | "email" | "name" | "locale" | "roles" | "status" | "revision" | "createdAt" | "updatedAt" | "lastSignInAt" | "passwordChangedAt" | "inviteExpiresAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['User'])[]; readonly item: Schemas['User'] };
    /** Read a user. Of the password no more than when it was set. Needs the scope `users:read`. */
    readonly '/users/{id}': { readonly path: { readonly id: number }; readonly data: Schemas['User'] };
    /** List webhooks. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `webhooks:read`. */
    readonly '/webhooks': { readonly query?: { readonly filter?: Schemas['FilterOfWebhooks']; readonly sort?: readonly ("key" | "-key" | "url" | "-url" | "active" | "-active" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt" | "reviewDueAt" | "-reviewDueAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "reviewDueAt" | "archived" | "scheduleFailure" | "description" | "url" | "events" | "active" | "headers" | "custom")[]; readonly include?: readonly ("completeness" | "reviewDueAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Webhook'])[]; readonly item: Schemas['Webhook'] };
    /** List the events that webhooks can hear of. Each with a JSON Schema of what is posted. Needs the scope `webhooks:read`. */
    readonly '/webhooks/events': { readonly data: readonly (Schemas['KindOfEvent'])[] };
    /** Read a webhook. The draft, and where it stands. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Webhook'] };
    /** Read how the draft of a webhook stands with its approvers. How many have to approve it, who has decided what, and whether it may be published. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/approval': { readonly path: { readonly key: string }; readonly data: Schemas['ApprovalOfADraft'] };
    /** List the comments on a webhook. Replies among them. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/comments': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfComments']; readonly sort?: readonly ("id" | "-id" | "thread" | "-thread" | "pointer" | "-pointer" | "author" | "-author" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "thread" | "pointer" | "text" | "author" | "createdAt" | "editedAt" | "resolved" | "resolvedAt" | "resolvedBy" | "revision")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Comment'])[]; readonly item: Schemas['Comment'] };
    /** Read a comment on a webhook. Its thread is a list: `filter[thread][eq]=9101`. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: Schemas['Comment'] };
    /** List a webhook's deliveries. Those of the last 30 days. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/deliveries': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfWebhookDeliveries']; readonly sort?: readonly ("id" | "-id" | "event" | "-event" | "status" | "-status" | "attempts" | "-attempts" | "responseStatus" | "-responseStatus" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt")[]; readonly fields?: readonly ("id" | "webhookId" | "event" | "status" | "attempts" | "responseStatus" | "responseBody" | "failure" | "createdAt" | "nextAttemptAt" | "finishedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['WebhookDelivery'])[]; readonly item: Schemas['WebhookDelivery'] };
    /** Read a delivery. With what is posted and how each attempt went. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/deliveries/{id}': { readonly path: { readonly id: string; readonly key: string }; readonly data: Schemas['WholeWebhookDelivery'] };
    /** Read how a webhook stands. Its secrets (never their text), whether its receiver is gone, and what waits. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/endpoint': { readonly path: { readonly key: string }; readonly data: Schemas['WebhookEndpoint'] };
    /** Read when a webhook is reviewed. How often, who sees to it, when the next review is due, and what the last one found. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: Schemas['ReviewPlan'] };
    /** List the reviews of a webhook. What each found and decided, the latest first. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/reviews': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfThingReviews']; readonly sort?: readonly ("id" | "-id" | "outcome" | "-outcome" | "version" | "-version" | "by" | "-by" | "createdAt" | "-createdAt")[]; readonly fields?: readonly ("id" | "outcome" | "note" | "decisions" | "version" | "by" | "createdAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Review'])[]; readonly item: Schemas['Review'] };
    /** List what refers to a webhook. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a webhook. The newest first, without their documents. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a webhook. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a webhook. As it was published. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** Is the process alive?. It answers: that is all. */
    readonly '/health/live': { readonly data: Schemas['Liveness'] };
    /** Can the process do its work?. Asks every part that it cannot do without. */
    readonly '/health/ready': { readonly data: Schemas['Readiness'] };
  };
  readonly POST: {
    /** Create an API token. The answer holds the token itself, this once. Nobody can give more than they may do themselves; roles count as they are when the token is used. Needs the scope `tokens:write`. */
    readonly '/api-tokens': { readonly body: Schemas['NewAPIToken']; readonly data: Schemas['APIToken'] };
    /** Sign in. Answers an access token for a quarter of an hour and a refresh token that works once. After five failures each further one doubles the wait, up to a quarter of an hour: `429` with `Retry-After`. */
    readonly '/auth/login': { readonly body: Schemas['SignIn']; readonly data: Schemas['SessionTokens'] };
    /** Sign out. Ends the session that this call is made from. */
    readonly '/auth/logout': { readonly data: undefined };
    /** Change your password. Ends your other sessions. */
    readonly '/auth/password': { readonly body: Schemas['ChangeOfPassword']; readonly data: undefined };
    /** Set a password by a link. With the token of an invitation, once. Ends all sessions of the user. */
    readonly '/auth/password-reset': { readonly body: Schemas['NewPasswordByLink']; readonly data: undefined };
    /** Carry a session on. New tokens for the refresh token. One that was used before ends the session: it has been copied. */
    readonly '/auth/refresh': { readonly body: Schemas['Refresh']; readonly data: Schemas['SessionTokens'] };
    /** Create a brand. As a draft, which may be unfinished. Needs the scope `brands:write`. */
    readonly '/brands': { readonly body: Schemas['BrandDraft'] & Required<Pick<Schemas['BrandDraft'], "key">>; readonly data: Schemas['Brand'] };
    /** Ask others to approve the draft of a brand. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `brands:write`. */
    readonly '/brands/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a brand. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a brand away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Brand'] };
    /** Copy a brand. The draft, secrets included, as the draft of a new key. Needs the scope `brands:write`. */
    readonly '/brands/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Brand'] };
    /** Comment on a brand. On the whole, or on a part of it; or in reply to a comment. Needs the scope `brands:comment`. */
    readonly '/brands/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a brand. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Brand'] };
    /** Record a review of a brand. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `brands:write`. */
    readonly '/brands/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a brand out of the archive. As a draft. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Brand'] };
    /** Take a brand out of use. Its versions stay in the history. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Brand'] };
    /** Check a brand. Tells what stops a publish; changes nothing. Needs the scope `brands:read`. */
    readonly '/brands/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a brand. Into the draft; what is published stays until the next publish. Needs the scope `brands:write`. */
    readonly '/brands/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Brand'] };
    /** Create a channel-policy. As a draft, which may be unfinished. Needs the scope `policies:write`. */
    readonly '/channel-policies': { readonly body: Schemas['ChannelPolicyDraft'] & Required<Pick<Schemas['ChannelPolicyDraft'], "key">>; readonly data: Schemas['ChannelPolicy'] };
    /** Ask others to approve the draft of a channel-policy. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a channel-policy. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a channel-policy away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['ChannelPolicy'] };
    /** Copy a channel-policy. The draft, secrets included, as the draft of a new key. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['ChannelPolicy'] };
    /** Comment on a channel-policy. On the whole, or on a part of it; or in reply to a comment. Needs the scope `policies:comment`. */
    readonly '/channel-policies/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a channel-policy. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['ChannelPolicy'] };
    /** Record a review of a channel-policy. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Try a channel policy on a message. What would happen if a step sent a template to a customer under this policy, as it is published, and those of the house: whether it would go out, when and on which channel, and everything that was looked at, in order. Nothing is written or sent. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/try': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: "en" | "fr" }; readonly body: Schemas['PolicyAttemptOrder']; readonly data: Schemas['PolicyAttempt'] };
    /** Take a channel-policy out of the archive. As a draft. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['ChannelPolicy'] };
    /** Take a channel-policy out of use. Its versions stay in the history. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['ChannelPolicy'] };
    /** Check a channel-policy. Tells what stops a publish; changes nothing. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a channel-policy. Into the draft; what is published stays until the next publish. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['ChannelPolicy'] };
    /** Create a connector. As a draft, which may be unfinished. Needs the scope `connectors:write`. */
    readonly '/connectors': { readonly body: Schemas['ConnectorDraft'] & Required<Pick<Schemas['ConnectorDraft'], "key">>; readonly data: Schemas['Connector'] };
    /** Ask others to approve the draft of a connector. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a connector. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a connector away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Copy a connector. The draft, secrets included, as the draft of a new key. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Connector'] };
    /** Comment on a connector. On the whole, or on a part of it; or in reply to a comment. Needs the scope `connectors:comment`. */
    readonly '/connectors/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Export everything anew. From the very beginning, every stream. Rows keep their ids, so that they replace what is there. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/exports/restart': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['StatusOfAnExport'] };
    /** Publish a connector. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Connector'] };
    /** Record a review of a connector. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Try a connector. Reaches the provider with the settings of the draft, and sends nothing. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/test': { readonly path: { readonly key: string }; readonly data: Schemas['HealthOfAConnector'] };
    /** Take a connector out of the archive. As a draft. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Take a connector out of use. Its versions stay in the history. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Check a connector. Tells what stops a publish; changes nothing. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a connector. Into the draft; what is published stays until the next publish. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Create a crm-sync. As a draft, which may be unfinished. Needs the scope `connectors:write`. */
    readonly '/crm-syncs': { readonly body: Schemas['CrmSyncDraft'] & Required<Pick<Schemas['CrmSyncDraft'], "key">>; readonly data: Schemas['CrmSync'] };
    /** Ask others to approve the draft of a crm-sync. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a crm-sync. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `connectors:publish`. */
    readonly '/crm-syncs/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a crm-sync away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `connectors:publish`. */
    readonly '/crm-syncs/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CrmSync'] };
    /** Copy a crm-sync. The draft, secrets included, as the draft of a new key. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['CrmSync'] };
    /** Comment on a crm-sync. On the whole, or on a part of it; or in reply to a comment. Needs the scope `connectors:comment`. */
    readonly '/crm-syncs/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Pause a CRM sync. At the next page. It goes on where it was. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/pause': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['StatusOfACRMSync'] };
    /** Publish a crm-sync. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `connectors:publish`. */
    readonly '/crm-syncs/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['CrmSync'] };
    /** Go on with a CRM sync. At once, where it was. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/resume': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['StatusOfACRMSync'] };
    /** Read everything of the CRM anew. From the very beginning. What is in step stays as it is, and no event is told twice. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/resync': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['StatusOfACRMSync'] };
    /** Record a review of a crm-sync. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Compare with the CRM now. Does not wait for its time. One that is at work begins anew when it is done. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/run': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['StatusOfACRMSync'] };
    /** Take a crm-sync out of the archive. As a draft. Needs the scope `connectors:publish`. */
    readonly '/crm-syncs/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CrmSync'] };
    /** Take a crm-sync out of use. Its versions stay in the history. Needs the scope `connectors:publish`. */
    readonly '/crm-syncs/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CrmSync'] };
    /** Check a crm-sync. Tells what stops a publish; changes nothing. Needs the scope `connectors:read`. */
    readonly '/crm-syncs/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a crm-sync. Into the draft; what is published stays until the next publish. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CrmSync'] };
    /** Create a custom field. As a draft, which may be unfinished. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields': { readonly body: Schemas['CustomFieldDraft'] & Required<Pick<Schemas['CustomFieldDraft'], "key">>; readonly data: Schemas['CustomField'] };
    /** Ask others to approve the draft of a custom field. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a custom field. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `custom-fields:publish`. */
    readonly '/custom-fields/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a custom field away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `custom-fields:publish`. */
    readonly '/custom-fields/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CustomField'] };
    /** Copy a custom field. The draft, secrets included, as the draft of a new key. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['CustomField'] };
    /** Comment on a custom field. On the whole, or on a part of it; or in reply to a comment. Needs the scope `custom-fields:comment`. */
    readonly '/custom-fields/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a custom field. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `custom-fields:publish`. */
    readonly '/custom-fields/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['CustomField'] };
    /** Record a review of a custom field. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a custom field out of the archive. As a draft. Needs the scope `custom-fields:publish`. */
    readonly '/custom-fields/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CustomField'] };
    /** Take a custom field out of use. Its versions stay in the history. Needs the scope `custom-fields:publish`. */
    readonly '/custom-fields/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CustomField'] };
    /** Check a custom field. Tells what stops a publish; changes nothing. Needs the scope `custom-fields:read`. */
    readonly '/custom-fields/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a custom field. Into the draft; what is published stays until the next publish. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['CustomField'] };
    /** Import customers. A CSV or NDJSON file of any length, streamed. It is answered once every row is on disk; GET /imports/:id tells how the work on them goes on. A row is a merge patch: what it does not name stays as it is. Needs the scope `customers:import`. */
    readonly '/customers/import': { readonly query?: { readonly format?: "csv" | "ndjson"; readonly dry_run?: boolean; readonly mapping?: string; readonly delimiter?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly empty?: "keep" | "null"; readonly erased?: "reject" | "take" }; readonly raw: NonNullable<RequestInit['body']>; readonly data: Schemas['CustomerImport'] };
    /** Merge two customers. Enrollments, events, messages and consents move; docs/explanation/identity.md has the rule of every field. It cannot be undone. Two merges of the same customers in opposite directions end in one customer. Needs the scope `customers:merge`. */
    readonly '/customers/merge': { readonly body: Schemas['NewMergeOfCustomers']; readonly data: Schemas['MergeOutcome'] };
    /** Erase a customer. Deletes or anonymises everything about them, in one transaction (GDPR, article 17); docs/explanation/privacy.md has what becomes of each table. It cannot be undone. What they did before and is sent again is dropped; what they do afterwards makes a new customer. Asked again, it answers the erasure that there was. Needs the scope `customers:erase`. */
    readonly '/customers/{id}/erase': { readonly path: { readonly id: string }; readonly body?: Schemas['ErasureRequest']; readonly data: Schemas['Erasure'] };
    /** Let another id lead to a customer. The customer is created where there is none. An anonymous customer of that id is merged; one who is known is not (409), and an id that was identified before stays with whom it was identified as. Needs the scope `customers:write`. */
    readonly '/customers/{id}/identities': { readonly path: { readonly id: string }; readonly body: Schemas['NewIdentity']; readonly data: Schemas['MergeOutcome'] };
    /** Note what was said. What a rep heard, what was told to support, what somebody wrote in public. It is on the timeline and in the conversation a moment later, and journeys can start with it: its event is `note.added`. Needs the scope `notes:write`. */
    readonly '/customers/{id}/notes': { readonly path: { readonly id: string }; readonly body: Schemas['NewNote']; readonly data: Schemas['AcceptedNote'] };
    /** Put one back into its lane. Once what was wrong is mended. Needs the scope `dead-letters:write`. */
    readonly '/dead-letters/{id}/replay': { readonly path: { readonly id: string }; readonly data: undefined };
    /** Do something with many enrollments. With those of a journey that were under way at the time of the request. Answered once it is on disk; GET /operations/:id tells how far it has come. Needs the scope `enrollments:operate`. */
    readonly '/enrollments/bulk': { readonly body: Schemas['BulkOperation']; readonly data: Schemas['Operation'] };
    /** Count whom a bulk operation would be about. Changes nothing. Needs the scope `enrollments:operate`. */
    readonly '/enrollments/bulk/preview': { readonly body: Schemas['BulkPreview']; readonly data: Schemas['BulkCount'] };
    /** Take a customer out. The enrollment ends where it stands; a message that no provider has yet is withdrawn. Needs the scope `enrollments:operate`. */
    readonly '/enrollments/{id}/exit': { readonly path: { readonly id: string }; readonly body: Schemas['Reason']; readonly data: Schemas['Operation'] };
    /** Move an enrollment to a step. To a step of the version that it is pinned to, and on from there. What was queued before is sent. Needs the scope `enrollments:operate`. */
    readonly '/enrollments/{id}/move': { readonly path: { readonly id: string }; readonly body: Schemas['Move']; readonly data: Schemas['Operation'] };
    /** Try again what failed for an enrollment. Its messages that were given up are sent, and what could not be worked is worked at once. Needs the scope `enrollments:operate`. */
    readonly '/enrollments/{id}/retry': { readonly path: { readonly id: string }; readonly body: Schemas['Reason']; readonly data: Schemas['Operation'] };
    /** End the wait of an enrollment. It goes where time would have led it: a wait to its next step, a wait for events to its time-out. Needs the scope `enrollments:operate`. */
    readonly '/enrollments/{id}/skip': { readonly path: { readonly id: string }; readonly body: Schemas['Reason']; readonly data: Schemas['Operation'] };
    /** Create a event definition. As a draft, which may be unfinished. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions': { readonly body: Schemas['EventDefinitionDraft'] & Required<Pick<Schemas['EventDefinitionDraft'], "key">>; readonly data: Schemas['EventDefinition'] };
    /** Ask others to approve the draft of a event definition. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a event definition. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `event-definitions:publish`. */
    readonly '/event-definitions/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a event definition away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `event-definitions:publish`. */
    readonly '/event-definitions/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['EventDefinition'] };
    /** Copy a event definition. The draft, secrets included, as the draft of a new key. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['EventDefinition'] };
    /** Comment on a event definition. On the whole, or on a part of it; or in reply to a comment. Needs the scope `event-definitions:comment`. */
    readonly '/event-definitions/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a event definition. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `event-definitions:publish`. */
    readonly '/event-definitions/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['EventDefinition'] };
    /** Record a review of a event definition. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a event definition out of the archive. As a draft. Needs the scope `event-definitions:publish`. */
    readonly '/event-definitions/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['EventDefinition'] };
    /** Take a event definition out of use. Its versions stay in the history. Needs the scope `event-definitions:publish`. */
    readonly '/event-definitions/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['EventDefinition'] };
    /** Check a event definition. Tells what stops a publish; changes nothing. Needs the scope `event-definitions:read`. */
    readonly '/event-definitions/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a event definition. Into the draft; what is published stays until the next publish. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['EventDefinition'] };
    /** Send events. One event, or a list of up to 1,000. Answered once they are on disk. Events that are not valid are listed and the others are taken; when none is valid the answer is 400. Events whose properties are not what their definition says are taken, marked, and told under `violations`. Needs the scope `events:write`. */
    readonly '/events': { readonly body: Schemas['Event'] | readonly (Schemas['Event'])[] | Schemas['BatchOfEvents']; readonly data: Schemas['AcceptedEvents'] };
    /** Record a change. What was changed because of the answer. The event feedback.changed tells the customer, so that journeys can. Needs the scope `feedback:write`. */
    readonly '/feedback/{id}/changes': { readonly path: { readonly id: string }; readonly body: Schemas['FeedbackChange']; readonly data: Schemas['Feedback'] };
    /** Import content. Brings the content in line with an export, or with a tar of a folder of YAML: all of it, or nothing. Up to 64 MiB. Needs the read scope of each type in it; without `dry_run`, `configuration:write` and the write or publish scope of each type that changes. Needs the scope `configuration:read`. */
    readonly '/import': { readonly query?: { readonly dry_run?: boolean; readonly publish?: boolean; readonly prune?: boolean; readonly force?: boolean; readonly plan?: string; readonly note?: string; readonly locale?: string }; readonly body: Schemas['ContentImport']; readonly data: Schemas['ImportPlan'] };
    /** Stop an import. What is worked stays; what waits is forgotten. Needs the scope `customers:import`. */
    readonly '/imports/{id}/cancel': { readonly path: { readonly id: string }; readonly data: Schemas['CustomerImport'] };
    /** Go on with an import that has failed. A crash needs none of this: an import goes on by itself where it was. Needs the scope `customers:import`. */
    readonly '/imports/{id}/resume': { readonly path: { readonly id: string }; readonly data: Schemas['CustomerImport'] };
    /** Create a journey map. As a draft, which may be unfinished. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps': { readonly body: Schemas['JourneyMapDraft'] & Required<Pick<Schemas['JourneyMapDraft'], "key">>; readonly data: Schemas['JourneyMap'] };
    /** Ask others to approve the draft of a journey map. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a journey map. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a journey map away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyMap'] };
    /** Copy a journey map. The draft, secrets included, as the draft of a new key. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['JourneyMap'] };
    /** Comment on a journey map. On the whole, or on a part of it; or in reply to a comment. Needs the scope `journey-maps:comment`. */
    readonly '/journey-maps/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a journey map. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['JourneyMap'] };
    /** Record a review of a journey map. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a journey map out of the archive. As a draft. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyMap'] };
    /** Take a journey map out of use. Its versions stay in the history. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyMap'] };
    /** Check a journey map. Tells what stops a publish; changes nothing. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a journey map. Into the draft; what is published stays until the next publish. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyMap'] };
    /** Create a journey-template. As a draft, which may be unfinished. Needs the scope `journeys:write`. */
    readonly '/journey-templates': { readonly body: Schemas['JourneyTemplateDraft'] & Required<Pick<Schemas['JourneyTemplateDraft'], "key">>; readonly data: Schemas['JourneyTemplate'] };
    /** Ask others to approve the draft of a journey-template. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a journey-template. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a journey-template away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Copy a journey-template. The draft, secrets included, as the draft of a new key. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['JourneyTemplate'] };
    /** Comment on a journey-template. On the whole, or on a part of it; or in reply to a comment. Needs the scope `journeys:comment`. */
    readonly '/journey-templates/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Count who would go over to the draft. How many of those under way would move when it is published, how many stay, and why. Changes nothing. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/migration-preview': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MigrationPreview'] };
    /** Publish a journey-template. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['PublishJourneyTemplates']; readonly data: Schemas['JourneyTemplate'] };
    /** Play a journey against real events. Leads customers through the draft with what they did in the last days, as if it had been published then: how many would have entered, gone each way, received and been spared messages, and how long it would have taken. Nothing is written or sent. Traits, consents and what is published are those of now, and nobody has been in the journey before. It takes a minute at the most and says whether it came to the end. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/replay': { readonly path: { readonly key: string }; readonly body: Schemas['NewJourneyReplay']; readonly data: Schemas['JourneyReplay'] };
    /** Record a review of a journey-template. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Simulate a journey. Leads one customer through the draft on a virtual clock, with the engine of production. Nothing is written or sent. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/simulate': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: "en" | "fr" }; readonly body: Schemas['NewSimulation']; readonly data: Schemas['Simulation'] };
    /** Run the tests of a journey. Those of the draft, as a publish runs them. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/test': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['ResultsOfJourneyTests'] };
    /** Take a journey-template out of the archive. As a draft. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Take a journey-template out of use. Its versions stay in the history. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['UnpublishJourneyTemplates']; readonly data: Schemas['JourneyTemplate'] };
    /** Check a journey-template. Tells what stops a publish; changes nothing. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a journey-template. Into the draft; what is published stays until the next publish. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Take those under way to the published version. As publishing with enrollments: migrate does: where the version has a step of the same key and type. Waits keep their due times. Needs the scope `journeys:operate`. */
    readonly '/journeys/{key}/migrate': { readonly path: { readonly key: string }; readonly body: Schemas['Reason']; readonly data: Schemas['Operation'] };
    /** Pause a journey. Nobody enters, and nobody takes a step: workers know with their next batch. What happens to those under way is kept for them. Messages that are queued already go out; pause those with POST /pauses. Needs the scope `journeys:operate`. */
    readonly '/journeys/{key}/pause': { readonly path: { readonly key: string }; readonly body: Schemas['PauseAJourney']; readonly data: Schemas['JourneyPause'] };
    /** Let a paused journey go on. Lane by lane: whose time has come goes on, and what came meanwhile is brought first, in its order. Needs the scope `journeys:operate`. */
    readonly '/journeys/{key}/resume': { readonly path: { readonly key: string }; readonly body: Schemas['Reason']; readonly data: Schemas['JourneyPause'] };
    /** Ask customers in. One customer, or a list of up to 1,000, with a context each. Answers per item, once the accepted ones are on disk; whether a customer then enters is decided by the journey: see its enrollments. Needs the scope `journeys:trigger`. */
    readonly '/journeys/{key}/trigger': { readonly path: { readonly key: string }; readonly body: Schemas['JourneyTrigger'] | readonly (Schemas['JourneyTrigger'])[] | Schemas['BatchOfCustomers']; readonly data: readonly (Schemas['TriggerAnswer'])[] };
    /** Create a KPI. As a draft, which may be unfinished. Needs the scope `kpis:write`. */
    readonly '/kpis': { readonly body: Schemas['KPIDraft'] & Required<Pick<Schemas['KPIDraft'], "key">>; readonly data: Schemas['KPI'] };
    /** Ask others to approve the draft of a KPI. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a KPI. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a KPI away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['KPI'] };
    /** Copy a KPI. The draft, secrets included, as the draft of a new key. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['KPI'] };
    /** Comment on a KPI. On the whole, or on a part of it; or in reply to a comment. Needs the scope `kpis:comment`. */
    readonly '/kpis/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a KPI. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['KPI'] };
    /** Record a review of a KPI. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a KPI out of the archive. As a draft. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['KPI'] };
    /** Take a KPI out of use. Its versions stay in the history. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['KPI'] };
    /** Check a KPI. Tells what stops a publish; changes nothing. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a KPI. Into the draft; what is published stays until the next publish. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['KPI'] };
    /** Create a message-template. As a draft, which may be unfinished. Needs the scope `templates:write`. */
    readonly '/message-templates': { readonly body: Schemas['MessageTemplateDraft'] & Required<Pick<Schemas['MessageTemplateDraft'], "key">>; readonly data: Schemas['MessageTemplate'] };
    /** Ask others to approve the draft of a message-template. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a message-template. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a message-template away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Copy a message-template. The draft, secrets included, as the draft of a new key. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['MessageTemplate'] };
    /** Comment on a message-template. On the whole, or on a part of it; or in reply to a comment. Needs the scope `templates:comment`. */
    readonly '/message-templates/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Preview a message template. Writes it for a customer, or with sample data, on every channel that it has. Nothing is sent or kept. What it needs and nobody gives stands as ‹name›. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/preview': { readonly path: { readonly key: string }; readonly body?: Schemas['NewPreview']; readonly data: Schemas['TemplatePreview'] };
    /** Publish a message-template. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['MessageTemplate'] };
    /** Record a review of a message-template. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Send a message template as a test. To an address of your own, through a connector. Its subject, title or first line begins with [Test]; an email has the header X-Parcours-Test. It belongs to no customer, counts for no cap, and is written into the audit log without the address. At most 20 a minute. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/send-test': { readonly path: { readonly key: string }; readonly body: Schemas['NewTest']; readonly data: Schemas['TemplateTest'] };
    /** Take a message-template out of the archive. As a draft. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Take a message-template out of use. Its versions stay in the history. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Check a message-template. Tells what stops a publish; changes nothing. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a message-template. Into the draft; what is published stays until the next publish. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Send failed messages again. Every message that has failed for good and that all members name, as if it had not been tried yet; `dryRun` counts them. Consent, suppressions, pauses and caps are looked at again. What is not worth sending any more, or was replaced by another message, is left out; what caps have no room for any more stays failed. Needs the scope `messages:operate`. */
    readonly '/messages/retry': { readonly body?: Schemas['RetryOfFailedMessages']; readonly data: Schemas['RetriedMessages'] };
    /** Send a failed message again. As if it had not been tried yet. Consent, suppressions, pauses and caps are looked at again; the journey that it belongs to is not told. Needs the scope `messages:operate`. */
    readonly '/messages/{id}/retry': { readonly path: { readonly id: string }; readonly data: Schemas['Message'] };
    /** Create a offer. As a draft, which may be unfinished. Needs the scope `offers:write`. */
    readonly '/offers': { readonly body: Schemas['OfferDraft'] & Required<Pick<Schemas['OfferDraft'], "key">>; readonly data: Schemas['Offer'] };
    /** Ask others to approve the draft of a offer. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `offers:write`. */
    readonly '/offers/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a offer. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a offer away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Copy a offer. The draft, secrets included, as the draft of a new key. Needs the scope `offers:write`. */
    readonly '/offers/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Offer'] };
    /** Comment on a offer. On the whole, or on a part of it; or in reply to a comment. Needs the scope `offers:comment`. */
    readonly '/offers/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a offer. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Offer'] };
    /** Record a review of a offer. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `offers:write`. */
    readonly '/offers/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a offer out of the archive. As a draft. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Take a offer out of use. Its versions stay in the history. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Check a offer. Tells what stops a publish; changes nothing. Needs the scope `offers:read`. */
    readonly '/offers/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a offer. Into the draft; what is published stays until the next publish. Needs the scope `offers:write`. */
    readonly '/offers/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Tell what came of a call. For systems without a connector: a person has done what the call asked for. Its step goes on by the outcome, the note is on the timeline, and the customer has the event that the step waits for (`action.completed` where it waits for none). Told once more, nothing happens; told differently, it is the event `action.corrected`. Needs the scope `events:write`. */
    readonly '/outside-calls/{id}/complete': { readonly path: { readonly id: string }; readonly body: Schemas['Completion']; readonly data: Schemas['OutsideCall'] };
    /** Give a waiting call up. It is not made again: its customer goes on by the way of failures. Needs the scope `enrollments:operate`. */
    readonly '/outside-calls/{id}/give-up': { readonly path: { readonly id: string }; readonly body: Schemas['Reason']; readonly data: Schemas['OutsideCall'] };
    /** Make a call at once, or once more. One that waits for its next attempt is made at once. One that has failed is made anew, with the same Idempotency-Key; its customer has gone on and stays where they are. Needs the scope `enrollments:operate`. */
    readonly '/outside-calls/{id}/retry': { readonly path: { readonly id: string }; readonly body: Schemas['Reason']; readonly data: Schemas['OutsideCall'] };
    /** Hold messages. Journeys go on, and what they decide to send waits: every delivery knows with its next batch. What a provider is being handed this moment goes out. Needs the scope `messages:operate`. */
    readonly '/pauses': { readonly body: Schemas['NewPause']; readonly data: Schemas['Pause'] };
    /** Count what a pause would hold. Changes nothing. Needs the scope `messages:operate`. */
    readonly '/pauses/preview': { readonly body?: Schemas['PauseSubject']; readonly data: Schemas['PauseCount'] };
    /** Create a persona. As a draft, which may be unfinished. Needs the scope `personas:write`. */
    readonly '/personas': { readonly body: Schemas['PersonaDraft'] & Required<Pick<Schemas['PersonaDraft'], "key">>; readonly data: Schemas['Persona'] };
    /** Count who would belong to a persona, and see some of them, before anything is saved. With few customers everybody is counted; with many a sample is, and `margin` says how far the count may be out. Needs the scope `customers:read`. */
    readonly '/personas/preview': { readonly body: Schemas['PersonaPreview']; readonly data: Schemas['PreviewOfMembers'] };
    /** Ask others to approve the draft of a persona. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `personas:write`. */
    readonly '/personas/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a persona. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a persona away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Persona'] };
    /** Copy a persona. The draft, secrets included, as the draft of a new key. Needs the scope `personas:write`. */
    readonly '/personas/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Persona'] };
    /** Comment on a persona. On the whole, or on a part of it; or in reply to a comment. Needs the scope `personas:comment`. */
    readonly '/personas/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Count who would belong to a persona by its draft, and see some of them. As the draft is now, published or not. Needs the scope `customers:read`. */
    readonly '/personas/{key}/preview': { readonly path: { readonly key: string }; readonly data: Schemas['PreviewOfMembers'] };
    /** Publish a persona. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Persona'] };
    /** Record a review of a persona. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `personas:write`. */
    readonly '/personas/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a persona out of the archive. As a draft. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Persona'] };
    /** Take a persona out of use. Its versions stay in the history. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Persona'] };
    /** Check a persona. Tells what stops a publish; changes nothing. Needs the scope `personas:read`. */
    readonly '/personas/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a persona. Into the draft; what is published stays until the next publish. Needs the scope `personas:write`. */
    readonly '/personas/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Persona'] };
    /** Create a phase set. As a draft, which may be unfinished. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets': { readonly body: Schemas['PhaseSetDraft'] & Required<Pick<Schemas['PhaseSetDraft'], "key">>; readonly data: Schemas['PhaseSet'] };
    /** Ask others to approve the draft of a phase set. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a phase set. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a phase set away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Copy a phase set. The draft, secrets included, as the draft of a new key. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['PhaseSet'] };
    /** Comment on a phase set. On the whole, or on a part of it; or in reply to a comment. Needs the scope `phase-sets:comment`. */
    readonly '/phase-sets/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a phase set. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['PhaseSet'] };
    /** Record a review of a phase set. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a phase set out of the archive. As a draft. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Take a phase set out of use. Its versions stay in the history. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Check a phase set. Tells what stops a publish; changes nothing. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a phase set. Into the draft; what is published stays until the next publish. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Switch a plugin off. Nothing goes by it any more, in any process, from the next batch on: messages, actions and steps wait, and nothing is lost. One that is off stays off. Needs the scope `plugins:manage`. */
    readonly '/plugins/{id}/disable': { readonly path: { readonly id: string }; readonly body?: Schemas['SwitchingAPluginOff']; readonly data: Schemas['Plugin'] };
    /** Switch a plugin on again. What waited for it goes out with the next tries. One that is on stays on. Needs the scope `plugins:manage`. */
    readonly '/plugins/{id}/enable': { readonly path: { readonly id: string }; readonly data: Schemas['Plugin'] };
    /** Create a release. Things to publish, or take out of use, together; with `at` it is planned too. Needs the scope `releases:write`. */
    readonly '/releases': { readonly body: Schemas['NewRelease']; readonly data: Schemas['Release'] };
    /** Publish a release. All of its members or none, at once or at a time. Needs the publish scope of each type in it. Needs the scope `releases:publish`. */
    readonly '/releases/{id}/publish': { readonly path: { readonly id: number }; readonly body?: Schemas['ReleasePublish']; readonly data: Schemas['Release'] };
    /** Roll a release back. Each member to what was published of it before, all of them or none. Refused when one has changed since. Needs the scope `releases:publish`. */
    readonly '/releases/{id}/rollback': { readonly path: { readonly id: number }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Release'] };
    /** Check a release. As a whole: its members may refer to each other. Changes nothing. Needs the scope `releases:read`. */
    readonly '/releases/{id}/validate': { readonly path: { readonly id: number }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Create a role. Of scopes that the caller has. Needs the scope `roles:write`. */
    readonly '/roles': { readonly body: Schemas['NewRole']; readonly data: Schemas['Role'] };
    /** Create a segment. As a draft, which may be unfinished. Needs the scope `segments:write`. */
    readonly '/segments': { readonly body: Schemas['SegmentDraft'] & Required<Pick<Schemas['SegmentDraft'], "key">>; readonly data: Schemas['Segment'] };
    /** Count who would belong to a segment, and see some of them, before anything is saved. With few customers everybody is counted; with many a sample is, and `margin` says how far the count may be out. Needs the scope `customers:read`. */
    readonly '/segments/preview': { readonly body?: Schemas['SegmentPreview']; readonly data: Schemas['PreviewOfMembers'] };
    /** Ask others to approve the draft of a segment. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `segments:write`. */
    readonly '/segments/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a segment. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a segment away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Copy a segment. The draft, secrets included, as the draft of a new key. Needs the scope `segments:write`. */
    readonly '/segments/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Segment'] };
    /** Comment on a segment. On the whole, or on a part of it; or in reply to a comment. Needs the scope `segments:comment`. */
    readonly '/segments/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Count who would belong to a segment by its draft, and see some of them. As the draft is now, published or not. Needs the scope `customers:read`. */
    readonly '/segments/{key}/preview': { readonly path: { readonly key: string }; readonly data: Schemas['PreviewOfMembers'] };
    /** Publish a segment. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Segment'] };
    /** Record a review of a segment. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `segments:write`. */
    readonly '/segments/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a segment out of the archive. As a draft. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Take a segment out of use. Its versions stay in the history. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Check a segment. Tells what stops a publish; changes nothing. Needs the scope `segments:read`. */
    readonly '/segments/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a segment. Into the draft; what is published stays until the next publish. Needs the scope `segments:write`. */
    readonly '/segments/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Suppress an address. Nothing is sent to it, whoever’s it is and whatever they have consented to. Needs the scope `suppressions:write`. */
    readonly '/suppressions': { readonly body: Schemas['NewSuppression']; readonly data: Schemas['Suppression'] };
    /** Suppress many addresses. One address a line, as many as you like. Sent again, it adds what is missing. Needs the scope `suppressions:write`. */
    readonly '/suppressions/import': { readonly query?: { readonly channel?: string; readonly reason?: "bounced" | "complained" | "requested" | "invalid" | "legal" | "manual"; readonly expiresAt?: string }; readonly raw: NonNullable<RequestInit['body']>; readonly data: Schemas['ImportOfSuppressions'] };
    /** Create a survey. As a draft, which may be unfinished. Needs the scope `surveys:write`. */
    readonly '/surveys': { readonly body: Schemas['SurveyDraft'] & Required<Pick<Schemas['SurveyDraft'], "key">>; readonly data: Schemas['Survey'] };
    /** Ask others to approve the draft of a survey. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a survey. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a survey away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Copy a survey. The draft, secrets included, as the draft of a new key. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Survey'] };
    /** Comment on a survey. On the whole, or on a part of it; or in reply to a comment. Needs the scope `surveys:comment`. */
    readonly '/surveys/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a survey. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Survey'] };
    /** Record a review of a survey. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a survey out of the archive. As a draft. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Take a survey out of use. Its versions stay in the history. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Check a survey. Tells what stops a publish; changes nothing. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a survey. Into the draft; what is published stays until the next publish. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Create a team. As a draft, which may be unfinished. Needs the scope `teams:write`. */
    readonly '/teams': { readonly body: Schemas['TeamDraft'] & Required<Pick<Schemas['TeamDraft'], "key">>; readonly data: Schemas['Team'] };
    /** Ask others to approve the draft of a team. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `teams:write`. */
    readonly '/teams/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a team. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `teams:publish`. */
    readonly '/teams/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a team away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `teams:publish`. */
    readonly '/teams/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Team'] };
    /** Copy a team. The draft, secrets included, as the draft of a new key. Needs the scope `teams:write`. */
    readonly '/teams/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Team'] };
    /** Comment on a team. On the whole, or on a part of it; or in reply to a comment. Needs the scope `teams:comment`. */
    readonly '/teams/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a team. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `teams:publish`. */
    readonly '/teams/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Team'] };
    /** Record a review of a team. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `teams:write`. */
    readonly '/teams/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a team out of the archive. As a draft. Needs the scope `teams:publish`. */
    readonly '/teams/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Team'] };
    /** Take a team out of use. Its versions stay in the history. Needs the scope `teams:publish`. */
    readonly '/teams/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Team'] };
    /** Check a team. Tells what stops a publish; changes nothing. Needs the scope `teams:read`. */
    readonly '/teams/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a team. Into the draft; what is published stays until the next publish. Needs the scope `teams:write`. */
    readonly '/teams/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Team'] };
    /** Create a topic. As a draft, which may be unfinished. Needs the scope `topics:write`. */
    readonly '/topics': { readonly body: Schemas['TopicDraft'] & Required<Pick<Schemas['TopicDraft'], "key">>; readonly data: Schemas['Topic'] };
    /** Ask others to approve the draft of a topic. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `topics:write`. */
    readonly '/topics/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a topic. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `topics:publish`. */
    readonly '/topics/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a topic away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `topics:publish`. */
    readonly '/topics/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Topic'] };
    /** Copy a topic. The draft, secrets included, as the draft of a new key. Needs the scope `topics:write`. */
    readonly '/topics/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Topic'] };
    /** Comment on a topic. On the whole, or on a part of it; or in reply to a comment. Needs the scope `topics:comment`. */
    readonly '/topics/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a topic. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `topics:publish`. */
    readonly '/topics/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Topic'] };
    /** Record a review of a topic. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `topics:write`. */
    readonly '/topics/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a topic out of the archive. As a draft. Needs the scope `topics:publish`. */
    readonly '/topics/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Topic'] };
    /** Take a topic out of use. Its versions stay in the history. Needs the scope `topics:publish`. */
    readonly '/topics/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Topic'] };
    /** Check a topic. Tells what stops a publish; changes nothing. Needs the scope `topics:read`. */
    readonly '/topics/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a topic. Into the draft; what is published stays until the next publish. Needs the scope `topics:write`. */
    readonly '/topics/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Topic'] };
    /** Create a touchpoint. As a draft, which may be unfinished. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints': { readonly body: Schemas['TouchpointDraft'] & Required<Pick<Schemas['TouchpointDraft'], "key">>; readonly data: Schemas['Touchpoint'] };
    /** Ask others to approve the draft of a touchpoint. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a touchpoint. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a touchpoint away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Copy a touchpoint. The draft, secrets included, as the draft of a new key. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Touchpoint'] };
    /** Comment on a touchpoint. On the whole, or on a part of it; or in reply to a comment. Needs the scope `touchpoints:comment`. */
    readonly '/touchpoints/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a touchpoint. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Touchpoint'] };
    /** Record a review of a touchpoint. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a touchpoint out of the archive. As a draft. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Take a touchpoint out of use. Its versions stay in the history. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Check a touchpoint. Tells what stops a publish; changes nothing. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a touchpoint. Into the draft; what is published stays until the next publish. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Create a trait. As a draft, which may be unfinished. Needs the scope `traits:write`. */
    readonly '/traits': { readonly body: Schemas['TraitDraft'] & Required<Pick<Schemas['TraitDraft'], "key">>; readonly data: Schemas['Trait'] };
    /** Ask others to approve the draft of a trait. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `traits:write`. */
    readonly '/traits/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a trait. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `traits:publish`. */
    readonly '/traits/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a trait away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `traits:publish`. */
    readonly '/traits/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Trait'] };
    /** Copy a trait. The draft, secrets included, as the draft of a new key. Needs the scope `traits:write`. */
    readonly '/traits/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Trait'] };
    /** Comment on a trait. On the whole, or on a part of it; or in reply to a comment. Needs the scope `traits:comment`. */
    readonly '/traits/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Publish a trait. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `traits:publish`. */
    readonly '/traits/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Trait'] };
    /** Record a review of a trait. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `traits:write`. */
    readonly '/traits/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Take a trait out of the archive. As a draft. Needs the scope `traits:publish`. */
    readonly '/traits/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Trait'] };
    /** Take a trait out of use. Its versions stay in the history. Needs the scope `traits:publish`. */
    readonly '/traits/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Trait'] };
    /** Check a trait. Tells what stops a publish; changes nothing. Needs the scope `traits:read`. */
    readonly '/traits/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a trait. Into the draft; what is published stays until the next publish. Needs the scope `traits:write`. */
    readonly '/traits/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Trait'] };
    /** Create a user. With a password, or without and then invited. Nobody can give roles that allow more than their own. Needs the scope `users:write`. */
    readonly '/users': { readonly body: Schemas['NewUser']; readonly data: Schemas['User'] };
    /** Invite a user, or let them set a new password. Answers a token, this once, with which the user can set a password, once, within 72 hours; nothing is sent. A new one takes the place of the one before. Needs the scope `users:write`. */
    readonly '/users/{id}/invite': { readonly path: { readonly id: number }; readonly data: Schemas['Invitation'] };
    /** Create a webhook. As a draft, which may be unfinished. Needs the scope `webhooks:write`. */
    readonly '/webhooks': { readonly body: Schemas['WebhookDraft'] & Required<Pick<Schemas['WebhookDraft'], "key">>; readonly data: Schemas['Webhook'] };
    /** Ask others to approve the draft of a webhook. Webhooks hear of it, and it is listed at /approval-requests. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/approval-requests': { readonly path: { readonly key: string }; readonly body?: Schemas['NewApprovalRequest']; readonly data: Schemas['ApprovalRequest'] };
    /** Approve or reject the draft of a webhook. The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/approvals': { readonly path: { readonly key: string }; readonly body: Schemas['DecisionAboutADraft']; readonly data: Schemas['ApprovalOfADraft'] };
    /** Put a webhook away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Copy a webhook. The draft, secrets included, as the draft of a new key. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Webhook'] };
    /** Comment on a webhook. On the whole, or on a part of it; or in reply to a comment. Needs the scope `webhooks:comment`. */
    readonly '/webhooks/{key}/comments': { readonly path: { readonly key: string }; readonly body: Schemas['NewComment']; readonly data: Schemas['Comment'] };
    /** Deliver once more. At once, with the same webhook-id, whether it has arrived before or not. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/deliveries/{id}/replay': { readonly path: { readonly id: string; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['WholeWebhookDelivery'] };
    /** Deliver to a webhook again. After its receiver had said that it is gone (410). Publishing a change does the same. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/enable': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['WebhookEndpoint'] };
    /** Publish a webhook. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Webhook'] };
    /** Deliver everything since a time once more. What was given up, or with `of: all` what has arrived too. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/replay': { readonly path: { readonly key: string }; readonly body: Schemas['Replay']; readonly data: Schemas['Replayed'] };
    /** Record a review of a webhook. What it found and what is decided. Moves the due date; changes nothing of the thing. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/reviews': { readonly path: { readonly key: string }; readonly body: Schemas['NewReview']; readonly data: Schemas['RecordedReview'] };
    /** Make a new secret for a webhook. The answer holds it, this once. For 24 hours deliveries are signed with the secret before as well. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/rotate-secret': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['WebhookSecret'] };
    /** Try a webhook out. Posts `webhook.test` to the address in the draft, once and at once, and answers how it went. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/test': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['WholeWebhookDelivery'] };
    /** Take a webhook out of the archive. As a draft. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Take a webhook out of use. Its versions stay in the history. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Check a webhook. Tells what stops a publish; changes nothing. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a webhook. Into the draft; what is published stays until the next publish. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Collect that two ids are one customer. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/alias': { readonly body: Schemas['CollectorCallAlias']; readonly data: Schemas['Collected'] };
    /** Collect many calls at once. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/batch': { readonly body: Schemas['CollectorBatch']; readonly data: Schemas['Collected'] };
    /** Collect what a customer belongs to. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/group': { readonly body: Schemas['CollectorCallGroup']; readonly data: Schemas['Collected'] };
    /** Collect who a customer is. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/identify': { readonly body: Schemas['CollectorCallIdentify']; readonly data: Schemas['Collected'] };
    /** Collect that a page was looked at. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/page': { readonly body: Schemas['CollectorCallPage']; readonly data: Schemas['Collected'] };
    /** Collect that a screen was looked at. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/screen': { readonly body: Schemas['CollectorCallScreen']; readonly data: Schemas['Collected'] };
    /** Collect something that was done. To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on disk; 5xx and 429 are to be sent again, anything else is not. Needs the scope `events:write`. */
    readonly '/v1/track': { readonly body: Schemas['CollectorCallTrack']; readonly data: Schemas['Collected'] };
  };
  readonly PUT: {
    /** Have drafts of a content type approved before they are published. By how many others than the last author: now, planned and in releases alike. Needs the scope `approval-rules:manage`. */
    readonly '/approval-rules/{type}': { readonly path: { readonly type: string }; readonly body: Schemas['NewApprovalRule']; readonly data: Schemas['ApprovalRule'] };
    /** Create or replace a brand. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `brands:write`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['BrandDraft']; readonly data: Schemas['Brand'] };
    /** Plan the reviews of a brand. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `brands:write`. */
    readonly '/brands/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a channel-policy. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['ChannelPolicyDraft']; readonly data: Schemas['ChannelPolicy'] };
    /** Plan the reviews of a channel-policy. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a connector. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['ConnectorDraft']; readonly data: Schemas['Connector'] };
    /** Plan the reviews of a connector. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a crm-sync. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['CrmSyncDraft']; readonly data: Schemas['CrmSync'] };
    /** Plan the reviews of a crm-sync. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a custom field. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['CustomFieldDraft']; readonly data: Schemas['CustomField'] };
    /** Plan the reviews of a custom field. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create a customer, or replace what is known of one. What is left out is emptied, consents apart: those have routes of their own. Needs the scope `customers:write`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly body: Schemas['CustomerTraits']; readonly data: Schemas['Customer'] };
    /** Say everything that a customer has decided. What is left out becomes unknown. Every change is kept in the history. Needs the scope `consents:write`. */
    readonly '/customers/{id}/consents': { readonly path: { readonly id: string }; readonly body: Schemas['ConsentsToWrite']; readonly data: Schemas['Consents'] };
    /** Create or replace a event definition. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['EventDefinitionDraft']; readonly data: Schemas['EventDefinition'] };
    /** Plan the reviews of a event definition. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Say how long events of a name are kept. What is older is deleted bit by bit from now on. Customers keep the traits that events have brought, journeys go on. Needs the scope `events:retain`. */
    readonly '/event-retention/{event}': { readonly path: { readonly event: string }; readonly body: Schemas['EventRetention']; readonly data: undefined };
    /** Create or replace a journey map. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['JourneyMapDraft']; readonly data: Schemas['JourneyMap'] };
    /** Plan the reviews of a journey map. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a journey-template. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['JourneyTemplateDraft']; readonly data: Schemas['JourneyTemplate'] };
    /** Plan the reviews of a journey-template. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a KPI. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['KPIDraft']; readonly data: Schemas['KPI'] };
    /** Plan the reviews of a KPI. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a message-template. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['MessageTemplateDraft']; readonly data: Schemas['MessageTemplate'] };
    /** Plan the reviews of a message-template. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a offer. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `offers:write`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['OfferDraft']; readonly data: Schemas['Offer'] };
    /** Plan the reviews of a offer. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `offers:write`. */
    readonly '/offers/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a persona. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `personas:write`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['PersonaDraft']; readonly data: Schemas['Persona'] };
    /** Plan the reviews of a persona. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `personas:write`. */
    readonly '/personas/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a phase set. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['PhaseSetDraft']; readonly data: Schemas['PhaseSet'] };
    /** Plan the reviews of a phase set. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Set a secret. It takes the place of one of the same name, in every call that is made from then on. Needs the scope `secrets:write`. */
    readonly '/secrets/{name}': { readonly path: { readonly name: string }; readonly body: Schemas['SecretOrder']; readonly data: Schemas['Secret'] };
    /** Create or replace a segment. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `segments:write`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['SegmentDraft']; readonly data: Schemas['Segment'] };
    /** Plan the reviews of a segment. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `segments:write`. */
    readonly '/segments/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a survey. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['SurveyDraft']; readonly data: Schemas['Survey'] };
    /** Plan the reviews of a survey. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a team. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `teams:write`. */
    readonly '/teams/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['TeamDraft']; readonly data: Schemas['Team'] };
    /** Plan the reviews of a team. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `teams:write`. */
    readonly '/teams/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a topic. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `topics:write`. */
    readonly '/topics/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['TopicDraft']; readonly data: Schemas['Topic'] };
    /** Plan the reviews of a topic. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `topics:write`. */
    readonly '/topics/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a touchpoint. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['TouchpointDraft']; readonly data: Schemas['Touchpoint'] };
    /** Plan the reviews of a touchpoint. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a trait. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `traits:write`. */
    readonly '/traits/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['TraitDraft']; readonly data: Schemas['Trait'] };
    /** Plan the reviews of a trait. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `traits:write`. */
    readonly '/traits/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
    /** Create or replace a webhook. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['WebhookDraft']; readonly data: Schemas['Webhook'] };
    /** Plan the reviews of a webhook. How often, and who sees to it. Webhooks hear of each due date. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/review-plan': { readonly path: { readonly key: string }; readonly body: Schemas['NewReviewPlan']; readonly data: Schemas['ReviewPlan'] };
  };
  readonly PATCH: {
    /** Rename an API token. All else of a token stays as it was made. Needs the scope `tokens:write`. */
    readonly '/api-tokens/{id}': { readonly path: { readonly id: string }; readonly body: Schemas['ChangeOfAnAPIToken']; readonly data: Schemas['APIToken'] };
    /** Change a brand. JSON merge patch (RFC 7396) of the draft. Needs the scope `brands:write`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['BrandPatch']; readonly data: Schemas['Brand'] };
    /** Change a comment on a brand, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `brands:comment`. */
    readonly '/brands/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a channel-policy. JSON merge patch (RFC 7396) of the draft. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['ChannelPolicyPatch']; readonly data: Schemas['ChannelPolicy'] };
    /** Change a comment on a channel-policy, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `policies:comment`. */
    readonly '/channel-policies/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a connector. JSON merge patch (RFC 7396) of the draft. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['ConnectorPatch']; readonly data: Schemas['Connector'] };
    /** Change a comment on a connector, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `connectors:comment`. */
    readonly '/connectors/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a crm-sync. JSON merge patch (RFC 7396) of the draft. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['CrmSyncPatch']; readonly data: Schemas['CrmSync'] };
    /** Change a comment on a crm-sync, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `connectors:comment`. */
    readonly '/crm-syncs/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a custom field. JSON merge patch (RFC 7396) of the draft. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['CustomFieldPatch']; readonly data: Schemas['CustomField'] };
    /** Change a comment on a custom field, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `custom-fields:comment`. */
    readonly '/custom-fields/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change some of what is known of a customer. A JSON merge patch (RFC 7396): null removes a trait or empties a list; a list replaces the list. Needs the scope `customers:write`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly body?: Schemas['ChangeOfACustomer']; readonly data: Schemas['Customer'] };
    /** Add decisions of a customer. What is not named stays as it is. Needs the scope `consents:write`. */
    readonly '/customers/{id}/consents': { readonly path: { readonly id: string }; readonly body: Schemas['ConsentsToWrite']; readonly data: Schemas['Consents'] };
    /** Change a event definition. JSON merge patch (RFC 7396) of the draft. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['EventDefinitionPatch']; readonly data: Schemas['EventDefinition'] };
    /** Change a comment on a event definition, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `event-definitions:comment`. */
    readonly '/event-definitions/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a journey map. JSON merge patch (RFC 7396) of the draft. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['JourneyMapPatch']; readonly data: Schemas['JourneyMap'] };
    /** Change a comment on a journey map, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `journey-maps:comment`. */
    readonly '/journey-maps/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a journey-template. JSON merge patch (RFC 7396) of the draft. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['JourneyTemplatePatch']; readonly data: Schemas['JourneyTemplate'] };
    /** Change a comment on a journey-template, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `journeys:comment`. */
    readonly '/journey-templates/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a KPI. JSON merge patch (RFC 7396) of the draft. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['KPIPatch']; readonly data: Schemas['KPI'] };
    /** Change a comment on a KPI, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `kpis:comment`. */
    readonly '/kpis/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a message-template. JSON merge patch (RFC 7396) of the draft. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['MessageTemplatePatch']; readonly data: Schemas['MessageTemplate'] };
    /** Change a comment on a message-template, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `templates:comment`. */
    readonly '/message-templates/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a offer. JSON merge patch (RFC 7396) of the draft. Needs the scope `offers:write`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['OfferPatch']; readonly data: Schemas['Offer'] };
    /** Change a comment on a offer, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `offers:comment`. */
    readonly '/offers/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a persona. JSON merge patch (RFC 7396) of the draft. Needs the scope `personas:write`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['PersonaPatch']; readonly data: Schemas['Persona'] };
    /** Change a comment on a persona, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `personas:comment`. */
    readonly '/personas/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a phase set. JSON merge patch (RFC 7396) of the draft. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['PhaseSetPatch']; readonly data: Schemas['PhaseSet'] };
    /** Change a comment on a phase set, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `phase-sets:comment`. */
    readonly '/phase-sets/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a role. Counts for everybody who has it from the next call on, in other processes within five seconds. Needs the scope `roles:write`. */
    readonly '/roles/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['ChangeOfARole']; readonly data: Schemas['Role'] };
    /** Change a segment. JSON merge patch (RFC 7396) of the draft. Needs the scope `segments:write`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['SegmentPatch']; readonly data: Schemas['Segment'] };
    /** Change a comment on a segment, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `segments:comment`. */
    readonly '/segments/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change why or until when an address is suppressed. A JSON merge patch (RFC 7396). The address itself never changes: delete the entry and add another. Needs the scope `suppressions:write`. */
    readonly '/suppressions/{id}': { readonly path: { readonly id: string }; readonly body?: Schemas['ChangeOfASuppression']; readonly data: Schemas['Suppression'] };
    /** Change a survey. JSON merge patch (RFC 7396) of the draft. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['SurveyPatch']; readonly data: Schemas['Survey'] };
    /** Change a comment on a survey, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `surveys:comment`. */
    readonly '/surveys/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a team. JSON merge patch (RFC 7396) of the draft. Needs the scope `teams:write`. */
    readonly '/teams/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['TeamPatch']; readonly data: Schemas['Team'] };
    /** Change a comment on a team, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `teams:comment`. */
    readonly '/teams/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a topic. JSON merge patch (RFC 7396) of the draft. Needs the scope `topics:write`. */
    readonly '/topics/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['TopicPatch']; readonly data: Schemas['Topic'] };
    /** Change a comment on a topic, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `topics:comment`. */
    readonly '/topics/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a touchpoint. JSON merge patch (RFC 7396) of the draft. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['TouchpointPatch']; readonly data: Schemas['Touchpoint'] };
    /** Change a comment on a touchpoint, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `touchpoints:comment`. */
    readonly '/touchpoints/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a trait. JSON merge patch (RFC 7396) of the draft. Needs the scope `traits:write`. */
    readonly '/traits/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['TraitPatch']; readonly data: Schemas['Trait'] };
    /** Change a comment on a trait, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `traits:comment`. */
    readonly '/traits/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
    /** Change a user. New roles count from the next call on, in other processes within a few seconds; disabling signs the user out. Needs the scope `users:write`. */
    readonly '/users/{id}': { readonly path: { readonly id: number }; readonly body?: Schemas['ChangeOfAUser']; readonly data: Schemas['User'] };
    /** Change a webhook. JSON merge patch (RFC 7396) of the draft. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['WebhookPatch']; readonly data: Schemas['Webhook'] };
    /** Change a comment on a webhook, or settle its thread. The text is its author’s alone; anybody who may comment resolves. Needs the scope `webhooks:comment`. */
    readonly '/webhooks/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly body?: Schemas['ChangeOfAComment']; readonly data: Schemas['Comment'] };
  };
  readonly DELETE: {
    /** Revoke an API token. Takes effect within five seconds everywhere. Needs the scope `tokens:write`. */
    readonly '/api-tokens/{id}': { readonly path: { readonly id: string }; readonly data: undefined };
    /** Have drafts of a content type published without approval. Takes its rule away. What was decided is kept, should there be one again. Needs the scope `approval-rules:manage`. */
    readonly '/approval-rules/{type}': { readonly path: { readonly type: string }; readonly data: undefined };
    /** End one of your sessions. Its tokens stop working, within five seconds everywhere. */
    readonly '/auth/sessions/{id}': { readonly path: { readonly id: number }; readonly data: undefined };
    /** Delete a brand. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `brands:write`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a brand. By its author, or by whoever has `brands:*`. Where others have replied, a gap stays. Needs the scope `brands:comment`. */
    readonly '/brands/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a brand. Reviews that were recorded stay. Needs the scope `brands:write`. */
    readonly '/brands/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a brand. Also forgets why one has failed. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Brand'] };
    /** Delete a channel-policy. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a channel-policy. By its author, or by whoever has `policies:*`. Where others have replied, a gap stays. Needs the scope `policies:comment`. */
    readonly '/channel-policies/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a channel-policy. Reviews that were recorded stay. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a channel-policy. Also forgets why one has failed. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['ChannelPolicy'] };
    /** Delete a connector. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a connector. By its author, or by whoever has `connectors:*`. Where others have replied, a gap stays. Needs the scope `connectors:comment`. */
    readonly '/connectors/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a connector. Reviews that were recorded stay. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a connector. Also forgets why one has failed. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Connector'] };
    /** Delete a crm-sync. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a crm-sync. By its author, or by whoever has `connectors:*`. Where others have replied, a gap stays. Needs the scope `connectors:comment`. */
    readonly '/crm-syncs/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a crm-sync. Reviews that were recorded stay. Needs the scope `connectors:write`. */
    readonly '/crm-syncs/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a crm-sync. Also forgets why one has failed. Needs the scope `connectors:publish`. */
    readonly '/crm-syncs/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['CrmSync'] };
    /** Delete a custom field. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a custom field. By its author, or by whoever has `custom-fields:*`. Where others have replied, a gap stays. Needs the scope `custom-fields:comment`. */
    readonly '/custom-fields/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a custom field. Reviews that were recorded stay. Needs the scope `custom-fields:write`. */
    readonly '/custom-fields/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a custom field. Also forgets why one has failed. Needs the scope `custom-fields:publish`. */
    readonly '/custom-fields/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['CustomField'] };
    /** Delete a customer. With events, enrollments, messages, consents, and whatever of theirs still waits to be worked. An event that comes later makes a new customer of the id; suppressed addresses stay suppressed. Needs the scope `customers:write`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly data: undefined };
    /** Delete a event definition. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a event definition. By its author, or by whoever has `event-definitions:*`. Where others have replied, a gap stays. Needs the scope `event-definitions:comment`. */
    readonly '/event-definitions/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a event definition. Reviews that were recorded stay. Needs the scope `event-definitions:write`. */
    readonly '/event-definitions/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a event definition. Also forgets why one has failed. Needs the scope `event-definitions:publish`. */
    readonly '/event-definitions/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['EventDefinition'] };
    /** Take back how long events of a name are kept. From then on they are kept. What was deleted is gone. Needs the scope `events:retain`. */
    readonly '/event-retention/{event}': { readonly path: { readonly event: string }; readonly data: undefined };
    /** Delete a journey map. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a journey map. By its author, or by whoever has `journey-maps:*`. Where others have replied, a gap stays. Needs the scope `journey-maps:comment`. */
    readonly '/journey-maps/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a journey map. Reviews that were recorded stay. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a journey map. Also forgets why one has failed. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['JourneyMap'] };
    /** Delete a journey-template. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a journey-template. By its author, or by whoever has `journeys:*`. Where others have replied, a gap stays. Needs the scope `journeys:comment`. */
    readonly '/journey-templates/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a journey-template. Reviews that were recorded stay. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a journey-template. Also forgets why one has failed. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['JourneyTemplate'] };
    /** Delete a KPI. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a KPI. By its author, or by whoever has `kpis:*`. Where others have replied, a gap stays. Needs the scope `kpis:comment`. */
    readonly '/kpis/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a KPI. Reviews that were recorded stay. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a KPI. Also forgets why one has failed. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['KPI'] };
    /** Delete a message-template. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a message-template. By its author, or by whoever has `templates:*`. Where others have replied, a gap stays. Needs the scope `templates:comment`. */
    readonly '/message-templates/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a message-template. Reviews that were recorded stay. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a message-template. Also forgets why one has failed. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['MessageTemplate'] };
    /** Delete a offer. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `offers:write`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a offer. By its author, or by whoever has `offers:*`. Where others have replied, a gap stays. Needs the scope `offers:comment`. */
    readonly '/offers/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a offer. Reviews that were recorded stay. Needs the scope `offers:write`. */
    readonly '/offers/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a offer. Also forgets why one has failed. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Offer'] };
    /** End a pause. What it held is sent, decided anew or dropped, as it says. It stays on record; one that has ended stays as it is. Needs the scope `messages:operate`. */
    readonly '/pauses/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Pause'] };
    /** Delete a persona. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `personas:write`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a persona. By its author, or by whoever has `personas:*`. Where others have replied, a gap stays. Needs the scope `personas:comment`. */
    readonly '/personas/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a persona. Reviews that were recorded stay. Needs the scope `personas:write`. */
    readonly '/personas/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a persona. Also forgets why one has failed. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Persona'] };
    /** Delete a phase set. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a phase set. By its author, or by whoever has `phase-sets:*`. Where others have replied, a gap stays. Needs the scope `phase-sets:comment`. */
    readonly '/phase-sets/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a phase set. Reviews that were recorded stay. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a phase set. Also forgets why one has failed. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['PhaseSet'] };
    /** Delete a release. One that was published stays as history. Needs the scope `releases:write`. */
    readonly '/releases/{id}': { readonly path: { readonly id: number }; readonly data: undefined };
    /** Cancel the planned publish of a release. Also forgets why one has failed. Needs the scope `releases:publish`. */
    readonly '/releases/{id}/schedule': { readonly path: { readonly id: number }; readonly data: Schemas['Release'] };
    /** Delete a role. One that nobody has any longer. Needs the scope `roles:write`. */
    readonly '/roles/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a secret. One that a published journey names stays. Calls under way that name it wait until it is set again. Needs the scope `secrets:write`. */
    readonly '/secrets/{name}': { readonly path: { readonly name: string }; readonly data: undefined };
    /** Delete a segment. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `segments:write`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a segment. By its author, or by whoever has `segments:*`. Where others have replied, a gap stays. Needs the scope `segments:comment`. */
    readonly '/segments/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a segment. Reviews that were recorded stay. Needs the scope `segments:write`. */
    readonly '/segments/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a segment. Also forgets why one has failed. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Segment'] };
    /** Let messages go to an address again. Takes it off the list; what customers have consented to counts again. Needs the scope `suppressions:write`. */
    readonly '/suppressions/{id}': { readonly path: { readonly id: string }; readonly data: undefined };
    /** Delete a survey. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a survey. By its author, or by whoever has `surveys:*`. Where others have replied, a gap stays. Needs the scope `surveys:comment`. */
    readonly '/surveys/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a survey. Reviews that were recorded stay. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a survey. Also forgets why one has failed. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Survey'] };
    /** Delete a team. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `teams:write`. */
    readonly '/teams/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a team. By its author, or by whoever has `teams:*`. Where others have replied, a gap stays. Needs the scope `teams:comment`. */
    readonly '/teams/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a team. Reviews that were recorded stay. Needs the scope `teams:write`. */
    readonly '/teams/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a team. Also forgets why one has failed. Needs the scope `teams:publish`. */
    readonly '/teams/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Team'] };
    /** Delete a topic. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `topics:write`. */
    readonly '/topics/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a topic. By its author, or by whoever has `topics:*`. Where others have replied, a gap stays. Needs the scope `topics:comment`. */
    readonly '/topics/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a topic. Reviews that were recorded stay. Needs the scope `topics:write`. */
    readonly '/topics/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a topic. Also forgets why one has failed. Needs the scope `topics:publish`. */
    readonly '/topics/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Topic'] };
    /** Delete a touchpoint. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a touchpoint. By its author, or by whoever has `touchpoints:*`. Where others have replied, a gap stays. Needs the scope `touchpoints:comment`. */
    readonly '/touchpoints/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a touchpoint. Reviews that were recorded stay. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a touchpoint. Also forgets why one has failed. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Touchpoint'] };
    /** Delete a trait. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `traits:write`. */
    readonly '/traits/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a trait. By its author, or by whoever has `traits:*`. Where others have replied, a gap stays. Needs the scope `traits:comment`. */
    readonly '/traits/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a trait. Reviews that were recorded stay. Needs the scope `traits:write`. */
    readonly '/traits/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a trait. Also forgets why one has failed. Needs the scope `traits:publish`. */
    readonly '/traits/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Trait'] };
    /** Delete a user. What they did stays in the audit log. The last owner who can sign in cannot be deleted. Needs the scope `users:write`. */
    readonly '/users/{id}': { readonly path: { readonly id: number }; readonly data: undefined };
    /** Delete a webhook. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Delete a comment on a webhook. By its author, or by whoever has `webhooks:*`. Where others have replied, a gap stays. Needs the scope `webhooks:comment`. */
    readonly '/webhooks/{key}/comments/{id}': { readonly path: { readonly id: number; readonly key: string }; readonly data: undefined };
    /** Plan no more reviews of a webhook. Reviews that were recorded stay. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/review-plan': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a webhook. Also forgets why one has failed. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Webhook'] };
  };
}

/** The paths that do not stand below /api/v1. */
export const PATHS_OUTSIDE: readonly string[] = ["/health/live","/health/ready","/v1/alias","/v1/batch","/v1/group","/v1/identify","/v1/page","/v1/screen","/v1/track"];
