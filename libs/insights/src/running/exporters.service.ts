import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { CONNECTOR_TYPE } from '@parcours/messaging';
import { PluginHost } from '@parcours/plugin-host';
import type { InsightStream } from '@parcours/sdk';

import { ExportStore } from '../state/export.store.js';

/** A published connector that exports. */
export interface Exporter {
  readonly connectorId: number;
  readonly versionId: number;
  readonly key: string;
  readonly exports: readonly InsightStream[];
}

/** The published connectors that export, each with a row of how far it is. */
@Injectable()
export class Exporters {
  constructor(
    private readonly database: Database,
    private readonly content: PublishedContent,
    private readonly plugins: PluginHost,
    private readonly store: ExportStore,
  ) {}

  /** The connector of a key; `undefined` where it is not published. One that is no exporter exports nothing. */
  async find(key: string): Promise<Exporter | undefined> {
    const found = (await this.published()).find((each) => each.key === key);
    if (found && found.exports.length > 0) await this.store.add(this.database.sql, [found]);
    return found;
  }

  /** Numbers of those that are due and that nobody is at; those that are new get their row. */
  async due(now: number): Promise<number[]> {
    const exporting = (await this.published()).filter(({ exports }) => exports.length > 0);
    if (exporting.length === 0) return [];
    const { sql } = this.database;
    const ids = exporting.map(({ connectorId }) => connectorId);
    const known = await this.store.known(sql, ids);
    const stateOf = new Map(known.map((state) => [state.connectorId, state]));
    await this.store.add(
      sql,
      exporting.filter(({ connectorId }) => !stateOf.has(connectorId)),
    );
    const isRenewed = ({ connectorId, versionId }: Exporter): boolean =>
      (stateOf.get(connectorId)?.versionId ?? versionId) !== versionId;
    for (const renewed of exporting.filter(isRenewed)) await this.store.renewVersion(sql, renewed);
    const isDue = (exporter: Exporter): boolean => {
      const { nextAt = 0, claimedUntil = 0 } = stateOf.get(exporter.connectorId) ?? {};
      return isRenewed(exporter) || (nextAt <= now && claimedUntil <= now);
    };
    return exporting.filter(isDue).map(({ connectorId }) => connectorId);
  }

  private async published(): Promise<readonly Exporter[]> {
    const streams = new Map(this.plugins.connectorTypes().map(({ type, exports }) => [type, exports]));
    return (await this.content.snapshot())
      .all(CONNECTOR_TYPE)
      .map(({ itemId, versionId, key, document }) => ({
        connectorId: itemId,
        versionId,
        key,
        exports: streams.get(document.type) ?? [],
      }));
  }
}
