import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { describeError, ParcoursError } from '@parcours/kernel';
import type { Clock, Finding, JsonObject } from '@parcours/kernel';
import type {
  AnyConnector,
  ConnectorAction,
  ConnectorCapabilities,
  CrmConnector,
  HttpClient,
  InsightStream,
  JsonSchema,
  SocketClient,
} from '@parcours/sdk';
import { DEFAULT_CALL_LIMITS } from './calling/call-limits.js';
import type { CallLimits } from './calling/call-limits.js';
import { CallMeter, type CallOutcome } from './calling/call-meter.js';
import { DeadlinePassed } from './calling/with-deadline.js';
import { PluginSteps } from './calling/plugin-steps.js';
import { type AnyOpenConnector, ConnectorHandle } from './calling/connector-handle.js';
import { missingFunction, openInTime } from './calling/open-connector.js';
import { scrubbingLogger } from './calling/scrubbing-logger.js';
import { SecretScrubber } from './calling/secret-scrubber.js';
import type { ConfigChecker } from './config/config-checker.js';
import { type ConfiguredType, ConnectorConfigs } from './config/connector-configs.js';
import { SecretBox } from './config/secret-box.js';
import { secretTexts } from './config/secret-members.js';
import { PluginConditionTests } from './pure/plugin-condition-tests.js';
import { PluginTemplateHelpers } from './pure/plugin-template-helpers.js';
import { GuardedFetch } from './outgoing/guarded-fetch.js';
import { GuardedSockets } from './outgoing/guarded-sockets.js';
import { httpClientOf } from './outgoing/plugin-http.js';
import { socketClientOf } from './outgoing/plugin-sockets.js';
import { ReachableHosts } from './outgoing/reachable-hosts.js';
import { type PluginValues, storeOf, ValuesInMemory } from './values/plugin-values.js';
import { abilitiesOf } from './loading/connector-abilities.js';
import { BUILT_IN_DIRECTORY, packageLocation, pluginsIn } from './loading/plugin-location.js';
import type { PluginLocation } from './loading/plugin-location.js';
import { loadPlugin } from './loading/plugin-loader.js';
import { shareSdk } from './loading/shared-sdk.js';
import type { LoadedPlugin } from './loading/plugin-loader.js';
import { PluginErrors } from './plugins.errors.js';

export interface PluginHostOptions {
  /** Folders of plugins, or folders that are one, beside the built-in ones. */
  readonly pluginDirectories: readonly string[];
  /** Names of installed npm packages that are plugins. */
  readonly pluginPackages: readonly string[];
  /** 32 bytes in base64; without it configurations with secrets are refused. */
  readonly secretKey?: string | undefined;
  /** Keys that were in use once: what they encrypted is still read. */
  readonly secretKeysBefore?: readonly string[];
  readonly clock: Clock;
  /** Where the built-in plugins are; the repository's `plugins` by default. */
  readonly builtInDirectory?: string;
  readonly limits?: Partial<CallLimits>;
  /** How plugins call other systems; public addresses only when left out. */
  readonly outgoing?: GuardedFetch;
  /** How plugins connect to servers that speak something else; public addresses only when left out. */
  readonly sockets?: GuardedSockets;
  /** Where connectors keep what they remember; in memory when left out. */
  readonly values?: PluginValues;
}

/** One line in the list of plugins. */
export interface PluginStatus {
  /** Where it was found: a folder or a package. */
  readonly source: string;
  readonly status: 'loaded' | 'failed';
  readonly id?: string;
  readonly version?: string;
  readonly summary?: string;
  readonly error?: { readonly code: string; readonly detail: string };
}

/** A kind of connector that can be configured. */
export interface ConnectorType {
  /** `email-smtp`, or `plugin/connector` where the plugin has more than one or names it differently. */
  readonly type: string;
  readonly plugin: string;
  readonly connector: string;
  /** Left out where it carries no messages. */
  readonly channel: string | undefined;
  /** What it can do beside, by name. */
  readonly actions: Readonly<Record<string, ConnectorAction>>;
  /** What it keeps records of; left out where it keeps none. */
  readonly records: CrmConnector['records'] | undefined;
  /** What it tells, by the name of the event. */
  readonly events: Readonly<Record<string, string>>;
  /** The streams that it brings into a warehouse; empty where it does nothing of the sort. */
  readonly exports: readonly InsightStream[];
  readonly summary: string;
  readonly configSchema: JsonSchema;
  readonly capabilities: ConnectorCapabilities;
}

interface KnownConnector {
  readonly description: ConnectorType;
  readonly connector: AnyConnector;
  readonly checker: ConfigChecker;
  readonly inputs: ReadonlyMap<string, ConfigChecker>;
}

