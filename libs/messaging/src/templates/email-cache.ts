import { LRUCache } from 'lru-cache';

import { type CompiledEmail, compileEmail } from './email-template.js';
import { emailSource } from './localised-email.rules.js';
import type { EmailDocument } from './message-template.type.js';

const COMPILED_EMAILS = 500;

/** Compiled emails of published versions, one a language. A version never changes, so neither does its entry. */
export class EmailCache {
  private readonly emails = new LRUCache<string, CompiledEmail>({ max: COMPILED_EMAILS });

  compiled(
    versionId: number,
    document: EmailDocument,
    { locale, defaultLocale }: { locale: string; defaultLocale: string },
  ): CompiledEmail {
    const name = `${String(versionId)} ${locale}`;
    const known = this.emails.get(name);
    if (known) return known;
    const email = compileEmail(emailSource(document, locale, defaultLocale));
    this.emails.set(name, email);
    return email;
  }
}
