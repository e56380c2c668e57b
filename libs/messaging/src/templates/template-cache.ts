import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { compileEmail } from './email-template.js';
import type { CompiledEmail, EmailTemplateSource } from './email-template.js';
import { compileText } from './text-template.js';
import type { CompiledText, CompileTextOptions } from './text-template.js';

/** Compiled templates by their sources' SHA-256: equal sources are compiled once, whoever asks. */
export class TemplateCache {
  private readonly emails: LRUCache<string, CompiledEmail>;
  private readonly texts: LRUCache<string, CompiledText>;

  constructor(size = 500) {
    this.emails = new LRUCache({ max: size });
    this.texts = new LRUCache({ max: size });
  }

  email(source: EmailTemplateSource): CompiledEmail {
    const key = digest([source.subject, source.preheader, source.html, source.text]);
    const known = this.emails.get(key);
    if (known) return known;
    const compiled = compileEmail(source);
    this.emails.set(key, compiled);
    return compiled;
  }

  text(source: string, options: CompileTextOptions): CompiledText {
    const key = digest([source, String(options.escape)]);
    const known = this.texts.get(key);
    if (known) return known;
    const compiled = compileText(source, options);
    this.texts.set(key, compiled);
    return compiled;
  }
}

/** Lengths keep neighbouring parts apart; an absent part differs from an empty one. */
function digest(parts: readonly (string | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part === undefined ? '-' : `${String(part.length)}:${part}`);
  return hash.digest('base64');
}
