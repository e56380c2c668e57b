import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { ParcoursError } from '@parcours/kernel';
import { SealedTexts } from '@parcours/plugin-host';
import type { SendError } from '@parcours/sdk';

import { hostOf } from './named-secrets.rules.js';
import { SecretStore } from './secret.store.js';

/** Headers as a step asks for them: a text, or the name of a secret. */
export type AskedHeaders = Readonly<Record<string, string | { readonly secret: string }>>;

/** Headers as they are sent, and what of them nobody may read; or why they cannot be. */
export type ReadHeaders =
  | { readonly headers: Readonly<Record<string, string>>; readonly secrets: readonly string[] }
  | { readonly error: SendError };

/** Reads secrets at the moment at which they are sent. What a person has to mend waits for that. */
@Injectable()
export class SecretReader {
  constructor(
    private readonly database: Database,
    private readonly store: SecretStore,
    private readonly sealed: SealedTexts,
  ) {}

  /** One statement where a secret is named, and none otherwise. */
  async headersFor(url: string, asked: AskedHeaders): Promise<ReadHeaders> {
    const names = Object.values(asked).flatMap((value) => (typeof value === 'string' ? [] : [value.secret]));
    const found = await this.store.find(this.database.sql, [...new Set(names)]);
    const secrets = new Map(found.map((secret) => [secret.name, secret]));
    const headers: Record<string, string> = {};
    const texts: string[] = [];
    for (const [header, value] of Object.entries(asked)) {
      if (typeof value === 'string') {
        headers[header] = value;
        continue;
      }
      const secret = secrets.get(value.secret);
      if (!secret) return { error: unusable('missing', `There is no secret '${value.secret}'.`) };
      if (!secret.hosts.includes(hostOf(url) ?? '')) {
        const detail = `The secret '${value.secret}' may not be sent to this host.`;
        return { error: unusable('elsewhere', detail) };
      }
      const text = this.open(secret.sealed);
      if (text === undefined) {
        return { error: unusable('unreadable', `The secret '${value.secret}' was made by another key.`) };
      }
      headers[header] = text;
      texts.push(text);
    }
    return { headers, secrets: texts };
  }

  private open(sealed: string): string | undefined {
    try {
      return this.sealed.open(sealed, '');
    } catch (error) {
      if (error instanceof ParcoursError) return undefined;
      throw error;
    }
  }
}

function unusable(what: string, detail: string): SendError {
  return { class: 'misconfigured', code: `outside.secret-${what}`, detail };
}
