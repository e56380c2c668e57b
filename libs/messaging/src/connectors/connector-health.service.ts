import { Injectable } from '@nestjs/common';
import { DraftService } from '@parcours/content';
import { isJsonObject, ParcoursError } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';
import type { HealthReport } from '@parcours/sdk';

import { PluginSwitches } from '../plugins/plugin-switches.service.js';
import { CONNECTOR_TYPE } from './connector.type.js';

/** Tries connectors before anything depends on them. */
@Injectable()
export class ConnectorHealth {
  constructor(
    private readonly drafts: DraftService,
    private readonly plugins: PluginHost,
    private readonly switches: PluginSwitches,
  ) {}

  /** Opens the draft's settings for a moment. @throws content.not-found */
  async of(key: string): Promise<HealthReport> {
    const { draft } = await this.drafts.require({ type: CONNECTOR_TYPE.name, key });
    const { type, config } = draft;
    if (typeof type !== 'string' || !isJsonObject(config)) {
      return { status: 'down', detail: 'The draft has no type or no settings yet.' };
    }
    const off = await this.switches.refusal(type);
    if (off) return { status: 'down', detail: off.detail };
    try {
      const handle = await this.plugins.open(type, config, key);
      try {
        return await handle.verify();
      } finally {
        await this.plugins.close(handle);
      }
    } catch (error) {
      if (!(error instanceof ParcoursError)) throw error;
      const places = error.errors.map(({ pointer, detail }) => ` ${pointer}: ${detail}`);
      return { status: 'down', detail: `${error.message}${places.join(';')}` };
    }
  }
}
