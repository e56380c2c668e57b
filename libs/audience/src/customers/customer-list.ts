import { type ListField, type ListSpec, type Operator, parseListQuery, type ListQuery } from '@parcours/http';

import { AudienceErrors } from '../audience.errors.js';
import { type TraitIndex, traitColumn } from '../traits/trait-index.store.js';

/** Further addresses lie in a table of their own: a derived table lets both databases look each up by its index. */
const byAddress = (column: 'email' | 'phone') =>
  `c.id IN (SELECT found.id FROM (SELECT id FROM customers WHERE ${column} IN (?)
     UNION SELECT customer_id FROM customer_addresses WHERE address IN (?)) found)`;

/** What customers can always be listed by. Everything here is served by an index; what is not is refused. */
export const CUSTOMER_LIST: ListSpec = {
  name: 'customers',
  description: 'traits.<path>: a trait whose declaration says "indexed".',
  fields: {
    id: {
      expression: 'c.external_id',
      type: 'text',
      operators: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'starts'],
    },
    email: { expression: 'c.email', type: 'text', unsortable: true, matches: byAddress('email') },
    phone: { expression: 'c.phone', type: 'text', unsortable: true, matches: byAddress('phone') },
    tag: {
      expression: 'c.id',
      type: 'text',
      unsortable: true,
      matches: 'c.id IN (SELECT customer_id FROM customer_tags WHERE tag IN (?))',
    },
    createdAt: { expression: 'c.created_at', type: 'instant', operators: ['gt', 'gte', 'lt', 'lte'] },
  },
  members: [
    'id',
    'kind',
    'traits',
    'emails',
    'phones',
    'devices',
    'locale',
    'timezone',
    'tags',
    'lane',
    'revision',
    'createdAt',
    'updatedAt',
  ],
  defaultSort: 'id',
  unique: 'id',
};

/** Leaves signposts out. Not `IS NULL`, which SQLite would look up, and then sort the million that it finds. */
export const CUSTOMERS_ALONE = 'COALESCE(c.merged_into, 0) = 0';

/** An index finds values and ranges; `contains` and `ne` would read every customer. */
const TEXT_OPERATORS: readonly Operator[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'starts', 'null'];
const NUMBER_OPERATORS: readonly Operator[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'null'];

const TRAIT = /^(?:filter\[traits\.([^\]]+)\]|-?traits\.(.+))/;
const RANGE = /^filter\[(traits\.[^\]]+|createdAt)\]\[(?:gt|gte|lt|lte|starts|null)\]$/;

/** True for a query string that names a trait, so that the indexes have to be known to read it. */
export function namesTraits(query: unknown): boolean {
  return traitsNamed(query).length > 0;
}

/**
 * Reads the query string of the list of customers. A range without an order of its own is answered in the order of what
 * it is a range of: that is how its index lies.
 * @throws audience.trait-not-indexed, http.invalid-request, http.bad-cursor
 */
export function parseCustomerQuery(query: unknown, indexes: readonly TraitIndex[]): ListQuery {
  const ready = new Map(indexes.filter(({ isReady }) => isReady).map((index) => [index.trait, index]));
  const missing = traitsNamed(query).find((trait) => !ready.has(trait));
  if (missing !== undefined) throw AudienceErrors.traitNotIndexed({ trait: missing });
  const traits = [...ready.values()].map((index) => [`traits.${index.trait}`, fieldOf(index)] as const);
  const fields = { ...CUSTOMER_LIST.fields, ...Object.fromEntries(traits) };
  const range = Object.keys(Object.assign({}, query)).flatMap((name) => RANGE.exec(name)?.[1] ?? [])[0];
  const defaultSort = range !== undefined && Object.hasOwn(fields, range) ? range : CUSTOMER_LIST.defaultSort;
  return parseListQuery(query, { ...CUSTOMER_LIST, fields, defaultSort });
}

function traitsNamed(query: unknown): string[] {
  const given = Object.entries<unknown>(Object.assign({}, query));
  const sorts = given.flatMap(([name, value]) =>
    name === 'sort' && typeof value === 'string' ? value.split(',') : [],
  );
  return [...given.map(([name]) => name), ...sorts].flatMap((text) => {
    const match = TRAIT.exec(text);
    return match?.[1] ?? match?.[2] ?? [];
  });
}

function fieldOf({ slot, kind }: TraitIndex): ListField {
  const common = { expression: `c.${traitColumn(slot)}`, nullable: true };
  switch (kind) {
    case 'text':
      return { ...common, type: 'text', operators: TEXT_OPERATORS };
    case 'number':
      return { ...common, type: 'number', operators: NUMBER_OPERATORS };
    case 'boolean':
      return { ...common, type: 'boolean', operators: ['eq', 'null'] };
  }
}