function configuredType({ description, checker, connector }: KnownConnector): ConfiguredType {
  return { type: description.type, schema: description.configSchema, checker, history: connector };
}

/** Finds, checks, opens and guards plugins. Nothing else of the platform touches one. */
@Injectable()
export class PluginHost implements OnModuleInit, OnModuleDestroy {
  /** The types of steps of the plugins that are loaded. */
  readonly steps: PluginSteps;
  /** The tests for conditions of the plugins that are loaded. */
  readonly conditionTests = new PluginConditionTests();
  /** The helpers for templates of the plugins that are loaded. */
  readonly templateHelpers = new PluginTemplateHelpers();
  /** Counts the calls into plugins. */
  readonly meter = new CallMeter();
  private readonly logger = new Logger(PluginHost.name);
  private readonly statuses: PluginStatus[] = [];
  private readonly connectors = new Map<string, KnownConnector>();
  private readonly handles = new Set<ConnectorHandle>();
  private readonly configs: ConnectorConfigs;
  private readonly http: HttpClient;
  private readonly sockets: SocketClient;
  private readonly values: PluginValues;
  private loading: Promise<void> | undefined;

  constructor(private readonly options: PluginHostOptions) {
    this.http = httpClientOf(options.outgoing ?? new GuardedFetch(new ReachableHosts([])));
    this.sockets = socketClientOf(options.sockets ?? new GuardedSockets(new ReachableHosts([])));
    this.steps = new PluginSteps({ ...options, http: this.http, meter: this.meter });
    this.values = options.values ?? new ValuesInMemory();
    const { secretKey, secretKeysBefore } = options;
    this.configs = new ConnectorConfigs(
      secretKey === undefined ? undefined : new SecretBox(secretKey, secretKeysBefore),
    );
  }

  onModuleInit(): Promise<void> {
    return this.load();
  }

  /** Closes every connector that is still open. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.handles].map((handle) => handle.close()));
    this.handles.clear();
  }

  /** Loads every plugin once; one that fails is listed with its error and harms nobody. */
  load(): Promise<void> {
    this.loading ??= this.loadAll();
    return this.loading;
  }

  /** Every plugin that was found, the failed ones too. */
  plugins(): readonly PluginStatus[] {
    return this.statuses;
  }

  connectorTypes(): readonly ConnectorType[] {
    return [...this.connectors.values()].map(({ description }) => description);
  }

  /** What is wrong with a configuration, secrets plain, encrypted or redacted. An unknown type is a finding too. */
  validateConfig(type: string, config: unknown): readonly Finding[] {
    const known = this.connectors.get(type);
    if (known) return this.configs.check(configuredType(known), config);
    const { code, message } = this.unknownType(type);
    return [{ code, severity: 'error', pointer: '/type', message }];
  }

  /** What is wrong with what an action is asked; `undefined` where the type has no such action. */
  validateInput(type: string, action: string, input: JsonObject): readonly Finding[] | undefined {
    return this.connectors.get(type)?.inputs.get(action)?.check(input);
  }

  /**
   * The configuration as it may be stored: secrets encrypted, redacted ones kept from `stored`.
   * @throws plugins.connector-type-unknown, plugins.secret-key-missing, plugins.secret-not-stored,
   * plugins.secret-unreadable
   */
  sealConfig(type: string, config: JsonObject, stored?: JsonObject): JsonObject {
    return this.configs.seal(configuredType(this.known(type)), config, stored);
  }

  /** The configuration as it may be shown: `{ "$secret": "set" }` in place of each secret. */
  redactConfig(type: string, config: JsonObject): JsonObject {
    return this.configs.redact(configuredType(this.known(type)), config);
  }

