import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { JsonSchema } from '@parcours/sdk';

import { PluginErrors } from '../plugins.errors.js';
import { redactSecrets, SecretBox } from './secret-box.js';

/** Single texts that are kept encrypted: the secrets of webhooks, the passwords in their headers. */
export class SealedTexts {
  private readonly box: SecretBox | undefined;

  /**
   * @param secretKey 32 bytes in base64; without it nothing can be kept
   * @param before keys that were in use once
   */
  constructor(secretKey: string | undefined, before: readonly string[] = []) {
    this.box = secretKey === undefined ? undefined : new SecretBox(secretKey, before);
  }

  get isPossible(): boolean {
    return this.box !== undefined;
  }

  /** @throws plugins.secret-key-missing */
  seal(text: string): string {
    return this.opened().encrypt(text);
  }

  /** `place` is a JSON pointer, for the error. @throws plugins.secret-key-missing, plugins.secret-unreadable */
  open(sealed: string, place: string): string {
    return this.opened().decrypt(sealed, place);
  }

  /**
   * A document whose texts under a member are all secret, as it is stored. One that reads `{ "$secret": "set" }` stays
   * the one that `previous` has.
   * @throws plugins.secret-key-missing, plugins.secret-not-stored, plugins.secret-unreadable
   */
  sealUnder(member: string, document: JsonObject, previous: JsonObject | undefined): JsonObject {
    const schema = secretsUnder(member, document);
    if (!schema) return document;
    return this.opened().seal(schema, document, previous);
  }

  /** The same as it is shown: each reads `{ "$secret": "set" }`. */
  redactUnder(member: string, document: JsonObject): JsonObject {
    const schema = secretsUnder(member, document);
    return schema ? redactSecrets(schema, document) : document;
  }

  /** The texts under a member. @throws plugins.secret-key-missing, plugins.secret-unreadable */
  openUnder(member: string, document: JsonObject): Record<string, string> {
    const schema = secretsUnder(member, document);
    const texts = schema ? this.opened().unseal(schema, document)[member] : undefined;
    if (!isJsonObject(texts)) return {};
    return Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
    );
  }

  private opened(): SecretBox {
    if (!this.box) throw PluginErrors.secretKeyMissing({});
    return this.box;
  }
}

function secretsUnder(member: string, document: JsonObject): JsonSchema | undefined {
  const texts = document[member];
  if (!isJsonObject(texts) || Object.keys(texts).length === 0) return undefined;
  const properties = Object.fromEntries(Object.keys(texts).map((name) => [name, { 'x-secret': true }]));
  return { type: 'object', properties: { [member]: { type: 'object', properties } } };
}
