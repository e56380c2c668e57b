import { ParcoursError } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import { compileContent, type WantedContent } from './compiled-contents.js';
import { type MessageFacts, messageData } from './message-data.rules.js';

/** In which language and zone a message is written. */
export interface Reading {
  readonly locale: string;
  readonly defaultLocale: string;
  readonly zone: string;
}

/** A message as a customer would receive it, or why it could not be written. */
export type MessagePreview =
  MessageContent | { readonly failure: { readonly code: string; readonly detail: string } };

/** Writes a message that is not sent. */
export async function previewMessage(
  wanted: Omit<WantedContent, 'locale' | 'defaultLocale'>,
  facts: MessageFacts,
  { locale, defaultLocale, zone }: Reading,
): Promise<MessagePreview> {
  try {
    const { content, brand } = await compileContent({ ...wanted, locale, defaultLocale });
    return content.render(messageData({ ...facts, brand }), { locale, zone });
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    return { failure: { code: error.code, detail: error.message } };
  }
}
