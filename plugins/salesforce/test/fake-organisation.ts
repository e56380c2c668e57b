import { Ajv2020 } from 'ajv/dist/2020.js';

import { type FakeField, objectNamed, OBJECTS, schemaOf } from './fake-objects.js';

export type Row = Record<string, unknown>;

/** A whole request is refused. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly string[] = [],
  ) {
    super(message);
  }

  get body(): unknown {
    const { code: errorCode, message, fields } = this;
    return [{ message, errorCode, ...(fields.length > 0 && { fields }) }];
  }
}

/** One record of many is refused. */
class RecordRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly fields: readonly string[] = [],
  ) {
    super(message);
  }
}

export interface Saved {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly unknown[];
}

const ajv = new Ajv2020({ allErrors: true });
const parsers = new Map(
  Object.entries(OBJECTS).map(([name, object]) => [name, ajv.compile(schemaOf(object))]),
);

/** The records of an organisation, with rules as Salesforce has them. */
export class FakeOrganisation {
  /** By object and id. */
  private readonly rows = new Map<string, Map<string, Row>>();
  private readonly locked = new Set<string>();
  private serial = 0;
  /** When the next change happens, in milliseconds. */
  now = Date.parse('2026-01-01T00:00:00Z');

  /** Someone of the organisation saves a record; its id. */
  seed(object: string, values: Row): string {
    const own: Row = {};
    for (const [name, value] of Object.entries(values)) {
      if (!objectNamed(object).fields[name]?.isReadOnly) own[name] = value;
    }
    const saved = this.create(object, own);
    if (saved.id === undefined) throw new Error(JSON.stringify(saved.errors));
    Object.assign(this.anyRow(saved.id), values);
    return saved.id;
  }

  change(id: string, values: Row): void {
    Object.assign(this.anyRow(id), values, { SystemModstamp: this.stamp() });
  }

  remove(id: string): void {
    this.change(id, { IsDeleted: true });
  }

  merge(left: string, lost: string): void {
    this.change(lost, { IsDeleted: true, MasterRecordId: left });
    this.change(left, {});
  }

  lock(id: string): void {
    this.locked.add(id);
  }

  row(id: string): Row | undefined {
    return [...this.rows.values()].map((rows) => rows.get(id)).find((row) => row !== undefined);
  }

  rowsOf(object: string): readonly Row[] {
    return [...(this.rows.get(object)?.values() ?? [])];
  }

