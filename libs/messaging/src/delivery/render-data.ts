import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { Customer } from '@parcours/audience';
import { IANAZone } from 'luxon';

import type { RenderContext } from '../outbox/render-contexts.store.js';

/** What a template can read. `event` holds the properties of the event that let the customer in. */
export function renderData(step: string, customer: Customer, context: RenderContext): JsonObject {
  const { event, ...others } = context.context;
  const properties = isJsonObject(event) && isJsonObject(event['properties']) ? event['properties'] : {};
  return {
    customer: { ...customer.traits, id: customer.externalId },
    event: properties,
    context: others,
    journey: { key: context.journeyKey },
    step: { key: step },
  };
}

/** In which language and zone a customer reads. A zone that does not exist counts as none, as it does for waits. */
export function readerOf(
  { traits }: Customer,
  workspace: { readonly locale: string; readonly timezone: string },
): { locale: string; zone: string } {
  const { locale, timezone } = traits;
  const isZone = typeof timezone === 'string' && IANAZone.isValidZone(timezone);
  return {
    locale: typeof locale === 'string' ? locale : workspace.locale,
    zone: isZone ? timezone : workspace.timezone,
  };
}
