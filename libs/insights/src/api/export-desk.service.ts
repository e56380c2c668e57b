import { Injectable } from '@nestjs/common';
import { DraftService } from '@parcours/content';
import { Database } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import type { Actor } from '@parcours/kernel';
import { CONNECTOR_TYPE, MessagingErrors } from '@parcours/messaging';

import { InsightErrors } from '../insights.errors.js';
import { type Exporter, Exporters } from '../running/exporters.service.js';
import { ExportWaker } from '../running/export-jobs.service.js';
import { type ExportState, ExportStore } from '../state/export.store.js';

export interface ExportStatus {
  readonly exporter: Exporter;
  readonly state: ExportState;
}

/** Finds how an export stands. */
@Injectable()
export class ExportShelf {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly exporters: Exporters,
    private readonly store: ExportStore,
  ) {}

  /** @throws content.not-found, messages.connector-not-published, insights.not-an-exporter */
  async status(key: string): Promise<ExportStatus> {
    await this.drafts.require({ type: CONNECTOR_TYPE.name, key });
    const exporter = await this.exporters.find(key);
    if (!exporter) throw MessagingErrors.connectorNotPublished({ key });
    const state = await this.store.find(this.database.sql, exporter.connectorId);
    if (!state || exporter.exports.length === 0) throw InsightErrors.notAnExporter({ key });
    return { exporter, state };
  }
}

/** Does what people want of an export. */
@Injectable()
export class ExportDesk {
  constructor(
    private readonly shelf: ExportShelf,
    private readonly database: Database,
    private readonly store: ExportStore,
    private readonly trail: ActionTrail,
    private readonly waker: ExportWaker,
  ) {}

  /** @throws content.not-found, messages.connector-not-published, insights.not-an-exporter */
  async restart(key: string, by: Actor): Promise<ExportStatus> {
    const { connectorId } = (await this.shelf.status(key)).exporter;
    await this.database.transaction(async ({ sql }) => {
      await this.store.restart(sql, connectorId);
      const subject = { type: CONNECTOR_TYPE.name, key };
      await this.trail.record(sql, { action: 'connectors.export-restarted', subject, by });
    });
    this.waker.wake(connectorId);
    return this.shelf.status(key);
  }
}
