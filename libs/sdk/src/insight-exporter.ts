import type { JsonObject } from '@parcours/kernel';

import type { ConfigHistory } from './config-history.js';
import type { FromSchema, JsonSchema } from './json-schema.js';
import type { SendError } from './outgoing-message.js';
import type { CallContext, HealthReport, PluginHostContext } from './plugin-host-context.js';

/**
 * What can be exported. `events`: what happened to customers, reactions to messages and steps of Parcours itself among
 * them. `enrollments`: that customers entered journeys.
 */
export type InsightStream = 'events' | 'enrollments';

/** Every stream, for checks. */
export const INSIGHT_STREAMS: readonly InsightStream[] = ['events', 'enrollments'];

/**
 * A row of a stream: plain JSON. Times are texts in ISO 8601 (UTC), journeys and their versions are keys and numbers as
 * people know them. Members may be added in later versions. Traits of customers are never among them.
 */
export interface InsightRow extends JsonObject {
  /** Stable and unique within its stream, over retries and restarts: what comes again replaces what is there. */
  readonly id: string;
  /** When it happened. */
  readonly at: string;
  /** Whom it is about, as they are known when the row is exported. */
  readonly customerId: string;
}

/** An event of a customer. */
export interface EventInsight extends InsightRow {
  /** Its name, such as `order.placed` or `message.opened`. */
  readonly name: string;
  /** What its sender called it; null where it has no such id. */
  readonly messageId: string | null;
  readonly layer: string;
  readonly channel: string | null;
  readonly touchpoint: string | null;
  readonly device: string | null;
  readonly department: string | null;
  readonly properties: JsonObject;
  /** When it came in. */
  readonly receivedAt: string;
}

/** The entry of a customer into a journey. */
export interface EnrollmentInsight extends InsightRow {
  /** The key of the journey. */
  readonly journey: string;
  /** The number of its version. */
  readonly version: number;
}

/** Rows of one stream, in the order in which they came in. */
export type InsightBatch =
  | { readonly stream: 'events'; readonly rows: readonly EventInsight[] }
  | { readonly stream: 'enrollments'; readonly rows: readonly EnrollmentInsight[] };

/**
 * What became of a batch. `done` says that all of its rows are kept for good: they do not come again, unless somebody has
 * the export begin anew. A batch that has failed comes again, whatever the class of the error says of when.
 */
export type ExportResult =
  { readonly status: 'done' } | { readonly status: 'failed'; readonly error: SendError };

/** An exporter with one configuration, holding its connections, until it is closed. */
export interface OpenInsightExporter {
  /**
   * Writes a batch, never of no rows. A failure is a result, not an exception. A row may come more than once, also where
   * this answered `done` and the answer was lost: write by `id`.
   */
  export(batch: InsightBatch, call: CallContext): Promise<ExportResult>;
  /** Tries the configuration without writing anything. */
  verify?(call: CallContext): Promise<HealthReport>;
  /** Lets go of every connection. Called once, after the last call has ended or was given up. */
  close(): Promise<void>;
}

/** Brings what happened into a warehouse. `C` is the type of its checked configuration. */
export interface InsightExporter<C = unknown> extends ConfigHistory {
  /** One sentence for the list of connectors. */
  readonly summary: string;
  /** JSON Schema (draft 2020-12) of its configuration; `"x-secret": true` marks secrets. */
  readonly config: JsonSchema;
  readonly capabilities: {
    /** The most rows in one call of `export`; 1 or more. The host may hand over fewer. */
    readonly maxBatch: number;
  };
  /** The streams that it takes. */
  readonly exports: readonly InsightStream[];
  /** Gets ready to write. `config` has been checked against the schema and its secrets are readable. */
  open(config: C, host: PluginHostContext): Promise<OpenInsightExporter> | OpenInsightExporter;
}

/** An exporter whose schema is written out, so that the type of its configuration follows from it. */
export interface InsightExporterDefinition<S extends JsonSchema> extends InsightExporter<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares an exporter; `open` receives a configuration typed by the schema.
 * @example
 * const warehouse = defineInsightExporter({
 *   summary: 'Writes events into the warehouse.',
 *   config: { type: 'object', required: ['url'], properties: { url: { type: 'string', format: 'uri' } } },
 *   capabilities: { maxBatch: 500 },
 *   exports: ['events'],
 *   open: ({ url }, host) => ({
 *     export: ({ stream, rows }, { signal }) => upsert(host.http, `${url}/${stream}`, rows, signal),
 *     close: async () => {},
 *   }),
 * });
 */
export function defineInsightExporter<const S extends JsonSchema>(
  exporter: InsightExporterDefinition<S>,
): InsightExporterDefinition<S> {
  return exporter;
}
