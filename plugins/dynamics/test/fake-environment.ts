import { randomUUID } from 'node:crypto';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { bindingsOf, type FakeColumn, schemaOf, tableNamed, tableOfSet, TABLES } from './fake-tables.js';

export type Row = Record<string, unknown>;

/** A request is refused. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  get body(): unknown {
    return { error: { code: this.code, message: this.message } };
  }
}

export interface Stored {
  readonly table: string;
  readonly id: string;
  values: Row;
  /** Goes up with every change of the environment. */
  version: number;
  isDeleted: boolean;
}

const ajv = new Ajv2020({ allErrors: true });
const parsers = new Map(Object.keys(TABLES).map((name) => [name, ajv.compile(schemaOf(name))]));

/** The rows of an environment, with rules as Dataverse has them. */
export class FakeEnvironment {
  private readonly rows = new Map<string, Stored>();
  version = 1;
  /** When the next change happens, in milliseconds. */
  now = Date.parse('2026-01-01T00:00:00Z');

  /** Someone of the organisation saves a row; its id. Lookups are given as `column: [table, id]`. */
  seed(table: string, values: Row, id = newId()): string {
    const at = this.stamp();
    this.rows.set(id, {
      table,
      id,
      values: { ...emptyOf(table), createdon: at },
      version: 0,
      isDeleted: false,
    });
    this.change(id, values);
    return id;
  }

  change(id: string, values: Row): void {
    const row = this.stored(id);
    Object.assign(row.values, values, { modifiedon: this.stamp() });
    this.version += 1;
    row.version = this.version;
  }

  remove(id: string): void {
    this.change(id, {});
    this.stored(id).isDeleted = true;
  }

  merge(left: string, lost: string): void {
    const { table } = this.stored(left);
    this.change(lost, { merged: true, masterid: [table, left], statecode: 1 });
    this.change(left, {});
  }

  all(table: string): readonly Stored[] {
    return [...this.rows.values()].filter((row) => row.table === table);
  }

  living(table: string): readonly Stored[] {
    return this.all(table).filter(({ isDeleted }) => !isDeleted);
  }

  find(table: string, id: string): Stored | undefined {
    const row = this.rows.get(id.toLowerCase());
    return row?.table === table && !row.isDeleted ? row : undefined;
  }

  /** Creates a row. @throws Refused */
  create(table: string, body: unknown, { id = newId(), checksDuplicates = false } = {}): Stored {
    const values = this.parsed(table, body);
    this.mustBeWhole(table, values);
    this.mustBeUnique(table, values, id);
    if (
      checksDuplicates &&
      this.living(table).some((row) => sameText(row.values['emailaddress1'], values['emailaddress1']))
    ) {
      throw new Refused(
        412,
        '0x80040333',
        'A record was not created or updated because a duplicate of it already exists.',
      );
    }
    this.seed(table, values, id);
    return this.stored(id);
  }

  /** @throws Refused */
  update(row: Stored, body: unknown): Stored {
    const values = this.parsed(row.table, body);
    this.mustBeUnique(row.table, values, row.id);
    this.change(row.id, values);
    return row;
  }

  private parsed(table: string, body: unknown): Row {
    const parser = parsers.get(table);
    if (!parser?.(body)) {
      const [defect] = parser?.errors ?? [];
      const { additionalProperty } = (defect?.params ?? {}) as { additionalProperty?: string };
      if (additionalProperty !== undefined) {
        const message = `Error identified in Payload provided by the user for Entity :'${table}': An undeclared property '${additionalProperty}' which only has property annotations in the payload but no property value was found in the payload.`;
        throw new Refused(400, '0x80048d19', message);
      }
      throw new Refused(
        400,
        '0x80048d19',
        `Error identified in Payload: Cannot convert a value at ${defect?.instancePath ?? ''}`,
      );
    }
    const bindings = bindingsOf(table);
    const values: Row = {};
    for (const [name, value] of Object.entries(body as Row)) {
      const binding = bindings[name];
      if (binding) values[binding.column] = this.bound(binding.to, value);
      else {
        mustFit(name, tableNamed(table).columns[name], value);
        values[name] = value;
      }
    }
    return values;
  }

  private bound(table: string, value: unknown): readonly [string, string] {
    const [, set = '', id = ''] =
      /^\/([a-z]+)\(([0-9a-fA-F-]{36})\)$/.exec(typeof value === 'string' ? value : '') ?? [];
    const found = tableOfSet(set);
    if (found === undefined || (table !== '' && found !== table)) {
      throw new Refused(400, '0x80048d19', `Resource not found for the segment '${set}'.`);
    }
    if (!this.find(found, id))
      throw new Refused(404, '0x80040217', `${found} With Id = ${id} Does Not Exist`);
    return [found, id.toLowerCase()];
  }

  private mustBeWhole(table: string, values: Row): void {
    const missing = Object.entries(tableNamed(table).columns).find(
      ([name, { isRequired }]) => isRequired && (values[name] === undefined || values[name] === null),
    );
    if (!missing) return;
    if (missing[0] === 'customerid') {
      throw new Refused(400, '0x80040203', 'You should specify a parent contact or account.');
    }
    throw new Refused(400, '0x80040203', `Business required column '${missing[0]}' is missing.`);
  }

  private mustBeUnique(table: string, values: Row, id: string): void {
    for (const key of tableNamed(table).keys) {
      const isTwice = this.living(table).some(
        (row) => row.id !== id && sameText(row.values[key], values[key]),
      );
      if (isTwice) {
        throw new Refused(412, '0x80060892', `A record that has the attribute values ${key} already exists.`);
      }
    }
  }

  private stored(id: string): Stored {
    const row = this.rows.get(id);
    if (!row) throw new Error(`there is no ${id}`);
    return row;
  }

  /** Whole seconds, as Dataverse keeps them. */
  private stamp(): string {
    return `${new Date(Math.floor(this.now / 1_000) * 1_000).toISOString().slice(0, -5)}Z`;
  }
}

function newId(): string {
  return randomUUID();
}

function emptyOf(table: string): Row {
  const row: Row = {};
  for (const [name, column] of Object.entries(tableNamed(table).columns)) row[name] = column.default ?? null;
  return row;
}

function mustFit(name: string, column: FakeColumn | undefined, value: unknown): void {
  if (!column || value === null) return;
  if (column.length !== undefined && typeof value === 'string' && value.length > column.length) {
    const message = `A validation error occurred. The length of the '${name}' attribute exceeded the maximum allowed length of '${String(column.length)}'.`;
    throw new Refused(400, '0x80044331', message);
  }
  if (column.choices && !column.choices.includes(Number(value))) {
    throw new Refused(
      400,
      '0x80048d19',
      `The value ${String(Number(value))} of '${name}' is outside the valid range.`,
    );
  }
}

function sameText(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();
}
