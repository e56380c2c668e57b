import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { ListQuery, Page } from '@parcours/http';
import { Clock, IdGenerator } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import { csvLine } from './csv-cells.js';
import type { CustomerImport, RejectedRow } from './customer-import.js';
import { found, ImportUpload, type UploadRequest } from './import-upload.service.js';
import { ImportRowStore } from './import-rows.store.js';
import { ImportStore } from './import.store.js';

const PAGE = 1_000;

/** Imports of customers, for those who start them and look after them. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly upload: ImportUpload,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly ids: IdGenerator,
  ) {}

  /** Answers when everything is on disk. @throws audience.import-not-readable, audience.import-mapping */
  async receive(
    bytes: AsyncIterable<Uint8Array | string>,
    request: UploadRequest,
    clock: Clock,
  ): Promise<CustomerImport> {
    return this.upload.receive(bytes, { request, id: this.ids.next(), clock });
  }

  async list(query: ListQuery): Promise<Page<CustomerImport>> {
    return this.imports.list(query);
  }

  /** @throws audience.import-not-found */
  async get(id: number): Promise<CustomerImport> {
    return found(await this.imports.find(this.database.sql, id), id);
  }

  /** What is worked stays, what waits goes. @throws audience.import-not-found, audience.import-over */
  async cancel(id: number, now: number): Promise<CustomerImport> {
    const { sql } = this.database;
    const { state } = await this.get(id);
    const change = { from: ['receiving', 'running', 'failed'], to: 'cancelled', now } as const;
    if (!(await this.imports.move(sql, id, change))) throw AudienceErrors.importOver({ state });
    await this.rows.discard(sql, id);
    return this.get(id);
  }

  /** Goes on where an import has failed. @throws audience.import-not-found, audience.import-not-resumable */
  async resume(id: number, now: number): Promise<CustomerImport> {
    const { sql } = this.database;
    const { state, storedAt } = await this.get(id);
    if (storedAt === null) throw AudienceErrors.importNotResumable({ state });
    if (!(await this.imports.move(sql, id, { from: ['failed'], to: 'running', now }))) {
      throw AudienceErrors.importNotResumable({ state });
    }
    await this.upload.start(sql, id, now);
    return this.get(id);
  }

  /** The rejected rows as CSV, with the columns of the file, so that they can be mended and sent again. */
  async rejected(id: number): Promise<AsyncIterable<string>> {
    return this.rejectedLines(await this.get(id));
  }

  private async *rejectedLines({ id, settings }: CustomerImport): AsyncGenerator<string> {
    const columns = settings.columns ?? [];
    yield csvLine(['row', 'code', 'field', 'detail', ...(columns.length > 0 ? columns : ['content'])]);
    let after = 0;
    for (;;) {
      const page = await this.rows.rejected(this.database.sql, id, { after, limit: PAGE });
      if (page.length > 0) yield page.map((rejected) => lineOf(rejected, columns.length > 0)).join('');
      after = page.at(-1)?.row ?? after;
      if (page.length < PAGE) return;
    }
  }
}

function lineOf({ row, code, field, detail, content }: RejectedRow, isCsv: boolean): string {
  return csvLine([row, code, field, detail, ...(isCsv ? cellsOf(content) : [content])]);
}

/** What could not be read as cells is one. */
function cellsOf(content: string): string[] {
  try {
    const cells: unknown = JSON.parse(content);
    return Array.isArray(cells) ? cells.map(String) : [content];
  } catch {
    return [content];
  }
}
