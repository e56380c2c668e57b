import type { ConnectorCallbacks } from './callbacks.js';
import type { ConfigHistory } from './config-history.js';
import type { FromSchema, JsonSchema } from './json-schema.js';
import type { CallContext, HealthReport, PluginHostContext } from './plugin-host-context.js';

/** An event source with one configuration, until it is closed. */
export interface OpenEventSource {
  /** Reads what the other system sends to `/hooks/<connector>`. */
  readonly callbacks: ConnectorCallbacks;
  /** Tries the configuration. */
  verify?(call: CallContext): Promise<HealthReport>;
  /** Lets go of every connection. Called once, after the last call has ended or was given up. */
  close(): Promise<void>;
}

/** Tells what happens to customers in another system, and does nothing there. `C` is the type of its checked configuration. */
export interface EventSource<C = unknown> extends ConfigHistory {
  /** One sentence for the list of connectors. */
  readonly summary: string;
  /** JSON Schema (draft 2020-12) of its configuration; `"x-secret": true` marks secrets. */
  readonly config: JsonSchema;
  /** What it tells, by the name of the event: one sentence for whoever writes a journey. */
  readonly events: Readonly<Record<string, string>>;
  /** Gets ready to read. `config` has been checked against the schema and its secrets are readable. */
  open(config: C, host: PluginHostContext): Promise<OpenEventSource> | OpenEventSource;
}

/** An event source whose schema is written out, so that the type of its configuration follows from it. */
export interface EventSourceDefinition<S extends JsonSchema> extends EventSource<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares an event source; `open` receives a configuration typed by the schema.
 * @example
 * const helpDesk = defineEventSource({
 *   summary: 'Tells of tickets.',
 *   config: { type: 'object', required: ['secret'], properties: { secret: { type: 'string', 'x-secret': true } } },
 *   events: { 'ticket.resolved': 'A ticket was resolved; `hours` says how long it took.' },
 *   open: ({ secret }) => ({ callbacks: { parse: (request) => readTicket(secret, request) }, close: async () => {} }),
 * });
 */
export function defineEventSource<const S extends JsonSchema>(
  source: EventSourceDefinition<S>,
): EventSourceDefinition<S> {
  return source;
}
