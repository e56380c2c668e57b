// Written by `node scripts/generate-client.mjs` from the OpenAPI document. Change the routes, not this file.
import type { Schemas } from './schemas.js';

/** What each route takes and answers, by method and path. */
export interface Routes {
  readonly GET: {
    /** List API tokens. Never their texts. Revoked and expired ones too. Needs the scope `tokens:read`. */
    readonly '/api-tokens': { readonly query?: { readonly filter?: Schemas['FilterOfApiTokens']; readonly sort?: readonly ("id" | "-id" | "name" | "-name" | "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt" | "revokedAt" | "-revokedAt" | "lastUsedAt" | "-lastUsedAt")[]; readonly fields?: readonly ("id" | "name" | "hint" | "scopes" | "createdAt" | "expiresAt" | "revokedAt" | "lastUsedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['APIToken'])[]; readonly item: Schemas['APIToken'] };
    /** Read an API token. What it may do, and when it was last used. Needs the scope `tokens:read`. */
    readonly '/api-tokens/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['APIToken'] };
    /** List brands. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `brands:read`. */
    readonly '/brands': { readonly query?: { readonly filter?: Schemas['FilterOfBrands']; readonly sort?: readonly ("website" | "-website" | "defaultLocale" | "-defaultLocale" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "website" | "logo" | "colours" | "fonts" | "voice" | "sender" | "footer" | "postalAddress" | "social" | "locales" | "defaultLocale")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Brand'])[]; readonly item: Schemas['Brand'] };
    /** Read a brand. The draft, and where it stands. Needs the scope `brands:read`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Brand'] };
    /** List what refers to a brand. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `brands:read`. */
    readonly '/brands/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a brand. The newest first, without their documents. Needs the scope `brands:read`. */
    readonly '/brands/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a brand. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `brands:read`. */
    readonly '/brands/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a brand. As it was published. Needs the scope `brands:read`. */
    readonly '/brands/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List channel-policies. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `policies:read`. */
    readonly '/channel-policies': { readonly query?: { readonly filter?: Schemas['FilterOfChannelPolicies']; readonly sort?: readonly ("key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "channels")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['ChannelPolicy'])[]; readonly item: Schemas['ChannelPolicy'] };
    /** Read a channel-policy. The draft, and where it stands. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['ChannelPolicy'] };
    /** List what refers to a channel-policy. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a channel-policy. The newest first, without their documents. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a channel-policy. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a channel-policy. As it was published. Needs the scope `policies:read`. */
    readonly '/channel-policies/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List connectors. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `connectors:read`. */
    readonly '/connectors': { readonly query?: { readonly filter?: Schemas['FilterOfConnectors']; readonly sort?: readonly ("type" | "-type" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "type" | "config")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Connector'])[]; readonly item: Schemas['Connector'] };
    /** Read a connector. The draft, and where it stands. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Connector'] };
    /** List what refers to a connector. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a connector. The newest first, without their documents. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a connector. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a connector. As it was published. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** Read a customer. What is known of them. Needs the scope `customers:read`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Customer'] };
    /** List a customer's enrollments. As the list of all enrollments. A customer who is not known has none. Needs the scope `enrollments:read`. */
    readonly '/customers/{id}/enrollments': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfEnrollments']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "journey" | "-journey" | "version" | "-version" | "state" | "-state" | "step" | "-step" | "endReason" | "-endReason" | "dueAt" | "-dueAt" | "enteredAt" | "-enteredAt" | "endedAt" | "-endedAt")[]; readonly fields?: readonly ("id" | "customerId" | "journey" | "version" | "entryKey" | "state" | "step" | "waitsFor" | "dueAt" | "context" | "enteredAt" | "endedAt" | "endReason")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Enrollment'])[]; readonly item: Schemas['Enrollment'] };
    /** List a customer's messages. As the list of all messages. A customer who is not known has none. Needs the scope `messages:read`. */
    readonly '/customers/{id}/messages': { readonly path: { readonly id: string }; readonly query?: { readonly filter?: Schemas['FilterOfMessages']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "enrollmentId" | "-enrollmentId" | "journey" | "-journey" | "step" | "-step" | "channel" | "-channel" | "connector" | "-connector" | "template" | "-template" | "status" | "-status" | "maybeDuplicate" | "-maybeDuplicate" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt")[]; readonly fields?: readonly ("id" | "customerId" | "enrollmentId" | "journey" | "step" | "visit" | "channel" | "connector" | "template" | "status" | "attempts" | "maybeDuplicate" | "address" | "providerId" | "failure" | "createdAt" | "nextAttemptAt" | "finishedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Message'])[]; readonly item: Schemas['Message'] };
    /** List what could not be worked. Entries whose work has failed for good, and why. Needs the scope `dead-letters:read`. */
    readonly '/dead-letters': { readonly query?: { readonly filter?: Schemas['FilterOfDeadLetters']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "failedAt" | "-failedAt")[]; readonly fields?: readonly ("id" | "kind" | "customerId" | "body" | "failure" | "failedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['DeadLetter'])[]; readonly item: Schemas['DeadLetter'] };
    /** List enrollments. Passages of customers through journeys: where each stands, and what it waits for. Needs the scope `enrollments:read`. */
    readonly '/enrollments': { readonly query?: { readonly filter?: Schemas['FilterOfEnrollments']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "journey" | "-journey" | "version" | "-version" | "state" | "-state" | "step" | "-step" | "endReason" | "-endReason" | "dueAt" | "-dueAt" | "enteredAt" | "-enteredAt" | "endedAt" | "-endedAt")[]; readonly fields?: readonly ("id" | "customerId" | "journey" | "version" | "entryKey" | "state" | "step" | "waitsFor" | "dueAt" | "context" | "enteredAt" | "endedAt" | "endReason")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Enrollment'])[]; readonly item: Schemas['Enrollment'] };
    /** Read an enrollment. It says where it stands and what it waits for. Needs the scope `enrollments:read`. */
    readonly '/enrollments/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Enrollment'] };
    /** Read the history of an enrollment. What happened, step by step, and why: in codes and in words. Needs the scope `enrollments:read`. */
    readonly '/enrollments/{id}/history': { readonly path: { readonly id: string }; readonly query?: { readonly locale?: "en" | "fr" }; readonly data: readonly (Schemas['HistoryRecord'])[] };
    /** Export content. Everything that the token may read, streamed. Secrets are named, never told. Needs the read scope of each type asked for. Needs the scope `configuration:read`. */
    readonly '/export': { readonly query?: { readonly format?: "json" | "yaml"; readonly types?: string; readonly state?: "draft" | "published" }; readonly data: Schemas['ContentExport'] };
    /** List journey-maps. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps': { readonly query?: { readonly filter?: Schemas['FilterOfJourneyMaps']; readonly sort?: readonly ("key" | "-key" | "kind" | "-kind" | "persona" | "-persona" | "phaseSet" | "-phaseSet" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "kind" | "description" | "persona" | "phaseSet" | "journeyTemplates" | "phases")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['JourneyMap'])[]; readonly item: Schemas['JourneyMap'] };
    /** Compare two journey maps. What the second has added, removed and eased, such as the future state against the current one. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/compare': { readonly query: { readonly a: string; readonly b: string; readonly locale?: string; readonly state?: "draft" | "published" }; readonly data: Schemas['ComparisonOfJourneyMaps'] };
    /** Read a journey map. The draft, and where it stands. Needs the scope `journey-maps:read`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['JourneyMap'] };
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
    readonly '/journey-templates': { readonly query?: { readonly filter?: Schemas['FilterOfJourneyTemplates']; readonly sort?: readonly ("phaseSet" | "-phaseSet" | "phase" | "-phase" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "phaseSet" | "phase" | "definition")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['JourneyTemplate'])[]; readonly item: Schemas['JourneyTemplate'] };
    /** Read a journey-template. The draft, and where it stands. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['JourneyTemplate'] };
    /** Draw a journey. A draft that is unfinished is drawn as far as it goes; what is wrong in it is red. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/diagram.svg': { readonly path: { readonly key: string }; readonly query?: { readonly version?: string; readonly locale?: "en" | "fr"; readonly theme?: "light" | "dark" | "auto" }; readonly data: string };
    /** Read a journey as a list. What the drawing shows, a line a step. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/diagram.txt': { readonly path: { readonly key: string }; readonly query?: { readonly version?: string; readonly locale?: "en" | "fr" }; readonly data: string };
    /** List what refers to a journey-template. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a journey-template. The newest first, without their documents. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a journey-template. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a journey-template. As it was published. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List kpis. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `kpis:read`. */
    readonly '/kpis': { readonly query?: { readonly filter?: Schemas['FilterOfKpis']; readonly sort?: readonly ("unit" | "-unit" | "currency" | "-currency" | "better" | "-better" | "within" | "-within" | "target" | "-target" | "touchpoint" | "-touchpoint" | "phaseSet" | "-phaseSet" | "phase" | "-phase" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "unit" | "currency" | "better" | "formula" | "within" | "target" | "touchpoint" | "phaseSet" | "phase")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['KPI'])[]; readonly item: Schemas['KPI'] };
    /** Read a KPI. The draft, and where it stands. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['KPI'] };
    /** List what refers to a KPI. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a KPI. The newest first, without their documents. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a KPI. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a KPI. As it was published. Needs the scope `kpis:read`. */
    readonly '/kpis/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List message-templates. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `templates:read`. */
    readonly '/message-templates': { readonly query?: { readonly filter?: Schemas['FilterOfMessageTemplates']; readonly sort?: readonly ("category" | "-category" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "category" | "channels")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['MessageTemplate'])[]; readonly item: Schemas['MessageTemplate'] };
    /** Read a message-template. The draft, and where it stands. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['MessageTemplate'] };
    /** List what refers to a message-template. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a message-template. The newest first, without their documents. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a message-template. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a message-template. As it was published. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List messages. The newest first: to whom, by which journey, and what has become of them. Needs the scope `messages:read`. */
    readonly '/messages': { readonly query?: { readonly filter?: Schemas['FilterOfMessages']; readonly sort?: readonly ("id" | "-id" | "customerId" | "-customerId" | "enrollmentId" | "-enrollmentId" | "journey" | "-journey" | "step" | "-step" | "channel" | "-channel" | "connector" | "-connector" | "template" | "-template" | "status" | "-status" | "maybeDuplicate" | "-maybeDuplicate" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt")[]; readonly fields?: readonly ("id" | "customerId" | "enrollmentId" | "journey" | "step" | "visit" | "channel" | "connector" | "template" | "status" | "attempts" | "maybeDuplicate" | "address" | "providerId" | "failure" | "createdAt" | "nextAttemptAt" | "finishedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Message'])[]; readonly item: Schemas['Message'] };
    /** Read a message. What has become of it, and why. Needs the scope `messages:read`. */
    readonly '/messages/{id}': { readonly path: { readonly id: string }; readonly data: Schemas['Message'] };
    /** List offers. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `offers:read`. */
    readonly '/offers': { readonly query?: { readonly filter?: Schemas['FilterOfOffers']; readonly sort?: readonly ("kind" | "-kind" | "percent" | "-percent" | "amount" | "-amount" | "currency" | "-currency" | "code" | "-code" | "url" | "-url" | "validFrom" | "-validFrom" | "validUntil" | "-validUntil" | "timesPerCustomer" | "-timesPerCustomer" | "brand" | "-brand" | "phaseSet" | "-phaseSet" | "phase" | "-phase" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "kind" | "percent" | "amount" | "currency" | "gives" | "headline" | "terms" | "code" | "url" | "validFrom" | "validUntil" | "timesPerCustomer" | "eligibility" | "touchpoints" | "brand" | "phaseSet" | "phase")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Offer'])[]; readonly item: Schemas['Offer'] };
    /** Read a offer. The draft, and where it stands. Needs the scope `offers:read`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Offer'] };
    /** List what refers to a offer. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `offers:read`. */
    readonly '/offers/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a offer. The newest first, without their documents. Needs the scope `offers:read`. */
    readonly '/offers/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a offer. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `offers:read`. */
    readonly '/offers/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a offer. As it was published. Needs the scope `offers:read`. */
    readonly '/offers/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List personas. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `personas:read`. */
    readonly '/personas': { readonly query?: { readonly filter?: Schemas['FilterOfPersonas']; readonly sort?: readonly ("photoUrl" | "-photoUrl" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "photoUrl" | "quote" | "attributes" | "other" | "goals" | "pains" | "objections" | "questions" | "preferredContact" | "looksForSolutions" | "contentFormats" | "competitors" | "membership")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Persona'])[]; readonly item: Schemas['Persona'] };
    /** Read a persona. The draft, and where it stands. Needs the scope `personas:read`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Persona'] };
    /** List what refers to a persona. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `personas:read`. */
    readonly '/personas/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a persona. The newest first, without their documents. Needs the scope `personas:read`. */
    readonly '/personas/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a persona. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `personas:read`. */
    readonly '/personas/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a persona. As it was published. Needs the scope `personas:read`. */
    readonly '/personas/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List phase-sets. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets': { readonly query?: { readonly filter?: Schemas['FilterOfPhaseSets']; readonly sort?: readonly ("key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "phases")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['PhaseSet'])[]; readonly item: Schemas['PhaseSet'] };
    /** Read a phase set. The draft, and where it stands. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['PhaseSet'] };
    /** See what a changed phase set would orphan. Everything published that names a phase which the draft no longer has. Changes nothing. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/orphans': { readonly path: { readonly key: string }; readonly data: Schemas['OrphansOfAPhaseSet'] };
    /** List what refers to a phase set. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a phase set. The newest first, without their documents. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a phase set. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a phase set. As it was published. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List releases. Planned, published and rolled back ones, the newest first. Needs the scope `releases:read`. */
    readonly '/releases': { readonly query?: { readonly filter?: Schemas['FilterOfReleases']; readonly sort?: readonly ("id" | "-id" | "name" | "-name" | "status" | "-status" | "createdBy" | "-createdBy" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "scheduledAt" | "-scheduledAt" | "publishedAt" | "-publishedAt")[]; readonly fields?: readonly ("id" | "name" | "note" | "status" | "items" | "revision" | "scheduledAt" | "scheduleFailure" | "publishedAt" | "createdAt" | "createdBy" | "updatedAt")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Release'])[]; readonly item: Schemas['Release'] };
    /** Read a release. What is in it, and what has become of it. Needs the scope `releases:read`. */
    readonly '/releases/{id}': { readonly path: { readonly id: number }; readonly data: Schemas['Release'] };
    /** The JSON Schema of a condition. Draft 2020-12, bare. */
    readonly '/schemas/condition': { readonly data: Schemas['JSONSchema'] };
    /** Read the JSON Schema of the journey definition. Draft 2020-12, bare. Needs the scope `journeys:read`. */
    readonly '/schemas/journey-definition': { readonly data: Schemas['JSONSchema'] };
    /** The JSON Schema of a content type. Draft 2020-12. */
    readonly '/schemas/{type}': { readonly path: { readonly type: string }; readonly data: Schemas['JSONSchema'] };
    /** List segments. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `segments:read`. */
    readonly '/segments': { readonly query?: { readonly filter?: Schemas['FilterOfSegments']; readonly sort?: readonly ("description" | "-description" | "kind" | "-kind" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "kind" | "condition" | "customers" | "within" | "except")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Segment'])[]; readonly item: Schemas['Segment'] };
    /** Read a segment. The draft, and where it stands. Needs the scope `segments:read`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Segment'] };
    /** List what refers to a segment. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `segments:read`. */
    readonly '/segments/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a segment. The newest first, without their documents. Needs the scope `segments:read`. */
    readonly '/segments/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a segment. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `segments:read`. */
    readonly '/segments/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a segment. As it was published. Needs the scope `segments:read`. */
    readonly '/segments/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List surveys. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `surveys:read`. */
    readonly '/surveys': { readonly query?: { readonly filter?: Schemas['FilterOfSurveys']; readonly sort?: readonly ("kind" | "-kind" | "touchpoint" | "-touchpoint" | "brand" | "-brand" | "expiresAfter" | "-expiresAfter" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "kind" | "question" | "labels" | "followUps" | "thanks" | "touchpoint" | "brand" | "expiresAfter")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Survey'])[]; readonly item: Schemas['Survey'] };
    /** Read a survey. The draft, and where it stands. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Survey'] };
    /** List what refers to a survey. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a survey. The newest first, without their documents. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a survey. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a survey. As it was published. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List touchpoints. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints': { readonly query?: { readonly filter?: Schemas['FilterOfTouchpoints']; readonly sort?: readonly ("kind" | "-kind" | "channel" | "-channel" | "direction" | "-direction" | "phaseSet" | "-phaseSet" | "phase" | "-phase" | "department" | "-department" | "policy" | "-policy" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "kind" | "channel" | "direction" | "phaseSet" | "phase" | "department" | "devices" | "value" | "data" | "templates" | "policy")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Touchpoint'])[]; readonly item: Schemas['Touchpoint'] };
    /** Read a touchpoint. The draft, and where it stands. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Touchpoint'] };
    /** List what refers to a touchpoint. Drafts and published things. What is used by something published cannot be taken out of use. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/usages': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfUsages']; readonly sort?: readonly ("id" | "-id" | "type" | "-type" | "key" | "-key" | "side" | "-side")[]; readonly fields?: readonly ("type" | "key" | "name" | "side" | "pointer")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Usage'])[]; readonly item: Schemas['Usage'] };
    /** List the versions of a touchpoint. The newest first, without their documents. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/versions': { readonly path: { readonly key: string }; readonly query?: { readonly filter?: Schemas['FilterOfVersions']; readonly sort?: readonly ("number" | "-number" | "publishedAt" | "-publishedAt" | "publishedBy" | "-publishedBy")[]; readonly fields?: readonly ("number" | "note" | "publishedAt" | "publishedBy")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Version'])[]; readonly item: Schemas['Version'] };
    /** Compare two versions of a touchpoint. What turned one into the other, as JSON-pointer changes and in words. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/versions/{from}/diff/{to}': { readonly path: { readonly to: string; readonly from: string; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Difference'] };
    /** Read a version of a touchpoint. As it was published. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/versions/{number}': { readonly path: { readonly number: number; readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Version'] };
    /** List webhooks. Their drafts and where they stand. Those that are archived are left out unless asked for. Needs the scope `webhooks:read`. */
    readonly '/webhooks': { readonly query?: { readonly filter?: Schemas['FilterOfWebhooks']; readonly sort?: readonly ("url" | "-url" | "active" | "-active" | "key" | "-key" | "name" | "-name" | "status" | "-status" | "version" | "-version" | "revision" | "-revision" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "publishedAt" | "-publishedAt" | "scheduledAt" | "-scheduledAt")[]; readonly locale?: string; readonly search?: string; readonly fields?: readonly ("key" | "name" | "status" | "version" | "revision" | "createdAt" | "updatedAt" | "publishedAt" | "scheduledAt" | "archived" | "scheduleFailure" | "description" | "url" | "events" | "active")[]; readonly include?: readonly ("completeness")[]; readonly limit?: number; readonly cursor?: string; readonly count?: boolean }; readonly data: readonly (Schemas['Webhook'])[]; readonly item: Schemas['Webhook'] };
    /** Read a webhook. The draft, and where it stands. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly query?: { readonly locale?: string }; readonly data: Schemas['Webhook'] };
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
    /** Create an API token. The answer holds the token itself, this once. Needs the scope `tokens:write`. */
    readonly '/api-tokens': { readonly body: Schemas['NewAPIToken']; readonly data: Schemas['APIToken'] };
    /** Create a brand. As a draft, which may be unfinished. Needs the scope `brands:write`. */
    readonly '/brands': { readonly body: Schemas['BrandDraft'] & Required<Pick<Schemas['BrandDraft'], "key">>; readonly data: Schemas['Brand'] };
    /** Put a brand away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Brand'] };
    /** Copy a brand. The draft, secrets included, as the draft of a new key. Needs the scope `brands:write`. */
    readonly '/brands/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Brand'] };
    /** Publish a brand. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Brand'] };
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
    /** Put a channel-policy away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['ChannelPolicy'] };
    /** Copy a channel-policy. The draft, secrets included, as the draft of a new key. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['ChannelPolicy'] };
    /** Publish a channel-policy. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['ChannelPolicy'] };
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
    /** Put a connector away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Copy a connector. The draft, secrets included, as the draft of a new key. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Connector'] };
    /** Publish a connector. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Connector'] };
    /** Take a connector out of the archive. As a draft. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Take a connector out of use. Its versions stay in the history. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Check a connector. Tells what stops a publish; changes nothing. Needs the scope `connectors:read`. */
    readonly '/connectors/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a connector. Into the draft; what is published stays until the next publish. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Connector'] };
    /** Put one back into its lane. Once what was wrong is mended. Needs the scope `dead-letters:write`. */
    readonly '/dead-letters/{id}/replay': { readonly path: { readonly id: string }; readonly data: undefined };
    /** Send events. One event, or a list of up to 1,000. Answered once they are on disk. Events that are not valid are listed and the others are taken; when none is valid the answer is 400. Needs the scope `events:write`. */
    readonly '/events': { readonly body: Schemas['Event'] | readonly (Schemas['Event'])[] | Schemas['BatchOfEvents']; readonly data: Schemas['AcceptedEvents'] };
    /** Import content. Brings the content in line with an export, or with a tar of a folder of YAML: all of it, or nothing. Up to 64 MiB. Needs the read scope of each type in it; without `dry_run`, `configuration:write` and the write or publish scope of each type that changes. Needs the scope `configuration:read`. */
    readonly '/import': { readonly query?: { readonly dry_run?: boolean; readonly publish?: boolean; readonly prune?: boolean; readonly force?: boolean; readonly plan?: string; readonly note?: string; readonly locale?: string }; readonly body: Schemas['ContentImport']; readonly data: Schemas['ImportPlan'] };
    /** Create a journey map. As a draft, which may be unfinished. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps': { readonly body: Schemas['JourneyMapDraft'] & Required<Pick<Schemas['JourneyMapDraft'], "key">>; readonly data: Schemas['JourneyMap'] };
    /** Put a journey map away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyMap'] };
    /** Copy a journey map. The draft, secrets included, as the draft of a new key. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['JourneyMap'] };
    /** Publish a journey map. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['JourneyMap'] };
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
    /** Put a journey-template away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Copy a journey-template. The draft, secrets included, as the draft of a new key. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['JourneyTemplate'] };
    /** Publish a journey-template. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['JourneyTemplate'] };
    /** Take a journey-template out of the archive. As a draft. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Take a journey-template out of use. Its versions stay in the history. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Check a journey-template. Tells what stops a publish; changes nothing. Needs the scope `journeys:read`. */
    readonly '/journey-templates/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a journey-template. Into the draft; what is published stays until the next publish. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['JourneyTemplate'] };
    /** Ask customers in. One customer, or a list of up to 1,000, with a context each. Answers per item, once the accepted ones are on disk; whether a customer then enters is decided by the journey: see its enrollments. Needs the scope `journeys:trigger`. */
    readonly '/journeys/{key}/trigger': { readonly path: { readonly key: string }; readonly body: Schemas['JourneyTrigger'] | readonly (Schemas['JourneyTrigger'])[] | Schemas['BatchOfCustomers']; readonly data: readonly (Schemas['TriggerAnswer'])[] };
    /** Create a KPI. As a draft, which may be unfinished. Needs the scope `kpis:write`. */
    readonly '/kpis': { readonly body: Schemas['KPIDraft'] & Required<Pick<Schemas['KPIDraft'], "key">>; readonly data: Schemas['KPI'] };
    /** Put a KPI away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['KPI'] };
    /** Copy a KPI. The draft, secrets included, as the draft of a new key. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['KPI'] };
    /** Publish a KPI. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['KPI'] };
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
    /** Put a message-template away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Copy a message-template. The draft, secrets included, as the draft of a new key. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['MessageTemplate'] };
    /** Publish a message-template. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['MessageTemplate'] };
    /** Take a message-template out of the archive. As a draft. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Take a message-template out of use. Its versions stay in the history. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Check a message-template. Tells what stops a publish; changes nothing. Needs the scope `templates:read`. */
    readonly '/message-templates/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a message-template. Into the draft; what is published stays until the next publish. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['MessageTemplate'] };
    /** Create a offer. As a draft, which may be unfinished. Needs the scope `offers:write`. */
    readonly '/offers': { readonly body: Schemas['OfferDraft'] & Required<Pick<Schemas['OfferDraft'], "key">>; readonly data: Schemas['Offer'] };
    /** Put a offer away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Copy a offer. The draft, secrets included, as the draft of a new key. Needs the scope `offers:write`. */
    readonly '/offers/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Offer'] };
    /** Publish a offer. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Offer'] };
    /** Take a offer out of the archive. As a draft. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Take a offer out of use. Its versions stay in the history. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Check a offer. Tells what stops a publish; changes nothing. Needs the scope `offers:read`. */
    readonly '/offers/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a offer. Into the draft; what is published stays until the next publish. Needs the scope `offers:write`. */
    readonly '/offers/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Offer'] };
    /** Create a persona. As a draft, which may be unfinished. Needs the scope `personas:write`. */
    readonly '/personas': { readonly body: Schemas['PersonaDraft'] & Required<Pick<Schemas['PersonaDraft'], "key">>; readonly data: Schemas['Persona'] };
    /** Put a persona away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Persona'] };
    /** Copy a persona. The draft, secrets included, as the draft of a new key. Needs the scope `personas:write`. */
    readonly '/personas/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Persona'] };
    /** Publish a persona. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Persona'] };
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
    /** Put a phase set away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Copy a phase set. The draft, secrets included, as the draft of a new key. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['PhaseSet'] };
    /** Publish a phase set. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['PhaseSet'] };
    /** Take a phase set out of the archive. As a draft. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Take a phase set out of use. Its versions stay in the history. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Check a phase set. Tells what stops a publish; changes nothing. Needs the scope `phase-sets:read`. */
    readonly '/phase-sets/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a phase set. Into the draft; what is published stays until the next publish. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['PhaseSet'] };
    /** Create a release. Things to publish, or take out of use, together; with `at` it is planned too. Needs the scope `releases:write`. */
    readonly '/releases': { readonly body: Schemas['NewRelease']; readonly data: Schemas['Release'] };
    /** Publish a release. All of its members or none, at once or at a time. Needs the publish scope of each type in it. Needs the scope `releases:publish`. */
    readonly '/releases/{id}/publish': { readonly path: { readonly id: number }; readonly body?: Schemas['ReleasePublish']; readonly data: Schemas['Release'] };
    /** Roll a release back. Each member to what was published of it before, all of them or none. Refused when one has changed since. Needs the scope `releases:publish`. */
    readonly '/releases/{id}/rollback': { readonly path: { readonly id: number }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Release'] };
    /** Check a release. As a whole: its members may refer to each other. Changes nothing. Needs the scope `releases:read`. */
    readonly '/releases/{id}/validate': { readonly path: { readonly id: number }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Create a segment. As a draft, which may be unfinished. Needs the scope `segments:write`. */
    readonly '/segments': { readonly body: Schemas['SegmentDraft'] & Required<Pick<Schemas['SegmentDraft'], "key">>; readonly data: Schemas['Segment'] };
    /** Put a segment away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Copy a segment. The draft, secrets included, as the draft of a new key. Needs the scope `segments:write`. */
    readonly '/segments/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Segment'] };
    /** Publish a segment. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Segment'] };
    /** Take a segment out of the archive. As a draft. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Take a segment out of use. Its versions stay in the history. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Check a segment. Tells what stops a publish; changes nothing. Needs the scope `segments:read`. */
    readonly '/segments/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a segment. Into the draft; what is published stays until the next publish. Needs the scope `segments:write`. */
    readonly '/segments/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Segment'] };
    /** Create a survey. As a draft, which may be unfinished. Needs the scope `surveys:write`. */
    readonly '/surveys': { readonly body: Schemas['SurveyDraft'] & Required<Pick<Schemas['SurveyDraft'], "key">>; readonly data: Schemas['Survey'] };
    /** Put a survey away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Copy a survey. The draft, secrets included, as the draft of a new key. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Survey'] };
    /** Publish a survey. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Survey'] };
    /** Take a survey out of the archive. As a draft. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Take a survey out of use. Its versions stay in the history. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Check a survey. Tells what stops a publish; changes nothing. Needs the scope `surveys:read`. */
    readonly '/surveys/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a survey. Into the draft; what is published stays until the next publish. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Survey'] };
    /** Create a touchpoint. As a draft, which may be unfinished. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints': { readonly body: Schemas['TouchpointDraft'] & Required<Pick<Schemas['TouchpointDraft'], "key">>; readonly data: Schemas['Touchpoint'] };
    /** Put a touchpoint away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Copy a touchpoint. The draft, secrets included, as the draft of a new key. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Touchpoint'] };
    /** Publish a touchpoint. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Touchpoint'] };
    /** Take a touchpoint out of the archive. As a draft. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Take a touchpoint out of use. Its versions stay in the history. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Check a touchpoint. Tells what stops a publish; changes nothing. Needs the scope `touchpoints:read`. */
    readonly '/touchpoints/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a touchpoint. Into the draft; what is published stays until the next publish. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Touchpoint'] };
    /** Create a webhook. As a draft, which may be unfinished. Needs the scope `webhooks:write`. */
    readonly '/webhooks': { readonly body: Schemas['WebhookDraft'] & Required<Pick<Schemas['WebhookDraft'], "key">>; readonly data: Schemas['Webhook'] };
    /** Put a webhook away. Out of use and out of lists; `filter[archived][eq]=true` lists it. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/archive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Copy a webhook. The draft, secrets included, as the draft of a new key. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/clone': { readonly path: { readonly key: string }; readonly body: Schemas['Clone']; readonly data: Schemas['Webhook'] };
    /** Publish a webhook. The draft becomes the next version, unless it is the published one already: at once, or at a time. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/publish': { readonly path: { readonly key: string }; readonly body?: Schemas['Publish']; readonly data: Schemas['Webhook'] };
    /** Take a webhook out of the archive. As a draft. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/unarchive': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Take a webhook out of use. Its versions stay in the history. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/unpublish': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
    /** Check a webhook. Tells what stops a publish; changes nothing. Needs the scope `webhooks:read`. */
    readonly '/webhooks/{key}/validate': { readonly path: { readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Validation'] };
    /** Restore a version of a webhook. Into the draft; what is published stays until the next publish. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}/versions/{number}/restore': { readonly path: { readonly number: number; readonly key: string }; readonly body?: Schemas['NoMembers']; readonly data: Schemas['Webhook'] };
  };
  readonly PUT: {
    /** Create or replace a brand. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `brands:write`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['BrandDraft']; readonly data: Schemas['Brand'] };
    /** Create or replace a channel-policy. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['ChannelPolicyDraft']; readonly data: Schemas['ChannelPolicy'] };
    /** Create or replace a connector. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['ConnectorDraft']; readonly data: Schemas['Connector'] };
    /** Create a customer, or replace all their traits. Traits that are left out are gone. Needs the scope `customers:write`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly body: Schemas['CustomerTraits']; readonly data: Schemas['Customer'] };
    /** Create or replace a journey map. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['JourneyMapDraft']; readonly data: Schemas['JourneyMap'] };
    /** Create or replace a journey-template. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['JourneyTemplateDraft']; readonly data: Schemas['JourneyTemplate'] };
    /** Create or replace a KPI. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['KPIDraft']; readonly data: Schemas['KPI'] };
    /** Create or replace a message-template. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['MessageTemplateDraft']; readonly data: Schemas['MessageTemplate'] };
    /** Create or replace a offer. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `offers:write`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['OfferDraft']; readonly data: Schemas['Offer'] };
    /** Create or replace a persona. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `personas:write`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['PersonaDraft']; readonly data: Schemas['Persona'] };
    /** Create or replace a phase set. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['PhaseSetDraft']; readonly data: Schemas['PhaseSet'] };
    /** Create or replace a segment. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `segments:write`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['SegmentDraft']; readonly data: Schemas['Segment'] };
    /** Create or replace a survey. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['SurveyDraft']; readonly data: Schemas['Survey'] };
    /** Create or replace a touchpoint. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['TouchpointDraft']; readonly data: Schemas['Touchpoint'] };
    /** Create or replace a webhook. The whole draft, which may be unfinished. What is published stays until the next publish. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly body: Schemas['WebhookDraft']; readonly data: Schemas['Webhook'] };
  };
  readonly PATCH: {
    /** Change a brand. JSON merge patch (RFC 7396) of the draft. Needs the scope `brands:write`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['BrandPatch']; readonly data: Schemas['Brand'] };
    /** Change a channel-policy. JSON merge patch (RFC 7396) of the draft. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['ChannelPolicyPatch']; readonly data: Schemas['ChannelPolicy'] };
    /** Change a connector. JSON merge patch (RFC 7396) of the draft. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['ConnectorPatch']; readonly data: Schemas['Connector'] };
    /** Change some traits of a customer. A JSON merge patch: null removes a trait. Needs the scope `customers:write`. */
    readonly '/customers/{id}': { readonly path: { readonly id: string }; readonly body: Schemas['CustomerTraits']; readonly data: Schemas['Customer'] };
    /** Change a journey map. JSON merge patch (RFC 7396) of the draft. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['JourneyMapPatch']; readonly data: Schemas['JourneyMap'] };
    /** Change a journey-template. JSON merge patch (RFC 7396) of the draft. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['JourneyTemplatePatch']; readonly data: Schemas['JourneyTemplate'] };
    /** Change a KPI. JSON merge patch (RFC 7396) of the draft. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['KPIPatch']; readonly data: Schemas['KPI'] };
    /** Change a message-template. JSON merge patch (RFC 7396) of the draft. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['MessageTemplatePatch']; readonly data: Schemas['MessageTemplate'] };
    /** Change a offer. JSON merge patch (RFC 7396) of the draft. Needs the scope `offers:write`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['OfferPatch']; readonly data: Schemas['Offer'] };
    /** Change a persona. JSON merge patch (RFC 7396) of the draft. Needs the scope `personas:write`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['PersonaPatch']; readonly data: Schemas['Persona'] };
    /** Change a phase set. JSON merge patch (RFC 7396) of the draft. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['PhaseSetPatch']; readonly data: Schemas['PhaseSet'] };
    /** Change a segment. JSON merge patch (RFC 7396) of the draft. Needs the scope `segments:write`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['SegmentPatch']; readonly data: Schemas['Segment'] };
    /** Change a survey. JSON merge patch (RFC 7396) of the draft. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['SurveyPatch']; readonly data: Schemas['Survey'] };
    /** Change a touchpoint. JSON merge patch (RFC 7396) of the draft. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['TouchpointPatch']; readonly data: Schemas['Touchpoint'] };
    /** Change a webhook. JSON merge patch (RFC 7396) of the draft. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly body?: Schemas['WebhookPatch']; readonly data: Schemas['Webhook'] };
  };
  readonly DELETE: {
    /** Revoke an API token. Takes effect within five seconds everywhere. Needs the scope `tokens:write`. */
    readonly '/api-tokens/{id}': { readonly path: { readonly id: string }; readonly data: undefined };
    /** Delete a brand. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `brands:write`. */
    readonly '/brands/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a brand. Also forgets why one has failed. Needs the scope `brands:publish`. */
    readonly '/brands/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Brand'] };
    /** Delete a channel-policy. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `policies:write`. */
    readonly '/channel-policies/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a channel-policy. Also forgets why one has failed. Needs the scope `policies:publish`. */
    readonly '/channel-policies/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['ChannelPolicy'] };
    /** Delete a connector. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `connectors:write`. */
    readonly '/connectors/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a connector. Also forgets why one has failed. Needs the scope `connectors:publish`. */
    readonly '/connectors/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Connector'] };
    /** Delete a journey map. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `journey-maps:write`. */
    readonly '/journey-maps/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a journey map. Also forgets why one has failed. Needs the scope `journey-maps:publish`. */
    readonly '/journey-maps/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['JourneyMap'] };
    /** Delete a journey-template. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `journeys:write`. */
    readonly '/journey-templates/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a journey-template. Also forgets why one has failed. Needs the scope `journeys:publish`. */
    readonly '/journey-templates/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['JourneyTemplate'] };
    /** Delete a KPI. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `kpis:write`. */
    readonly '/kpis/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a KPI. Also forgets why one has failed. Needs the scope `kpis:publish`. */
    readonly '/kpis/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['KPI'] };
    /** Delete a message-template. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `templates:write`. */
    readonly '/message-templates/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a message-template. Also forgets why one has failed. Needs the scope `templates:publish`. */
    readonly '/message-templates/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['MessageTemplate'] };
    /** Delete a offer. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `offers:write`. */
    readonly '/offers/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a offer. Also forgets why one has failed. Needs the scope `offers:publish`. */
    readonly '/offers/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Offer'] };
    /** Delete a persona. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `personas:write`. */
    readonly '/personas/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a persona. Also forgets why one has failed. Needs the scope `personas:publish`. */
    readonly '/personas/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Persona'] };
    /** Delete a phase set. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `phase-sets:write`. */
    readonly '/phase-sets/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a phase set. Also forgets why one has failed. Needs the scope `phase-sets:publish`. */
    readonly '/phase-sets/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['PhaseSet'] };
    /** Delete a release. One that was published stays as history. Needs the scope `releases:write`. */
    readonly '/releases/{id}': { readonly path: { readonly id: number }; readonly data: undefined };
    /** Cancel the planned publish of a release. Also forgets why one has failed. Needs the scope `releases:publish`. */
    readonly '/releases/{id}/schedule': { readonly path: { readonly id: number }; readonly data: Schemas['Release'] };
    /** Delete a segment. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `segments:write`. */
    readonly '/segments/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a segment. Also forgets why one has failed. Needs the scope `segments:publish`. */
    readonly '/segments/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Segment'] };
    /** Delete a survey. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `surveys:write`. */
    readonly '/surveys/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a survey. Also forgets why one has failed. Needs the scope `surveys:publish`. */
    readonly '/surveys/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Survey'] };
    /** Delete a touchpoint. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `touchpoints:write`. */
    readonly '/touchpoints/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a touchpoint. Also forgets why one has failed. Needs the scope `touchpoints:publish`. */
    readonly '/touchpoints/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Touchpoint'] };
    /** Delete a webhook. Not while something published or drafted refers to it. Enrollments that run on its versions go on. Needs the scope `webhooks:write`. */
    readonly '/webhooks/{key}': { readonly path: { readonly key: string }; readonly data: undefined };
    /** Cancel the planned publish of a webhook. Also forgets why one has failed. Needs the scope `webhooks:publish`. */
    readonly '/webhooks/{key}/schedule': { readonly path: { readonly key: string }; readonly data: Schemas['Webhook'] };
  };
}

/** The paths that do not stand below /api/v1. */
export const PATHS_OUTSIDE: readonly string[] = ["/health/live","/health/ready"];
