import { Injectable } from '@nestjs/common';
import { type ContentSnapshot, PublishedContent, touchRevision } from '@parcours/content';
import { Database, type Sql } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { type Actor, Clock } from '@parcours/kernel';
import type { SendError } from '@parcours/sdk';

import { type DisabledPlugin, PluginSwitchStore } from './plugin-switch.store.js';

type Switches = ReadonlyMap<string, DisabledPlugin>;

/**
 * Which plugins are switched off. Whoever turns a switch counts the revision of the content up, which every process
 * looks at anyway: a look at the switches themselves costs a statement only after that.
 */
@Injectable()
export class PluginSwitches {
  private known: { readonly content: ContentSnapshot; readonly switches: Switches } | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: PluginSwitchStore,
    private readonly content: PublishedContent,
    private readonly clock: Clock,
    private readonly trail: ActionTrail,
  ) {}

  async now(): Promise<Switches> {
    const content = await this.content.snapshot();
    if (this.known?.content !== content) {
      const all = await this.store.all(this.database.sql);
      this.known = { content, switches: new Map(all.map((each) => [each.plugin, each])) };
    }
    return this.known.switches;
  }

  /** Why nothing goes by a connector or a step of this type, such as `crm/tasks` or `crm.credit`; `undefined` when all is well. */
  async refusal(type: string): Promise<SendError | undefined> {
    const [plugin = type] = type.split(/[/.]/);
    const off = (await this.now()).get(plugin);
    if (!off) return undefined;
    return {
      class: 'misconfigured',
      code: 'plugins.disabled',
      detail: `The plugin '${plugin}' is switched off.`,
    };
  }

  /** One that is off stays off. */
  async disable(plugin: string, reason: string | undefined, by: Actor): Promise<void> {
    const off = { plugin, reason: reason ?? null, disabledBy: by.name, disabledAt: this.clock.now() };
    await this.turn(by, { plugin, action: 'disabled', reason }, (sql) => this.store.add(sql, off));
  }

  /** What waited for it goes out with the next tries. */
  async enable(plugin: string, by: Actor): Promise<void> {
    await this.turn(by, { plugin, action: 'enabled' }, (sql) => this.store.remove(sql, plugin));
  }

  private async turn(
    by: Actor,
    {
      plugin,
      action,
      reason,
    }: { plugin: string; action: 'enabled' | 'disabled'; reason?: string | undefined },
    write: (sql: Sql) => Promise<boolean>,
  ): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      if (!(await write(sql))) return;
      await touchRevision(sql);
      await this.trail.record(sql, {
        action: `plugins.${action}`,
        subject: { type: 'plugins', key: plugin },
        details: reason === undefined ? {} : { reason },
        by,
      });
    });
  }
}
