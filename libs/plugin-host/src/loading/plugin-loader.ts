import { describeError, ParcoursError, readPath } from '@parcours/kernel';
import { SDK_VERSION } from '@parcours/sdk';
import type { AnyConnector, Plugin } from '@parcours/sdk';
import semver from 'semver';
import { DEFAULT_CALL_LIMITS } from '../calling/call-limits.js';
import { DeadlinePassed, withDeadline } from '../calling/with-deadline.js';
import { ConfigChecker } from '../config/config-checker.js';
import { PluginErrors } from '../plugins.errors.js';
import { defectOf, isPlugin } from './plugin-shape.js';
import type { PluginLocation } from './plugin-location.js';

/** Checks the configuration of a connector, and what its actions are asked. */
export interface ConnectorCheckers {
  readonly config: ConfigChecker;
  readonly inputs: ReadonlyMap<string, ConfigChecker>;
}

/** A plugin that passed every check, with a checker per connector. */
export interface LoadedPlugin {
  readonly plugin: Plugin;
  readonly source: string;
  readonly checkers: ReadonlyMap<string, ConnectorCheckers>;
  /** Of what its types of steps are told, by their names. */
  readonly stepCheckers: ReadonlyMap<string, ConfigChecker>;
  /** Of what its tests for conditions are told, by their names. */
  readonly testCheckers: ReadonlyMap<string, ConfigChecker>;
}

/** Loads one plugin; whatever goes wrong becomes the answer, because it is this plugin's trouble alone. */
export async function loadPlugin(
  { source, specifier }: PluginLocation,
  timeoutMs = DEFAULT_CALL_LIMITS.timeoutMs,
): Promise<LoadedPlugin | ParcoursError> {
  try {
    const module: unknown = await withDeadline(() => import(specifier), { timeoutMs, graceMs: 0 });
    // A CommonJS plugin that was compiled from an ES module has its default one level deeper.
    const value = readPath(module, 'default.default') ?? readPath(module, 'default');
    return checked(value, source);
  } catch (cause) {
    if (cause instanceof ParcoursError) return cause;
    const reason =
      cause instanceof DeadlinePassed
        ? `it was not ready within ${String(timeoutMs)} ms`
        : describeError(cause);
    return PluginErrors.notLoadable({ source, reason }, { cause });
  }
}

function checked(value: unknown, source: string): LoadedPlugin {
  const defect = defectOf(value);
  if (defect !== undefined || !isPlugin(value)) {
    throw PluginErrors.malformed({ source, reason: defect ?? 'it has another shape' });
  }
  const { id, sdk } = value;
  if (!semver.validRange(sdk))
    throw PluginErrors.malformed({ source, reason: `'${sdk}' is no range of versions` });
  if (!semver.satisfies(SDK_VERSION, sdk)) {
    throw PluginErrors.sdkMismatch({ plugin: id, wanted: sdk, present: SDK_VERSION });
  }
  const checkers = Object.entries(value.connectors ?? {}).map(
    ([name, connector]) => [name, checkersOf(connector, { source, name })] as const,
  );
  const stepCheckers = Object.entries(value.stepTypes ?? {}).map(
    ([name, { config }]) => [name, checkerOf(config, { source, name: `step type '${name}'` })] as const,
  );
  const testCheckers = Object.entries(value.conditionTests ?? {}).map(
    ([name, { config }]) => [name, checkerOf(config, { source, name: `condition test '${name}'` })] as const,
  );
  return {
    plugin: value,
    source,
    checkers: new Map(checkers),
    stepCheckers: new Map(stepCheckers),
    testCheckers: new Map(testCheckers),
  };
}

function checkersOf(connector: AnyConnector, at: { source: string; name: string }): ConnectorCheckers {
  const { config } = connector;
  const actions = 'actions' in connector ? (connector.actions ?? {}) : {};
  const inputs = Object.entries(actions).map(
    ([action, { input }]) =>
      [action, checkerOf(input, { ...at, name: `connector '${at.name}/${action}'` })] as const,
  );
  return { config: checkerOf(config, { ...at, name: `connector '${at.name}'` }), inputs: new Map(inputs) };
}

function checkerOf(
  schema: ConstructorParameters<typeof ConfigChecker>[0],
  at: { source: string; name: string },
) {
  try {
    return new ConfigChecker(schema);
  } catch (cause) {
    const reason = `the schema of ${at.name} is wrong: ${describeError(cause)}`;
    throw PluginErrors.malformed({ source: at.source, reason }, { cause });
  }
}