  /** Reads a record as the parser does. @throws Refused the whole request */
  parse(object: string, record: unknown): Row {
    const parser = parsers.get(object);
    if (!parser) throw new Refused(404, 'NOT_FOUND', 'The requested resource does not exist');
    const names = new Map(Object.keys(objectNamed(object).fields).map((name) => [name.toLowerCase(), name]));
    const row: Row = {};
    for (const [name, value] of Object.entries(record as Row)) {
      row[name === 'id' ? name : (names.get(name.toLowerCase()) ?? name)] = value;
    }
    if (parser(row)) return row;
    const [defect] = parser.errors ?? [];
    if (defect?.keyword === 'additionalProperties') {
      const name = (defect.params as { additionalProperty: string }).additionalProperty;
      throw new Refused(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`);
    }
    throw new Refused(400, 'JSON_PARSER_ERROR', `Cannot deserialize value at ${defect?.instancePath ?? ''}`);
  }

  create(object: string, values: Row): Saved {
    return this.saving(() => {
      this.mustBeGood(object, values, { isNew: true });
      const { prefix, fields } = objectNamed(object);
      this.serial += 1;
      const id = `${prefix}RM${String(this.serial).padStart(10, '0')}AAA`;
      const empty: Row = {};
      for (const [name, field] of Object.entries(fields)) empty[name] = field.default ?? null;
      const at = this.stamp();
      const row = {
        ...empty,
        ...values,
        Id: id,
        IsDeleted: false,
        CreatedDate: at,
        SystemModstamp: at,
      };
      const rows = this.rows.get(object) ?? new Map<string, Row>();
      this.rows.set(object, rows.set(id, row));
      return { id, created: true };
    });
  }

  update(object: string, id: string, values: Row): Saved {
    return this.saving(() => {
      if (!/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(id)) {
        throw new RecordRefused('MALFORMED_ID', `Id: id value of incorrect type: ${id}`, ['Id']);
      }
      const row = this.rows.get(object)?.get(id);
      if (!row) throw new RecordRefused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      if (row['IsDeleted'] === true) throw new RecordRefused('ENTITY_IS_DELETED', 'entity is deleted');
      if (this.locked.has(id)) {
        throw new RecordRefused('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
      }
      this.mustBeGood(object, values, { isNew: false });
      Object.assign(row, values, { SystemModstamp: this.stamp() });
      return { id, created: false };
    });
  }

  delete(id: string): Saved {
    return this.saving(() => {
      if (!/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(id)) {
        throw new RecordRefused('MALFORMED_ID', `Id: id value of incorrect type: ${id}`, ['Id']);
      }
      const row = this.row(id);
      if (!row) throw new RecordRefused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      if (row['IsDeleted'] === true) throw new RecordRefused('ENTITY_IS_DELETED', 'entity is deleted');
      this.remove(id);
      return { id, created: false };
    });
  }

  upsert(object: string, field: string, values: Row): Saved {
    const found = this.rowsOf(object).filter(
      (row) => row[field] === values[field] && row['IsDeleted'] !== true,
    );
    const [first, second] = found;
    if (second) {
      return this.saving(() => {
        throw new RecordRefused('DUPLICATE_VALUE', `more than one record found for external id field`, [
          field,
        ]);
      });
    }
    return first ? this.update(object, String(first['Id']), values) : this.create(object, values);
  }

  private saving(save: () => { id: string; created: boolean }): Saved {
    try {
      return { ...save(), success: true, errors: [] };
    } catch (cause) {
      if (!(cause instanceof RecordRefused)) throw cause;
      const { code: statusCode, message, fields } = cause;
      return { success: false, errors: [{ statusCode, message, fields }] };
    }
  }

  private mustBeGood(object: string, values: Row, { isNew }: { isNew: boolean }): void {
    const { fields } = objectNamed(object);
    const missing = Object.entries(fields)
      .filter(([name, field]) => field.isRequired && (name in values ? !values[name] : isNew))
      .map(([name]) => name);
    if (missing.length > 0) {
      throw new RecordRefused(
        'REQUIRED_FIELD_MISSING',
        `Required fields are missing: [${missing.join(', ')}]`,
        missing,
      );
    }
    for (const [name, value] of Object.entries(values)) this.mustFit(name, fields[name], value);
    if (isNew && values['LastName'] === 'Twice') {
      throw new RecordRefused('DUPLICATES_DETECTED', 'Use one of these records?');
    }
  }

  private mustFit(name: string, field: FakeField | undefined, value: unknown): void {
    if (!field || value === null || value === undefined) return;
    if (field.isReadOnly) {
      throw new RecordRefused('INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${name}.`, [
        name,
      ]);
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (field.length !== undefined && text.length > field.length) {
      const message = `${name}: data value too large: (max length=${String(field.length)})`;
      throw new RecordRefused('STRING_TOO_LONG', message, [name]);
    }
    if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
      throw new RecordRefused('INVALID_EMAIL_ADDRESS', `${name}: invalid email address: ${text}`, [name]);
    }
    if (field.choices && !field.choices.includes(text)) {
      const message = `${name}: bad value for restricted picklist field: ${text}`;
      throw new RecordRefused('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [name]);
    }
    const leadsThere = field.to?.some((object) => this.rows.get(object)?.get(text)?.['IsDeleted'] === false);
    if (leadsThere === false) {
      throw new RecordRefused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);
    }
  }

  private anyRow(id: string): Row {
    const row = this.row(id);
    if (!row) throw new Error(`there is no ${id}`);
    return row;
  }

  /** Whole seconds, as Salesforce keeps them. */
  private stamp(): string {
    return `${new Date(Math.floor(this.now / 1_000) * 1_000).toISOString().slice(0, -1)}+0000`;
  }
}
