import type { Customer } from '@parcours/audience';
import type { ContentSnapshot, PublishedVersion } from '@parcours/content';

import type { PublishedBrand } from '../brands/brand-of.rules.js';
import type { ClaimedMessage, DeliveryOutcome, MessageFailure } from '../outbox/message.js';
import type { RenderContext } from '../outbox/render-contexts.store.js';
import type { MessageTemplateDocument } from '../templates/message-template.type.js';

/** Everything that a message is made of, or why it is not to be made. */
export type Prepared =
  | { readonly message: ClaimedMessage; readonly reader: Reader }
  | { readonly message: ClaimedMessage; readonly outcome: DeliveryOutcome };

export interface Reader {
  readonly customer: Customer;
  readonly context: RenderContext;
  readonly template: PublishedVersion<MessageTemplateDocument>;
  /** What it is about, by its template or its policy. */
  readonly topic: string | undefined;
  /** In whose name it goes out. */
  readonly brand: PublishedBrand | undefined;
  readonly address: string;
  /** What was published when it was read. */
  readonly content: ContentSnapshot;
}

/** The end of a message that will never be sent. */
export function failed(failure: MessageFailure, address?: string): DeliveryOutcome {
  return { kind: 'failed', address, failure };
}
