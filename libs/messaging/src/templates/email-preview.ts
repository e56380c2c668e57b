import { ParcoursError } from '@parcours/kernel';

import { compileEmail, type RenderedEmail } from './email-template.js';
import { emailSource } from './localised-email.rules.js';
import { type MessageFacts, messageData } from './message-data.rules.js';
import type { EmailDocument } from './message-template.type.js';

/** In which language and zone a message is written. */
export interface Reading {
  readonly locale: string;
  readonly defaultLocale: string;
  readonly zone: string;
}

/** An email as a customer would receive it, or why it could not be written. */
export type EmailPreview =
  RenderedEmail | { readonly failure: { readonly code: string; readonly detail: string } };

/** Writes an email that is not sent. */
export function previewEmail(document: EmailDocument, facts: MessageFacts, reading: Reading): EmailPreview {
  const { locale, defaultLocale, zone } = reading;
  try {
    const email = compileEmail(emailSource(document, locale, defaultLocale));
    return email.render(messageData(facts), { locale, zone });
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    return { failure: { code: error.code, detail: error.message } };
  }
}
