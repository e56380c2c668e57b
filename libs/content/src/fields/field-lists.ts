import type { SqlParameter } from '@parcours/database';
import type { ListField, ListQuery } from '@parcours/http';

import type { CustomFieldDocument } from './custom-field.type.js';
import { fieldColumnOf, isInstant } from './field-value.js';
import type { TypeFields } from './type-fields.js';

/** A custom field as lists see it: a column of a row of its own. */
interface CustomListField extends ListField {
  readonly alias: string;
  readonly member: string;
}

/** Where a list is selected from, and what is bound there. */
export interface ListSource {
  readonly from: string;
  readonly parameters: readonly SqlParameter[];
  readonly query: ListQuery;
}

/** What lists of a type can be filtered and sorted by because of its custom fields. */
export function customListFields(fields: TypeFields): Readonly<Record<string, ListField>> {
  const filterable = fields.fields.filter((field) => field.filterable);
  return Object.fromEntries(
    filterable.map((field, at) => [`custom.${field.member}`, listFieldOf(field, `field${String(at)}`)]),
  );
}

/** True for a list that needs the rows of custom fields. */
export function usesCustomFields(query: ListQuery): boolean {
  return customFieldsIn(query).length > 0;
}

const ITEMS = 'content_items';

/**
 * Every thing has a row for each filterable field, so rows are joined rather than looked for. Where the rows of one field
 * are in the order that is asked for (filtered by one value, or sorted by the field) the list is read in that order, and
 * ends with its page; elsewhere the optimiser decides by what it knows of the values.
 */
export function listSource(query: ListQuery, type: string, dialect: 'mysql' | 'sqlite'): ListSource {
  const used = customFieldsIn(query);
  if (used.length === 0) return { from: ITEMS, parameters: [], query };
  const lead = leadOf(query);
  if (!lead) {
    const joins = used.map((field) => ` JOIN ${rowsOf(field)} ON ${isOf(field)}`);
    return { from: ITEMS + joins.join(''), parameters: boundIn(used, type), query };
  }
  const inOrder = dialect === 'mysql' ? ' STRAIGHT_JOIN ' : ' CROSS JOIN ';
  const others = used.filter(({ alias }) => alias !== lead.alias);
  const rest = others.map((field) => `${inOrder}${rowsOf(field)} ON ${isOf(field)}`);
  const items = `${inOrder}${ITEMS} ON ${ITEMS}.id = ${lead.alias}.item_id AND ${isFor(lead)}`;
  return {
    from: [rowsOf(lead), items, ...rest].join(''),
    parameters: boundIn([lead, ...others], type),
    query: keyedBy(query, `${lead.alias}.sort_key`),
  };
}

function listFieldOf(field: CustomFieldDocument, alias: string): CustomListField {
  const { schema, member } = field;
  const column = { expression: `${alias}.${fieldColumnOf(field)}`, nullable: true, alias, member } as const;
  if (schema.type === 'boolean' || schema.type === 'integer') return { ...column, type: schema.type };
  if (schema.type === 'number') return { ...column, type: 'number' };
  if (isInstant(field)) return { ...column, type: 'instant' };
  if (!schema.enum || field.localised === true) return { ...column, type: 'text' };
  return { ...column, type: 'enum', values: schema.enum.map(String) };
}

function rowsOf({ alias }: CustomListField): string {
  return `content_field_values ${alias}`;
}

function isFor({ alias }: CustomListField): string {
  return `${alias}.item_type = ? AND ${alias}.field = ?`;
}

function isOf(field: CustomListField): string {
  return `${isFor(field)} AND ${field.alias}.item_id = ${ITEMS}.id`;
}

function boundIn(fields: readonly CustomListField[], type: string): string[] {
  return fields.flatMap(({ member }) => [type, member]);
}

function customFieldsIn({ filters, sort }: ListQuery): CustomListField[] {
  const used = [...filters, ...sort].map(({ field }) => field).filter(isCustom);
  return [...new Map(used.map((field) => [field.alias, field])).values()];
}

function leadOf({ filters, sort }: ListQuery): CustomListField | undefined {
  const [first] = sort;
  if (!first) return undefined;
  if (isCustom(first.field)) return first.field;
  if (first.name !== 'key') return undefined;
  return filters
    .filter(({ operator }) => operator === 'eq')
    .map(({ field }) => field)
    .find(isCustom);
}

function isCustom(field: ListField): field is CustomListField {
  return 'alias' in field;
}

/** The key as it stands in the rows of the field that leads, where its index has it. */
function keyedBy(query: ListQuery, expression: string): ListQuery {
  const sort = query.sort.map((by) =>
    by.name === 'key' ? { ...by, field: { ...by.field, expression } } : by,
  );
  return { ...query, sort };
}
