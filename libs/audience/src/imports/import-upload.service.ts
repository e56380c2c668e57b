import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { compileSchema } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { type Actor, Clock, isJsonObject, ParcoursError } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import { AudienceErrors } from '../audience.errors.js';
import { CustomerMaker } from '../customers/customer-maker.service.js';
import { mapColumns, type Mapping } from './column-mapping.rules.js';
import { type CustomerImport, IMPORT_JOB, type ImportSettings, type RowContent } from './customer-import.js';
import { ImportRowStore } from './import-rows.store.js';
import { ImportStore } from './import.store.js';
import { csvRows, type FileRow, ndjsonRows, type ReadOptions } from './row-reader.js';
import { externalIdOf } from './row-content.rules.js';
import { RowStage } from './row-stage.js';

export interface UploadRequest {
  readonly settings: ImportSettings;
  readonly mapping: Mapping | undefined;
  readonly options: ReadOptions;
  readonly isDryRun: boolean;
  readonly by: Actor;
}

const HEARTBEAT_MS = 10_000;

const INTERRUPTED = 'The upload ended before it was complete.';

const checkId = compileSchema(CUSTOMER_ID_SCHEMA);

/** Puts what is uploaded on disk, row by row, as it comes. */
@Injectable()
export class ImportUpload {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly maker: CustomerMaker,
    private readonly jobs: JobRunner,
  ) {}

  /**
   * Answers when every row is on disk, and sees to it that they are worked.
   * @throws audience.import-not-readable, audience.import-mapping, audience.import-over where it was cancelled meanwhile
   */
  async receive(
    bytes: AsyncIterable<Uint8Array | string>,
    { request, id, clock }: { request: UploadRequest; id: number; clock: Clock },
  ): Promise<CustomerImport> {
    const { sql } = this.database;
    const stage = new RowStage(sql, { rows: this.rows, imports: this.imports, importId: id, clock });
    const file = this.open(bytes, request, stage);
    const settings = await file.settings();
    await this.imports.add(sql, newImport({ id, settings, request, now: clock.now() }));
    const heartbeat = setInterval(() => void stage.beat(), HEARTBEAT_MS);
    try {
      for await (const row of file.rows) await this.put(stage, row, settings);
      await stage.flush();
      await this.imports.keepSettings(sql, id, { ...settings, ...file.found() });
      const isWanted = await this.imports.move(sql, id, {
        from: ['receiving'],
        to: 'running',
        now: clock.now(),
      });
      if (!isWanted) throw AudienceErrors.importOver({ state: 'cancelled' });
    } catch (error) {
      await this.abandon(sql, id, { error, now: clock.now() });
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
    await this.start(sql, id, clock.now());
    return found(await this.imports.find(sql, id), id);
  }

  /** Wakes the work on an import that is on disk. */
  async start(sql: Sql, id: number, now: number): Promise<void> {
    const lanes = await this.rows.lanesLeft(sql, id);
    if (lanes.length === 0) await this.imports.finishIfEmpty(sql, id, now);
    this.jobs.wake(
      IMPORT_JOB,
      lanes.map((lane) => `${String(id)}-${String(lane)}`),
    );
  }

  private open(bytes: AsyncIterable<Uint8Array | string>, request: UploadRequest, stage: RowStage) {
    const found: { encoding?: string; delimiter?: string } = {};
    const options: ReadOptions = { ...request.options, found: (what) => Object.assign(found, what) };
    const counted = stage.counting(bytes);
    const rows = request.settings.format === 'csv' ? csvRows(counted, options) : ndjsonRows(counted, options);
    const settings = async (): Promise<ImportSettings> => ({
      ...request.settings,
      ...(request.settings.format === 'csv'
        ? await headOf(rows, request.mapping)
        : membersOf(request.mapping)),
      ...found,
    });
    return { rows, settings, found: () => found };
  }

  private async put(stage: RowStage, file: FileRow, settings: ImportSettings): Promise<void> {
    const { row } = file;
    if ('problem' in file) {
      const code = 'audience.import-syntax';
      return stage.reject({
        row,
        code,
        field: '',
        detail: file.problem,
        externalId: null,
        content: file.text,
      });
    }
    const content = 'cells' in file ? file.cells : file.value;
    const problem = contentProblem(content, settings);
    const externalId = problem ? undefined : externalIdOf(content as RowContent, settings);
    if (problem || externalId === undefined || checkId(externalId).length > 0) {
      const detail =
        problem ?? 'The id of a customer has 1 to 255 characters, none of them a control character.';
      const code = problem ? 'audience.import-syntax' : 'audience.import-id';
      const text = JSON.stringify(content);
      return stage.reject({ row, code, field: 'externalId', detail, externalId: null, content: text });
    }
    const staged = { row, externalId, content: content as RowContent };
    return stage.add(this.maker.laneOf(externalId), staged);
  }

  private async abandon(
    sql: Sql,
    id: number,
    { error, now }: { error: unknown; now: number },
  ): Promise<void> {
    const failure = error instanceof ParcoursError ? error.message : INTERRUPTED;
    await this.imports.move(sql, id, { from: ['receiving'], to: 'failed', now, failure });
    await this.rows.discard(sql, id);
  }
}

async function headOf(rows: AsyncGenerator<FileRow, void>, given: Mapping | undefined) {
  const first = await rows.next();
  if (first.done === true || !('cells' in first.value)) {
    throw AudienceErrors.importNotReadable({ reason: 'it has no head' });
  }
  const { cells } = first.value;
  const { mapping, errors } = mapColumns(cells, given);
  if (errors.length > 0) throw AudienceErrors.importMapping({}, { errors });
  return { columns: cells, mapping };
}

function membersOf(given: Mapping | undefined) {
  if (!given) return {};
  const { mapping, errors } = mapColumns(Object.keys(given), given);
  if (errors.length > 0) throw AudienceErrors.importMapping({}, { errors });
  return { mapping };
}

function contentProblem(content: unknown, { columns }: ImportSettings): string | undefined {
  if (Array.isArray(content)) {
    const most = columns?.length ?? 0;
    return content.length > most
      ? `The row has ${String(content.length)} cells, the head ${String(most)}: is a quotation mark missing?`
      : undefined;
  }
  return isJsonObject(content) ? undefined : 'A line holds one JSON object.';
}

function newImport({
  id,
  settings,
  request: { isDryRun, by },
  now,
}: {
  id: number;
  settings: ImportSettings;
  request: UploadRequest;
  now: number;
}): CustomerImport {
  return {
    id,
    state: 'receiving',
    isDryRun,
    settings,
    by: { kind: by.kind, id: by.id, name: by.name },
    received: 0,
    bytes: 0,
    repeated: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    failure: null,
    createdAt: now,
    touchedAt: now,
    storedAt: null,
    finishedAt: null,
  };
}

export function found(stored: CustomerImport | undefined, id: number | string): CustomerImport {
  if (!stored) throw AudienceErrors.importNotFound({ id: String(id) });
  return stored;
}
