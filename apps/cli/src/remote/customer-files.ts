import { Readable } from 'node:stream';

import { ParcoursClient, type Schemas } from '@parcours/client';

import type { Connection } from '../settings.js';

export type CustomerImport = Schemas['CustomerImport'];
export type CustomerFormat = CustomerImport['format'];

/** How a file is to be read. */
export interface ImportQuery {
  readonly format: CustomerFormat;
  readonly dry_run?: true | undefined;
  readonly mapping?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
  readonly empty?: 'keep' | 'null' | undefined;
  readonly erased?: 'reject' | 'take' | undefined;
}

export interface ExportQuery {
  readonly format: CustomerFormat;
  readonly segment?: string | undefined;
  readonly tag?: string | undefined;
  readonly fields?: string | undefined;
}

const TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

/** A file of millions takes as long as it takes. */
const TRANSFER_MS = 24 * 3_600_000;

/** A running Parcours, as far as files of customers go. Everything throws ParcoursProblem and ParcoursUnreachable. */
export class CustomerFiles {
  private readonly client: ParcoursClient;

  constructor({ url, token }: Connection) {
    this.client = new ParcoursClient({ url, token, userAgent: 'parcours-cli' });
  }

  /** Answers when every row is on disk there. */
  async send(
    bytes: AsyncIterable<Uint8Array>,
    { query, signal }: { query: ImportQuery; signal: AbortSignal | undefined },
  ): Promise<CustomerImport> {
    const { data } = await this.client.send<CustomerImport>({
      method: 'POST',
      path: '/customers/import',
      query,
      raw: Readable.toWeb(Readable.from(bytes, { objectMode: false })),
      contentType: TYPES[query.format],
      timeoutMs: TRANSFER_MS,
      ...(signal && { signal }),
    });
    return data;
  }

  async look(id: string): Promise<CustomerImport> {
    return (await this.client.get('/imports/{id}', { path: { id } })).data;
  }

  async resume(id: string): Promise<CustomerImport> {
    return (await this.client.post('/imports/{id}/resume', { path: { id } })).data;
  }

  rejected(id: string, signal: AbortSignal | undefined): Promise<AsyncIterable<Uint8Array>> {
    return this.stream({ path: '/imports/{id}/rejected.csv', parts: { id }, signal });
  }

  export(query: ExportQuery, signal: AbortSignal | undefined): Promise<AsyncIterable<Uint8Array>> {
    return this.stream({ path: '/customers/export', query, signal });
  }

  private async stream({
    signal,
    ...call
  }: {
    path: string;
    parts?: Readonly<Record<string, string>>;
    query?: object;
    signal: AbortSignal | undefined;
  }): Promise<AsyncIterable<Uint8Array>> {
    const response = await this.client.response({
      ...call,
      method: 'GET',
      timeoutMs: TRANSFER_MS,
      ...(signal && { signal }),
    });
    return response.body ?? Readable.from([]);
  }
}
