import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database, type SqlParameter } from '@parcours/database';
import { type JsonObject, readPath } from '@parcours/kernel';

import type { Customer } from '../customers/customer.js';
import { CUSTOMERS_ALONE } from '../customers/customer-list.js';
import { presentCustomer } from '../customers/customer.presenter.js';
import { CUSTOMER_COLUMNS, type CustomerRow, toCustomer } from '../customers/customer.store.js';
import { csvLine, type CsvValue } from '../imports/csv-cells.js';
import type { ImportFormat } from '../imports/customer-import.js';
import { type CustomerConfinement, SegmentMembers } from './segment-members.js';

export interface ExportRequest {
  readonly format: ImportFormat;
  /** Members of a customer, dotted for what lies inside; those of the format when left out. */
  readonly fields: readonly string[] | undefined;
  /** The key of a segment that customers are in. */
  readonly segment: string | undefined;
  readonly tag: string | undefined;
}

/** What a CSV file has where nobody says. */
export const USUAL_FIELDS = [
  'id',
  'traits.email',
  'traits.phone',
  'traits.locale',
  'traits.timezone',
  'tags',
];

const PAGE = 1_000;

const COLUMNS = CUSTOMER_COLUMNS.map((column) => `c.${column}`).join(', ');

/** Hands out customers, however many, a page of the primary key at a time: memory stays as it is. */
@Injectable()
export class CustomerExport {
  constructor(
    private readonly database: Database,
    private readonly segments: SegmentMembers,
    private readonly config: ParcoursConfig,
  ) {}

  /** The text of the file, piece by piece. @throws audience.segment-not-published */
  async of(request: ExportRequest): Promise<AsyncIterable<string>> {
    const confined = await this.confinement(request);
    return this.write(request, confined);
  }

  private async *write(request: ExportRequest, confined: Confinement): AsyncGenerator<string> {
    const { format, fields = USUAL_FIELDS } = request;
    if (format === 'csv') yield csvLine(fields);
    for await (const page of this.pages(confined)) {
      const shown = page.map((customer) => presentCustomer(customer, this.config.workspace));
      yield format === 'csv'
        ? shown.map((each) => csvLine(fields.map((field) => cellOf(readPath(each, field))))).join('')
        : shown.map((each) => `${JSON.stringify(picked(each, request.fields))}\n`).join('');
    }
  }

  private async *pages({ from, where, parameters }: Confinement): AsyncGenerator<Customer[]> {
    let after = 0;
    for (;;) {
      const rows = await this.database.sql.select<CustomerRow>(
        `SELECT ${COLUMNS} FROM ${from} WHERE ${where} AND c.id > ? AND ${CUSTOMERS_ALONE}
         ORDER BY c.id LIMIT ${String(PAGE)}`,
        [...parameters, after],
      );
      if (rows.length > 0) yield rows.map(toCustomer);
      after = rows.at(-1)?.id ?? after;
      if (rows.length < PAGE) return;
    }
  }

  private async confinement({ segment, tag }: ExportRequest): Promise<Confinement> {
    const parts: CustomerConfinement[] = [];
    if (segment !== undefined) parts.push(await this.segments.of(segment));
    if (tag !== undefined) {
      parts.push({
        join: 'JOIN customer_tags t ON t.customer_id = c.id',
        where: 't.tag = ?',
        parameters: [tag],
      });
    }
    return {
      from: ['customers c', ...parts.map(({ join }) => join)].join(' '),
      where: ['1 = 1', ...parts.map(({ where }) => where)].join(' AND '),
      parameters: parts.flatMap(({ parameters }) => parameters),
    };
  }
}

interface Confinement {
  readonly from: string;
  readonly where: string;
  readonly parameters: readonly SqlParameter[];
}

/** What is no text, number or truth is written as JSON; a list of texts as an import reads it. */
function cellOf(value: unknown): CsvValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('|');
  return JSON.stringify(value);
}

function picked(customer: object, fields: readonly string[] | undefined): object {
  if (!fields) return customer;
  const chosen: JsonObject = {};
  for (const field of fields) {
    const value = readPath(customer, field);
    if (value !== undefined) chosen[field] = value as JsonObject[string];
  }
  return chosen;
}