  /**
   * Opens a connector; secrets may be encrypted. Close the handle when its configuration changes.
   * @throws plugins.connector-type-unknown, plugins.config-invalid, plugins.secret-key-missing,
   * plugins.secret-unreadable, plugins.config-not-migrated, plugins.open-failed
   */
  async open(type: string, config: JsonObject, instanceKey: string): Promise<ConnectorHandle> {
    const known = this.known(type);
    const { description, connector, checker, inputs } = known;
    const readable = this.configs.readable(configuredType(known), config);
    const errors = checker
      .check(readable)
      .map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    if (errors.length > 0) throw PluginErrors.configInvalid({ type }, { errors });
    const limits = { ...DEFAULT_CALL_LIMITS, ...this.options.limits };
    const scrubber = new SecretScrubber(secretTexts(description.configSchema, readable));
    const context = {
      instanceKey,
      logger: scrubbingLogger(`${type}:${instanceKey}`, scrubber),
      clock: { now: () => this.options.clock.now() },
      http: this.http,
      sockets: this.sockets,
      store: storeOf(instanceKey, this.values, this.options.clock),
    };
    const openOnce = async (): Promise<AnyOpenConnector> =>
      connector.open(checker.withDefaults(readable), context);
    const began = performance.now();
    const note = (outcome: CallOutcome): void => {
      const durationMs = performance.now() - began;
      this.meter.note({
        plugin: description.plugin,
        name: instanceKey,
        capability: 'open',
        outcome,
        durationMs,
      });
    };
    try {
      const opened = await openInTime(openOnce, limits);
      const missing = missingFunction(description, opened);
      if (missing !== undefined) throw new TypeError(`it has no function ${missing}`);
      const { channel, capabilities, records, exports } = description;
      const handle = new ConnectorHandle({
        type,
        channel,
        capabilities,
        instanceKey,
        limits,
        scrubber,
        connector: opened,
        records,
        exports,
        inputs,
        meter: this.meter,
      });
      note('done');
      this.handles.add(handle);
      return handle;
    } catch (cause) {
      note(cause instanceof DeadlinePassed ? 'timed-out' : 'broken');
      // The cause is left behind: it is the plugin's own and may hold the configuration.
      throw PluginErrors.openFailed({ type, instanceKey, reason: scrubber.text(describeError(cause), 500) });
    }
  }

  /** A text without the secrets of any connector that is open. */
  clean(text: string): string {
    let clean = text;
    for (const handle of this.handles) clean = handle.clean(clean);
    return clean;
  }

  /** Closes a handle for good. */
  async close(handle: ConnectorHandle): Promise<void> {
    this.handles.delete(handle);
    await handle.close();
  }

  private known(type: string): KnownConnector {
    const known = this.connectors.get(type);
    if (!known) throw this.unknownType(type);
    return known;
  }

  private unknownType(type: string): ParcoursError {
    return PluginErrors.connectorTypeUnknown({ type, known: [...this.connectors.keys()] });
  }

  private async loadAll(): Promise<void> {
    const { builtInDirectory = BUILT_IN_DIRECTORY, pluginDirectories, pluginPackages } = this.options;
    const sources = new Map<string, string>();
    if (pluginDirectories.length + pluginPackages.length > 0) shareSdk();
    for (const directory of [builtInDirectory, ...pluginDirectories]) {
      for (const location of await this.search(directory)) await this.add(location, sources);
    }
    for (const name of pluginPackages) await this.add(await packageLocation(name), sources);
  }

  private async search(directory: string): Promise<readonly PluginLocation[]> {
    try {
      return await pluginsIn(directory);
    } catch (cause) {
      this.reject(directory, PluginErrors.notLoadable({ source: directory, reason: describeError(cause) }));
      return [];
    }
  }

  private async add(location: PluginLocation, sources: Map<string, string>): Promise<void> {
    const loaded = await loadPlugin(location, this.options.limits?.timeoutMs);
    if (loaded instanceof ParcoursError) {
      this.reject(location.source, loaded);
      return;
    }
    const { id, version, summary } = loaded.plugin;
    const taken = sources.get(id);
    if (taken !== undefined) {
      this.reject(location.source, PluginErrors.duplicateId({ plugin: id, source: taken }));
      return;
    }
    sources.set(id, location.source);
    this.statuses.push({ source: location.source, status: 'loaded', id, version, summary });
    this.register(loaded);
  }

  private register({ plugin, checkers, stepCheckers, testCheckers }: LoadedPlugin): void {
    for (const [name, test] of Object.entries(plugin.conditionTests ?? {})) {
      const checker = testCheckers.get(name);
      if (checker) this.conditionTests.add(`${plugin.id}.${name}`, test, checker);
    }
    for (const [name, helper] of Object.entries(plugin.templateHelpers ?? {})) {
      this.templateHelpers.add(`${plugin.id}.${name}`, helper);
    }
    for (const [name, step] of Object.entries(plugin.stepTypes ?? {})) {
      const checker = stepCheckers.get(name);
      if (checker) this.steps.add(`${plugin.id}.${name}`, step, checker);
    }
    const connectors = Object.entries(plugin.connectors ?? {});
    for (const [name, connector] of connectors) {
      const known = checkers.get(name);
      if (!known) continue;
      const type = connectors.length === 1 && name === plugin.id ? name : `${plugin.id}/${name}`;
      const description = { type, plugin: plugin.id, connector: name, ...abilitiesOf(connector) };
      this.connectors.set(type, { description, connector, checker: known.config, inputs: known.inputs });
    }
  }

  private reject(source: string, { code, message }: ParcoursError): void {
    this.logger.error(`${code}: ${message}`);
    this.statuses.push({ source, status: 'failed', error: { code, detail: message } });
  }
}
