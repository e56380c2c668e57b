import { Injectable } from '@nestjs/common';
import type { Actor } from '@parcours/kernel';
import { PluginErrors, PluginHost, type PluginStatus } from '@parcours/plugin-host';

import type { DisabledPlugin } from './plugin-switch.store.js';
import { PluginSwitches } from './plugin-switches.service.js';

/** A plugin of this installation, and what it offers. */
export interface PluginView {
  readonly found: PluginStatus;
  readonly disabled: DisabledPlugin | undefined;
  readonly connectorTypes: readonly string[];
  readonly stepTypes: readonly string[];
  readonly conditionTests: readonly string[];
  readonly templateHelpers: readonly string[];
}

/** What this installation can do beyond itself. */
@Injectable()
export class PluginCatalogue {
  constructor(
    private readonly plugins: PluginHost,
    private readonly switches: PluginSwitches,
  ) {}

  /** Every plugin that was found, those that failed to load too. */
  async list(): Promise<readonly PluginView[]> {
    const switches = await this.switches.now();
    const connectors = this.plugins.connectorTypes();
    const steps = this.plugins.steps.all();
    const tests = this.plugins.conditionTests.all();
    const helpers = this.plugins.templateHelpers.all();
    return this.plugins.plugins().map((found) => ({
      found,
      disabled: found.id === undefined ? undefined : switches.get(found.id),
      connectorTypes: connectors.flatMap(({ plugin, type }) => (plugin === found.id ? [type] : [])),
      stepTypes: steps.map(({ type }) => type).filter((name) => isOf(name, found.id)),
      conditionTests: tests.map(({ name }) => name).filter((name) => isOf(name, found.id)),
      templateHelpers: helpers.map(({ name }) => name).filter((name) => isOf(name, found.id)),
    }));
  }

  /** @throws plugins.not-found */
  async get(id: string): Promise<PluginView> {
    const found = (await this.list()).find((each) => each.found.id === id);
    if (!found) throw PluginErrors.notFound({ plugin: id });
    return found;
  }

  /** @throws plugins.not-found */
  async disable(id: string, { reason, by }: { reason: string | undefined; by: Actor }): Promise<PluginView> {
    await this.get(id);
    await this.switches.disable(id, reason, by);
    return this.get(id);
  }

  /** @throws plugins.not-found */
  async enable(id: string, by: Actor): Promise<PluginView> {
    await this.get(id);
    await this.switches.enable(id, by);
    return this.get(id);
  }
}

/** Whether a name such as `crm.credit` is of a plugin. */
function isOf(name: string, plugin: string | undefined): boolean {
  return name.split('.')[0] === plugin;
}
