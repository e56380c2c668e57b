import type { HttpClient } from './plugin-http.js';
import type { SocketClient } from './plugin-sockets.js';
import type { PluginStore } from './plugin-store.js';

/** A logger that names the plugin and hides its secrets. Details are plain JSON without personal data. */
export interface PluginLogger {
  debug(message: string, details?: Readonly<Record<string, unknown>>): void;
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

/** What the host lends to a plugin. A plugin reaches for nothing else of the platform. */
export interface PluginHostContext {
  /** The key of the configured connector that is being opened. */
  readonly instanceKey: string;
  readonly logger: PluginLogger;
  /** The platform's clock: milliseconds since the Unix epoch, UTC. */
  readonly clock: { now(): number };
  readonly http: HttpClient;
  readonly sockets: SocketClient;
  readonly store: PluginStore;
}

/** What accompanies one call into a plugin. */
export interface CallContext {
  /**
   * Aborted when the host has given up on the call; go on working after that and nobody reads the answer. As many may
   * listen to it as a batch has messages.
   */
  readonly signal: AbortSignal;
}

/** Whether a provider can be reached with the present configuration. */
export interface HealthReport {
  readonly status: 'up' | 'down';
  /** For a person; no secrets. */
  readonly detail?: string;
}
