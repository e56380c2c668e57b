import { isJsonObject, type JsonObject } from '@parcours/kernel';

/** What the text of a message is made from. */
export interface MessageFacts {
  readonly customerId: string;
  readonly traits: JsonObject;
  /** What the enrollment carries. */
  readonly context: JsonObject;
  readonly journey: string;
  readonly step: string;
  /** Addresses of the pages where customers choose what they get. */
  readonly links?: object | undefined;
  /** What the step gives beside; see `giftData`. */
  readonly given?: JsonObject | undefined;
  /** What the brand says of itself; see `brandData`. */
  readonly brand?: JsonObject | undefined;
}

/** What a template can read. `event` holds the properties of the event that let the customer in. */
export function messageData(facts: MessageFacts): JsonObject {
  const { customerId, traits, context, journey, step, links, given, brand } = facts;
  const { event, ...others } = context;
  const properties = isJsonObject(event) && isJsonObject(event['properties']) ? event['properties'] : {};
  return {
    customer: { ...traits, id: customerId },
    event: properties,
    context: others,
    journey: { key: journey },
    step: { key: step },
    ...(brand && { brand }),
    ...(links && { links: { ...links } }),
    ...given,
  };
}
