import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';

import { comparableEmail } from '../contacts/email-address.rules.js';
import { toE164 } from '../contacts/phone-number.rules.js';
import { TraitIndexStore } from '../traits/trait-index.store.js';
import type { Customer } from './customer.js';
import { CUSTOMERS_ALONE, namesTraits, parseCustomerQuery } from './customer-list.js';
import { CUSTOMER_COLUMNS, type CustomerRow, toCustomer } from './customer.store.js';

const COLUMNS = CUSTOMER_COLUMNS.map((column) => `c.${column}`).join(', ');

/** Lists of customers, however many there are. */
@Injectable()
export class CustomerViews {
  constructor(
    private readonly database: Database,
    private readonly indexes: TraitIndexStore,
  ) {}

  /** The list that a query string asks for. @throws audience.trait-not-indexed, http.invalid-request, http.bad-cursor */
  async list(queryString: unknown): Promise<{ query: ListQuery; page: Page<Customer> }> {
    const indexes = namesTraits(queryString) ? await this.indexes.all() : [];
    const query = parseCustomerQuery(queryString, indexes);
    const page = await selectPage<CustomerRow>(this.database.sql, {
      query: comparable(query),
      columns: COLUMNS,
      from: 'customers c',
      where: CUSTOMERS_ALONE,
    });
    return { query, page: { ...page, data: page.data.map(toCustomer) } };
  }
}

/** Addresses are looked for in the form that they are kept in. */
function comparable(query: ListQuery): ListQuery {
  const { email, phone } = query.spec.fields;
  const filters = query.filters.map((filter) => {
    if (filter.field === email) return { ...filter, value: each(filter.value, comparableEmail) };
    if (filter.field === phone)
      return { ...filter, value: each(filter.value, (text) => toE164(text) ?? text) };
    return filter;
  });
  return { ...query, filters };
}

type FilterValue = ListQuery['filters'][number]['value'];

function each(value: FilterValue, change: (text: string) => string): FilterValue {
  const one = (single: unknown) => change(String(single));
  return Array.isArray(value) ? value.map(one) : one(value);
}
