import type { ConfigHistory } from './config-history.js';
import type { JsonValue } from '@parcours/kernel';

import type { ConnectorCallbacks } from './callbacks.js';
import type { HandOver, HandOverPart } from './hand-over.js';
import type { FromSchema, JsonSchema } from './json-schema.js';
import type { SendError } from './outgoing-message.js';
import type { CallContext, HealthReport, PluginHostContext } from './plugin-host-context.js';

/** Something that a connector can do in another system, such as creating a task. */
export interface ConnectorAction {
  /** One sentence for whoever writes a journey. */
  readonly summary: string;
  /** JSON Schema (draft 2020-12) of what it asks for: an object. Journeys are held against it before they are published. */
  readonly input: JsonSchema;
  /** What it is told of the customer beside its input; nothing where it is left out. Ask for no more than goes into the other system. */
  readonly handOver?: readonly HandOverPart[];
  /** The outcomes that its completions can have, such as `reached`; any where it is left out. */
  readonly outcomes?: readonly string[];
}

/** One action to be done for one customer. */
export interface ActionRequest {
  /** The name under which the connector declares the action. */
  readonly action: string;
  /** Stable over retries: hand it to a provider that takes an idempotency key, or look it up before you act. */
  readonly id: string;
  readonly customerId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Has been checked against the schema, with defaults filled in. */
  readonly input: { readonly [member: string]: JsonValue | undefined };
  /** What the person who takes over has to know; there where the action declares `handOver`. */
  readonly handOver?: HandOver;
}

/**
 * What became of an action. `output` is JSON that a journey can keep a part of; its member `recordId` is the id under
 * which the other system keeps what was made, by which a completion finds it. The classes of errors mean what they
 * mean for messages: `temporary` and `throttled` are tried again, `permanent` and `rejected-recipient` are final,
 * `misconfigured` waits until a person has put the connector right.
 */
export type ActionResult =
  | { readonly status: 'done'; readonly output?: JsonValue }
  | { readonly status: 'failed'; readonly error: SendError };

/** Does the actions of a connector. */
export interface ActionRunner {
  /**
   * Does one action. A failure is a result, not an exception: an exception makes the host try again, marked as perhaps
   * done.
   */
  act(request: ActionRequest, call: CallContext): Promise<ActionResult>;
}

/** An action connector with one configuration, holding its connections, until it is closed. */
export interface OpenActionConnector extends ActionRunner {
  /** Tries the configuration without doing anything. */
  verify?(call: CallContext): Promise<HealthReport>;
  /** Reads what the other system sends of its own accord; left out where it sends nothing. */
  readonly callbacks?: ConnectorCallbacks;
  /** Lets go of every connection. Called once, after the last call has ended or was given up. */
  close(): Promise<void>;
}

/** Does things in another system and carries no messages. `C` is the type of its checked configuration. */
export interface ActionConnector<C = unknown> extends ConfigHistory {
  /** One sentence for the list of connectors. */
  readonly summary: string;
  /** JSON Schema (draft 2020-12) of its configuration; `"x-secret": true` marks secrets. */
  readonly config: JsonSchema;
  readonly capabilities: {
    /** The most actions at once on one open connector; 1 or more. */
    readonly concurrency: number;
    /** True where the provider drops a second action with the same id. */
    readonly idempotency: boolean;
  };
  /** By name: lower case letters, digits and hyphens. */
  readonly actions: Readonly<Record<string, ConnectorAction>>;
  /** What its callbacks tell, by the name of the event: one sentence for whoever writes a journey. */
  readonly events?: Readonly<Record<string, string>>;
  /** Gets ready to act. `config` has been checked against the schema and its secrets are readable. */
  open(config: C, host: PluginHostContext): Promise<OpenActionConnector> | OpenActionConnector;
}

/** An action connector whose schema is written out, so that the type of its configuration follows from it. */
export interface ActionConnectorDefinition<S extends JsonSchema> extends ActionConnector<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares an action connector; `open` receives a configuration typed by the schema.
 * @example
 * const crm = defineActionConnector({
 *   summary: 'Creates tasks in the CRM.',
 *   config: { type: 'object', required: ['url'], properties: { url: { type: 'string', format: 'uri' } } },
 *   capabilities: { concurrency: 4, idempotency: true },
 *   actions: {
 *     'create-task': {
 *       summary: 'Creates a task for the customer.',
 *       input: { type: 'object', required: ['subject'], properties: { subject: { type: 'string' } } },
 *     },
 *   },
 *   open: ({ url }, host) => openCrm(url, host.logger),
 * });
 */
export function defineActionConnector<const S extends JsonSchema>(
  connector: ActionConnectorDefinition<S>,
): ActionConnectorDefinition<S> {
  return connector;
}
