import { describeError, isJsonObject, ParcoursError } from '@parcours/kernel';
import type { Finding, JsonObject, JsonValue } from '@parcours/kernel';
import type { ConfigHistory, JsonSchema } from '@parcours/sdk';

import { SecretScrubber } from '../calling/secret-scrubber.js';
import { timeBoxed } from '../pure/time-box.js';
import { PluginErrors } from '../plugins.errors.js';
import type { ConfigChecker } from './config-checker.js';
import { isSealed, redactSecrets, type SecretBox } from './secret-box.js';
import { mapSecrets, secretTexts } from './secret-members.js';

/** What there is to know of a kind of connector about its configurations. */
export interface ConfiguredType {
  readonly type: string;
  readonly schema: JsonSchema;
  readonly checker: ConfigChecker;
  readonly history: ConfigHistory;
}

/** Stands in a stored configuration whose form is not the first one. */
const VERSION = '$version';

/** Reads, checks, seals and shows configurations of connectors, those of older versions of their plugins in the form of now. */
export class ConnectorConfigs {
  constructor(private readonly box: SecretBox | undefined) {}

  /** What is wrong with one, entered or stored; secrets plain, encrypted or redacted. */
  check(known: ConfiguredType, config: unknown): readonly Finding[] {
    const { checker } = known;
    if (!isJsonObject(config)) return checker.check(config);
    const { version, bare } = parted(config);
    const asIs = checker.check(bare);
    // One without a version is either entered in the form of now, or stored in the first one.
    if (version === currentOf(known) || (version === undefined && asIs.length === 0)) return asIs;
    try {
      const wrong = checker.check(this.current(known, config));
      return version === undefined && wrong.length > 0 ? asIs : wrong;
    } catch (cause) {
      if (!(cause instanceof ParcoursError)) throw cause;
      if (version === undefined) return asIs;
      return [{ code: cause.code, severity: 'error', pointer: '', message: cause.message }];
    }
  }

  /**
   * As it may be stored: secrets encrypted, redacted ones kept from `stored`.
   * @throws plugins.secret-key-missing, plugins.secret-not-stored, plugins.secret-unreadable,
   * plugins.config-not-migrated
   */
  seal(known: ConfiguredType, config: JsonObject, stored: JsonObject | undefined): JsonObject {
    const { version } = parted(config);
    const entered = version === undefined ? config : this.current(known, config);
    return stamped(known, this.sealed(known.schema, entered, stored && this.keptOf(known, stored)));
  }

  /** As it may be shown: `{ "$secret": "set" }` in place of each secret; the old form where it cannot be migrated. */
  redact(known: ConfiguredType, config: JsonObject): JsonObject {
    try {
      return redactSecrets(known.schema, this.current(known, config));
    } catch (cause) {
      if (!(cause instanceof ParcoursError)) throw cause;
      return mapSealed(parted(config).bare, () => ({ $secret: 'set' }));
    }
  }

  /**
   * A stored one as its connector reads it.
   * @throws plugins.secret-key-missing, plugins.secret-unreadable, plugins.config-not-migrated
   */
  readable(known: ConfiguredType, config: JsonObject): JsonObject {
    const current = this.current(known, config);
    if (this.box) return this.box.unseal(known.schema, current);
    return mapSecrets(known.schema, current, ({ value }) => {
      if (isSealed(value)) throw PluginErrors.secretKeyMissing({});
      return value;
    });
  }

  /** One whose secrets may be sealed, in the form of now, sealed. @throws plugins.config-not-migrated and as {@link seal} */
  private current(known: ConfiguredType, config: JsonObject): JsonObject {
    const { version = 1, bare } = parted(config);
    const wanted = currentOf(known);
    if (version === wanted) return bare;
    const { type, schema, history } = known;
    const failed = (reason: string) =>
      PluginErrors.configNotMigrated({ type, from: version, to: wanted, reason });
    if (version > wanted) throw failed('it was stored by a newer version of the plugin');
    const secrets: string[] = [];
    const plain = mapSealed(bare, (token, pointer) => {
      if (token === 'set') return { $secret: token };
      if (!this.box) throw PluginErrors.secretKeyMissing({});
      const text = this.box.decrypt(token, pointer);
      secrets.push(text);
      return text;
    });
    const scrubber = new SecretScrubber([...secrets, ...secretTexts(schema, plain)]);
    const migrated = (() => {
      try {
        return timeBoxed<unknown>(() => history.migrate?.(structuredClone(plain), version));
      } catch (cause) {
        // The cause is left behind: it is the plugin's own and may hold the configuration.
        throw failed(scrubber.text(describeError(cause), 500));
      }
    })();
    const copy: unknown = isJsonObject(migrated) ? JSON.parse(JSON.stringify(migrated)) : undefined;
    if (!isJsonObject(copy)) throw failed('it answered no configuration');
    const open = JSON.stringify(mapSecrets(schema, copy, () => undefined));
    if (secrets.some((secret) => secret.length > 3 && open.includes(JSON.stringify(secret).slice(1, -1)))) {
      throw failed('a secret has come into a member that is none');
    }
    return secrets.length === 0 ? copy : this.sealed(schema, copy, undefined);
  }

  /** Secrets that are not entered again are those of the stored one, as far as it can be read. */
  private keptOf(known: ConfiguredType, stored: JsonObject): JsonObject {
    try {
      return this.current(known, stored);
    } catch (cause) {
      if (!(cause instanceof ParcoursError)) throw cause;
      return parted(stored).bare;
    }
  }

  private sealed(schema: JsonSchema, config: JsonObject, stored: JsonObject | undefined): JsonObject {
    if (this.box) return this.box.seal(schema, config, stored);
    return mapSecrets(schema, config, () => {
      throw PluginErrors.secretKeyMissing({});
    });
  }
}

function currentOf({ history }: ConfiguredType): number {
  return history.configVersion ?? 1;
}

function stamped(known: ConfiguredType, config: JsonObject): JsonObject {
  const version = currentOf(known);
  return version === 1 ? config : { ...config, [VERSION]: version };
}

function parted(config: JsonObject): { readonly version: number | undefined; readonly bare: JsonObject } {
  const { [VERSION]: version, ...bare } = config;
  return Number.isInteger(version) && typeof version === 'number'
    ? { version, bare }
    : { version: undefined, bare: config };
}

/** Replaces every sealed secret, wherever it stands: of an older version nobody knows the schema. */
function mapSealed(config: JsonObject, replace: (token: string, pointer: string) => JsonValue): JsonObject {
  const mapped = mapSealedValue(config, '', replace);
  return isJsonObject(mapped) ? mapped : {};
}

function mapSealedValue(
  value: JsonValue,
  at: string,
  replace: (token: string, pointer: string) => JsonValue,
): JsonValue {
  if (Array.isArray(value))
    return value.map((item, index) => mapSealedValue(item, `${at}/${String(index)}`, replace));
  if (!isJsonObject(value)) return value;
  const token = value['$secret'];
  if (typeof token === 'string') return replace(token, at);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      member === undefined ? undefined : mapSealedValue(member, `${at}/${name}`, replace),
    ]),
  );
}
