import { resolveText } from '@parcours/kernel';

import type { EmailTemplateSource } from './email-template.js';
import type { EmailDocument } from './message-template.type.js';

/** The sources of an email for a reader, each part in the nearest language that it has. */
export function emailSource(email: EmailDocument, locale: string, defaultLocale = 'en'): EmailTemplateSource {
  const { subject, preheader, html, text } = email;
  return {
    subject: resolveText(subject, locale, defaultLocale),
    html: resolveText(html, locale, defaultLocale),
    ...(preheader === undefined ? {} : { preheader: resolveText(preheader, locale, defaultLocale) }),
    ...(text === undefined ? {} : { text: resolveText(text, locale, defaultLocale) }),
  };
}
