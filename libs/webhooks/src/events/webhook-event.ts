import type { JsonSchema } from '@parcours/http';

/** A kind of event that webhooks can hear of; D is the shape of its data. */
export interface WebhookEventType<D extends object = object> {
  /** From the general to the particular: `content.published`. */
  readonly name: string;
  /** One sentence: when it is raised. */
  readonly description: string;
  /** JSON Schema of the data. */
  readonly data: JsonSchema;
  readonly example: D;
}

const declared = new Map<string, WebhookEventType>();

/**
 * Declares a kind of event: from then on it can be raised, is in the catalogue at `GET /webhooks/events`, and is known to
 * the checks of webhooks.
 * @throws TypeError for a name that is taken or is none
 */
export function declareWebhookEvent<D extends object>(type: WebhookEventType<D>): WebhookEventType<D> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(type.name) || type.name.length > 100) {
    throw new TypeError(`'${type.name}' cannot be the name of an event`);
  }
  if (declared.has(type.name)) throw new TypeError(`the event '${type.name}' is declared twice`);
  declared.set(type.name, type);
  return type;
}

/** Every kind of event of this process, by name. */
export function declaredWebhookEvents(): readonly WebhookEventType[] {
  return [...declared.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
