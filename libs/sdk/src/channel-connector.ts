import type { ConnectorCallbacks, Deliver } from './callbacks.js';
import type { ActionRunner, ConnectorAction } from './connector-action.js';
import type { ConfigHistory } from './config-history.js';
import type { FromSchema, JsonSchema } from './json-schema.js';
import type { ChannelName, OutgoingMessage, SendResult } from './outgoing-message.js';
import type { CallContext, HealthReport, PluginHostContext } from './plugin-host-context.js';

/** What a connector can take, so that the host shapes its calls. */
export interface ConnectorCapabilities {
  /** The most messages in one call of `sendBatch`; 1 or more. */
  readonly maxBatch: number;
  /** The most calls of `sendBatch` at once on one open connector; 1 or more. */
  readonly concurrency: number;
  /** True where the provider drops a second message with the same id. */
  readonly idempotency: boolean;
  /**
   * True where what the provider tells comes over a connection that the connector holds: the host keeps it open in every
   * worker, whether there is something to send or not.
   */
  readonly listens?: boolean;
}

/**
 * A connector with one configuration, holding its connections, until it is closed. `Ch` is the channel whose messages
 * it takes: `class PagerConnector implements OpenConnector<'sms'>`.
 */
export interface OpenConnector<Ch extends ChannelName = ChannelName> extends Partial<ActionRunner> {
  /**
   * Hands messages to the provider. Answers one result per message, in the same order. A failure of single messages
   * is a result, not an exception: an exception makes the host retry the whole batch, marked as perhaps sent.
   */
  sendBatch(messages: readonly OutgoingMessage<Ch>[], call: CallContext): Promise<readonly SendResult[]>;
  /** Tries the configuration without sending anything. */
  verify?(call: CallContext): Promise<HealthReport>;
  /** Reads what the provider sends of its own accord; left out where it sends nothing. */
  readonly callbacks?: ConnectorCallbacks;
  /**
   * From now on takes what the provider tells over a connection of the connector's own, and binds again whenever that is
   * lost. Called once, before the first message; left out where the provider calls an address.
   * @example
   * listen(deliver) {
   *   this.session.on('receipt', async ({ id, answer }) => {
   *     await deliver({ status: 'accepted', id, reactions: [{ kind: 'delivered', providerId: id }] });
   *     answer();
   *   });
   * }
   */
  listen?(deliver: Deliver): Promise<void> | void;
  /** Lets go of every connection. Called once, after the last call has ended or was given up. */
  close(): Promise<void>;
}

/**
 * Delivers the messages of one channel through one kind of provider.
 * `C` is the type of its configuration once the host has checked it and filled defaults in.
 */
export interface ChannelConnector<C = unknown> extends ConfigHistory {
  /** The channel it serves, such as `email`; it decides what the messages carry. */
  readonly channel: string;
  /** One sentence for the list of connectors. */
  readonly summary: string;
  /** JSON Schema (draft 2020-12) of its configuration; `"x-secret": true` marks secrets. */
  readonly config: JsonSchema;
  readonly capabilities: ConnectorCapabilities;
  /** What it can do beside carrying messages, by name; an open connector then has `act`. */
  readonly actions?: Readonly<Record<string, ConnectorAction>>;
  /** Gets ready to send. `config` has been checked against the schema and its secrets are readable. */
  open(config: C, host: PluginHostContext): Promise<OpenConnector> | OpenConnector;
}

/** A channel connector whose schema is written out, so that the type of its configuration follows from it. */
export interface ChannelConnectorDefinition<S extends JsonSchema> extends ChannelConnector<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares a channel connector; `open` receives a configuration typed by the schema.
 * @example
 * const pager = defineChannelConnector({
 *   channel: 'sms',
 *   summary: 'Sends a text message through the pager gateway.',
 *   config: { type: 'object', required: ['url'], properties: { url: { type: 'string', format: 'uri' } } },
 *   capabilities: { maxBatch: 50, concurrency: 2, idempotency: true },
 *   open: (config, host) => openGateway(config.url, host.logger),
 * });
 */
export function defineChannelConnector<const S extends JsonSchema>(
  connector: ChannelConnectorDefinition<S>,
): ChannelConnectorDefinition<S> {
  return connector;
}
