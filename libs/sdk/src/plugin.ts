import type { ChannelConnector } from './channel-connector.js';
import type { ConditionTest } from './condition-test.js';
import type { ActionConnector } from './connector-action.js';
import type { CrmConnector } from './crm-connector.js';
import type { EventSource } from './event-source.js';
import type { InsightExporter } from './insight-exporter.js';
import type { PluginStepType } from './plugin-step-type.js';
import type { TemplateHelper } from './template-helper.js';

/** The version of this SDK. A plugin states in `sdk` the range that it was written for. */
export const SDK_VERSION = '1.0.0';

/** A connector of any kind. */
export type AnyConnector = ChannelConnector | ActionConnector | CrmConnector | EventSource | InsightExporter;

/** A plugin: the default export of its package's entry. */
export interface Plugin {
  /** Unique among the plugins of an installation: lower case letters, digits and hyphens. */
  readonly id: string;
  /** Semantic version of the plugin. */
  readonly version: string;
  /** Range of SDK versions that the plugin works with, such as `^1.0.0`. */
  readonly sdk: string;
  /** One sentence for the list of plugins. */
  readonly summary: string;
  /**
   * Connectors by name. A plugin's only connector, when named like the plugin, is addressed by that name alone;
   * any other as `plugin/connector`.
   */
  readonly connectors?: Readonly<Record<string, AnyConnector>>;
  /** Types of steps by name; a journey addresses them as `plugin.name`. */
  readonly stepTypes?: Readonly<Record<string, PluginStepType>>;
  /** Tests for conditions by name; a condition asks them as `plugin.name`. */
  readonly conditionTests?: Readonly<Record<string, ConditionTest>>;
  /** Helpers for templates by name; a template calls them as `plugin.name`. */
  readonly templateHelpers?: Readonly<Record<string, TemplateHelper>>;
}

/**
 * Declares a plugin.
 * @example
 * export default definePlugin({
 *   id: 'pager',
 *   version: '1.0.0',
 *   sdk: '^1.0.0',
 *   summary: 'Text messages through the pager gateway.',
 *   connectors: { pager },
 * });
 */
export function definePlugin<const P extends Plugin>(plugin: P): P {
  return plugin;
}
