import type { RecordLine } from '../declaration/crm-sync.js';
import { eventsOf, fieldsNamedBy, propertiesOf, traitsOf } from './record-changes.rules.js';

const INVOICES: RecordLine = {
  kind: 'invoice',
  properties: { amount: 'total' },
  events: [
    { event: 'invoice.made' },
    { event: 'invoice.due', when: { field: 'status', in: ['open', 'overdue'] } },
  ],
  traits: [
    { trait: 'invoices', is: 'count' },
    { trait: 'open', is: 'count', where: { field: 'status', in: ['open', 'overdue'] } },
    { trait: 'owed', is: 'sum', field: 'total', where: { field: 'status', in: ['open', 'overdue'] } },
    { trait: 'nextDue', is: 'earliest', field: 'due', where: { field: 'status', in: ['open', 'overdue'] } },
  ],
};

describe('a record that changes (D9)', () => {
  it('is told when it is new, and when a field comes to one of the values', () => {
    expect(eventsOf(INVOICES, { before: undefined, after: { status: 'draft' } })).toEqual(['invoice.made']);
    expect(eventsOf(INVOICES, { before: { status: 'draft' }, after: { status: 'open' } })).toEqual([
      'invoice.due',
    ]);
    expect(eventsOf(INVOICES, { before: { status: 'open' }, after: { status: 'overdue' } })).toEqual([]);
    expect(eventsOf(INVOICES, { before: undefined, after: { status: 'open' } })).toEqual([
      'invoice.made',
      'invoice.due',
    ]);
    expect(propertiesOf(INVOICES, { total: 12 })).toEqual({ amount: 12 });
    expect(fieldsNamedBy(INVOICES)).toEqual(['total', 'status', 'due']);
  });

  it('is not told of a field that was not looked at before', () => {
    expect(eventsOf(INVOICES, { before: { total: 12 }, after: { total: 12, status: 'open' } })).toEqual([]);
    expect(eventsOf(INVOICES, { before: { status: null }, after: { status: 'open' } })).toEqual([
      'invoice.due',
    ]);
  });

  it('comes to traits with the others of its customer', () => {
    const records = [
      { status: 'open', total: '0.1', due: '2026-05-01' },
      { status: 'overdue', total: 0.2, due: '2026-03-01' },
      { status: 'paid', total: 99, due: '2026-01-01' },
    ];
    expect(traitsOf(INVOICES, records)).toEqual({ invoices: 3, open: 2, owed: 0.3, nextDue: '2026-03-01' });
    expect(traitsOf(INVOICES, [])).toEqual({ invoices: 0, open: 0, owed: 0, nextDue: null });
  });
});
