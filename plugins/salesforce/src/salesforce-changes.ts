import type { CallContext, ChangesPage, ChangesRequest, CrmRecord } from '@parcours/sdk';
import { isCrmFailure } from '@parcours/sdk';

import type { QueryPage, SalesforceApi } from './salesforce-api.js';
import type { SalesforceConfig } from './salesforce-config.js';
import { failure } from './salesforce-errors.js';
import { objectOf, type SalesforceObject } from './salesforce-objects.js';
import { recordOf } from './salesforce-record.js';
import { fieldName, quoted, timeInQuery } from './soql.js';

/** As many as an answer holds; more would come by further pages of the same query. */
const MOST = 2_000;

/** Up to where changes were read. */
interface Position {
  readonly time: number;
  /** Of the last record at this time; empty where none of this time was read. */
  readonly id: string;
  /** Where to go back to at the end: what is committed late may bear a time from then on. */
  readonly floor?: number | undefined;
}

/** Reads changes in the order of their time and id, deleted records among them. */
export class SalesforceChanges {
  constructor(
    private readonly api: SalesforceApi,
    private readonly config: SalesforceConfig,
  ) {}

  async read({ kind, cursor, limit, fields }: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    this.api.mustHaveRoom();
    const object = objectOf(kind, this.config);
    const since = cursor === undefined ? undefined : positionIn(cursor);
    const most = Math.min(Math.max(1, limit), MOST);
    const total = since ? undefined : await this.count(object, call);
    const soql = queryOf(object, { fields, since, most });
    const page = await this.api.query(soql, call, { isAll: true });
    const rows = await this.allRowsOf(page, most, call);
    const records = rows.map((row) => recordOf(row, kind, { config: this.config, object }));
    const isLast = records.length < most;
    return {
      records,
      cursor: this.cursorAfter(records, { since, isLast, at: page.at }),
      isLast,
      ...(total !== undefined && { total }),
    };
  }

  private async allRowsOf(first: QueryPage, most: number, call: CallContext): Promise<QueryPage['records']> {
    const rows = [...first.records];
    for (let next = first.next; next !== undefined && rows.length < most;) {
      const page = await this.api.next(next, call);
      rows.push(...page.records);
      next = page.next;
    }
    return rows;
  }

  private cursorAfter(
    records: readonly CrmRecord[],
    { since, isLast, at }: { since: Position | undefined; isLast: boolean; at: number },
  ): string {
    const settled = at - this.config.overlapMs;
    const last = records.at(-1);
    const reached = last ? { time: last.changedAt, id: last.id } : (since ?? { time: settled, id: '' });
    const floor = since?.floor ?? (reached.time > settled ? settled : undefined);
    if (!isLast) return cursorOf({ ...reached, floor });
    return cursorOf(floor !== undefined && floor < reached.time ? { time: floor, id: '' } : reached);
  }

  /** How many there are; it is no reason to fail. */
  private async count({ name }: SalesforceObject, call: CallContext): Promise<number | undefined> {
    try {
      return (await this.api.query(`SELECT COUNT() FROM ${name}`, call)).total;
    } catch (cause) {
      if (isCrmFailure(cause) && cause.error.code === 'salesforce.unavailable') return undefined;
      throw cause;
    }
  }
}

function queryOf(
  { name, personField, mergedField }: SalesforceObject,
  { fields, since, most }: { fields: readonly string[]; since: Position | undefined; most: number },
): string {
  const own = ['Id', 'SystemModstamp', 'IsDeleted', mergedField, personField].filter(
    (each) => each !== undefined,
  );
  const names = new Map([...own, ...fields].map((each) => [each.toLowerCase(), fieldName(each)]));
  const where = since ? ` WHERE ${later(since)}` : '';
  return `SELECT ${[...names.values()].join(', ')} FROM ${name}${where} ORDER BY SystemModstamp ASC, Id ASC LIMIT ${most}`;
}

function later({ time, id }: Position): string {
  const at = timeInQuery(time);
  if (id === '') return `SystemModstamp >= ${at}`;
  return `(SystemModstamp > ${at} OR (SystemModstamp = ${at} AND Id > ${quoted(id)}))`;
}

const CURSOR = /^1,(\d{1,15}),([A-Za-z0-9]{0,18}),(\d{0,15})$/;

function cursorOf({ time, id, floor }: Position): string {
  return `1,${time},${id},${floor === undefined ? '' : floor}`;
}

function positionIn(cursor: string): Position {
  const [, time, id = '', floor] = CURSOR.exec(cursor) ?? [];
  if (time === undefined) throw failure('permanent', 'bad-cursor', 'The cursor is none of this connector.');
  return { time: Number(time), id, ...(floor && { floor: Number(floor) }) };
}
