import { type Customer, zoneOf } from '@parcours/audience';
import { type JsonObject, localeOf } from '@parcours/kernel';

import type { RenderContext } from '../outbox/render-contexts.store.js';
import { messageData } from '../templates/message-data.rules.js';

/** What the step and its brand give to the text of a message. */
export interface RenderedStep {
  readonly step: string;
  readonly given?: JsonObject;
  readonly brand?: JsonObject | undefined;
}

/** What a template can read of a message; `links` are the addresses of the pages where customers choose what they get. */
export function renderData(
  { step, given, brand }: RenderedStep,
  { customer, context }: { readonly customer: Customer; readonly context: RenderContext },
  links?: object,
): JsonObject {
  const { externalId: customerId, traits } = customer;
  const { context: carried, journeyKey: journey } = context;
  return messageData({ customerId, traits, context: carried, journey, step, links, given, brand });
}

/** In which language and zone a customer reads. A zone or a locale that does not exist counts as none, as a zone does for waits. */
export function readerOf(
  { traits }: Customer,
  workspace: { readonly locale: string; readonly timezone: string },
): { locale: string; zone: string } {
  return {
    locale: localeOf(traits['locale']) ?? workspace.locale,
    zone: zoneOf(traits)?.name ?? workspace.timezone,
  };
}
