import type { JsonObject, SourceEvent } from '@parcours/sdk';

/** What the event carries; one whose completion is told apart says that it is of no call, so that no call ends by it. */
export function propertiesOf({ properties = {}, hasCompletion }: SourceEvent): JsonObject {
  return hasCompletion === true ? { ...properties, call: null } : properties;
}
