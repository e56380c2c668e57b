import type { JsonObject } from '@parcours/kernel';

/**
 * How the form of a connector's configuration has changed from version to version. Configurations that people have
 * entered are kept as they are, and read in the form of now.
 * @example
 * defineChannelConnector({
 *   configVersion: 2,
 *   migrate: ({ server, ...rest }) => ({ ...rest, url: `https://${String(server)}` }),
 *   …
 * });
 */
export interface ConfigHistory {
  /** The version of the form that `config` describes; 1 when left out. Count it up when older ones no longer fit. */
  readonly configVersion?: number;
  /**
   * A configuration of an older version in the form of now; needed from version 2 on. Secrets in it are readable, and
   * have to end in members that the schema marks as secret. It is pure, and answers at once. Where it throws, the
   * connector waits, and says so.
   */
  migrate?(config: JsonObject, fromVersion: number): JsonObject;
}
