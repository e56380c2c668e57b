import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { isJsonObject } from '@parcours/kernel';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import type { JsonSchema } from '@parcours/sdk';
import { PluginErrors } from '../plugins.errors.js';
import { mapSecrets } from './secret-members.js';

const CIPHER = 'aes-256-gcm';
const REDACTED = 'set';

/** Encrypts and decrypts the secrets of connector configurations: AES-256-GCM (NIST SP 800-38D), 96-bit random IVs. */
export class SecretBox {
  /** Names the key that encrypts, without telling anything about it. */
  readonly keyId: string;
  private readonly key: Buffer;
  /** Every key that decrypts, by its name. */
  private readonly keys: ReadonlyMap<string, Buffer>;

  /**
   * @param base64Key 32 bytes in base64
   * @param before keys that were in use once: what they encrypted is read, and encrypted anew when it is stored again
   */
  constructor(base64Key: string, before: readonly string[] = []) {
    this.key = keyOf(base64Key);
    this.keyId = nameOf(this.key);
    this.keys = new Map([base64Key, ...before].map(keyOf).map((key) => [nameOf(key), key]));
  }

  /**
   * The configuration as it is stored: each secret becomes `{ "$secret": "v1:<keyId>:<iv>:<tag>:<data>" }`.
   * A redacted secret (`{ "$secret": "set" }`) keeps the one that `stored` has at the same place, and so does a value
   * that is the same: what has not changed stays as it is.
   * @throws plugins.secret-not-stored, plugins.secret-unreadable
   */
  seal(schema: JsonSchema, config: JsonObject, stored: JsonObject = {}): JsonObject {
    const kept = secretsByPointer(schema, stored);
    return mapSecrets(schema, config, ({ value, pointer }) => {
      if (typeof value === 'string')
        return this.sameSecret(kept.get(pointer), value) ?? { $secret: this.encrypt(value) };
      const token = tokenOf(value);
      if (token === undefined) return value;
      if (token !== REDACTED) {
        // Accepted from a client only where a key of this installation made it: an export that comes back.
        const text = this.decrypt(token, pointer);
        return { $secret: this.isCurrent(token) ? token : this.encrypt(text) };
      }
      const before = kept.get(pointer);
      if (before === undefined) throw PluginErrors.secretNotStored({ pointer });
      return typeof before === 'string' ? { $secret: this.encrypt(before) } : this.renewed(before, pointer);
    });
  }

  /**
   * The configuration with readable secrets, for the connector's eyes only.
   * @throws plugins.secret-unreadable
   */
  unseal(schema: JsonSchema, config: JsonObject): JsonObject {
    return mapSecrets(schema, config, ({ value, pointer }) => {
      const token = tokenOf(value);
      return token === undefined ? value : this.decrypt(token, pointer);
    });
  }

  /** What an earlier key has encrypted, by the key of now. */
  private renewed(stored: JsonValue, pointer: string): JsonValue {
    const token = tokenOf(stored);
    if (token === undefined || this.isCurrent(token)) return stored;
    return { $secret: this.encrypt(this.decrypt(token, pointer)) };
  }

  private isCurrent(token: string): boolean {
    return token.split(':')[1] === this.keyId;
  }

  /** The stored secret, where it has this value. */
  private sameSecret(stored: JsonValue | undefined, value: string): JsonValue | undefined {
    const token = stored === undefined ? undefined : tokenOf(stored);
    if (token === undefined) return undefined;
    if (!this.isCurrent(token)) return undefined;
    try {
      return this.decrypt(token, '') === value ? stored : undefined;
    } catch {
      // Made by another key, or damaged: the new value takes its place.
      return undefined;
    }
  }

  /** One text: `v1:<keyId>:<iv>:<tag>:<data>`. */
  encrypt(text: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.key, iv);
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'));
    return ['v1', this.keyId, ...parts].join(':');
  }

  /** The text again; `pointer` says where it stands, for the error. @throws plugins.secret-unreadable */
  decrypt(token: string, pointer: string): string {
    const [version, keyId = '', ...parts] = token.split(':');
    const key = this.keys.get(keyId);
    const [iv, tag, data] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (version !== 'v1' || !key || !iv || !data || tag?.length !== 16) {
      throw PluginErrors.secretUnreadable({ pointer });
    }
    try {
      const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: 16 }).setAuthTag(tag);
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw PluginErrors.secretUnreadable({ pointer }, { cause });
    }
  }
}

function keyOf(base64: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new RangeError('a key for secrets is 32 bytes in base64');
  return key;
}

function nameOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

/** The configuration for an API answer: each secret reads `{ "$secret": "set" }`. */
export function redactSecrets(schema: JsonSchema, config: JsonObject): JsonObject {
  return mapSecrets(schema, config, ({ value }) => (value === null ? null : { $secret: REDACTED }));
}

/** True where a secret member is encrypted or redacted, and so no plain text. */
export function isSealed(value: JsonValue): boolean {
  return tokenOf(value) !== undefined;
}

function tokenOf(value: JsonValue): string | undefined {
  const token = isJsonObject(value) ? value['$secret'] : undefined;
  return typeof token === 'string' ? token : undefined;
}

function secretsByPointer(schema: JsonSchema, config: JsonObject): ReadonlyMap<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  mapSecrets(schema, config, ({ value, pointer }) => {
    if (typeof value === 'string' || isSealed(value)) found.set(pointer, value);
    return value;
  });
  return found;
}
