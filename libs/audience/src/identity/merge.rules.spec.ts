import fc from 'fast-check';

import { comparableEmail } from '../contacts/email-address.rules.js';
import { type Customer, newCustomer } from '../customers/customer.js';
import { listed } from '../customers/customer-input.rules.js';
import { mergeCustomers, signpostOf } from './merge.rules.js';

const NOW = 1_000;

function aCustomer(id: number, over: Partial<Customer> = {}): Customer {
  return { ...newCustomer({ id, lane: id % 8, externalId: `c-${id}`, now: id }), ...over };
}

const email = fc.constantFrom('a@x.io', 'A@X.io', 'b@x.io', 'c@x.io', 'd@x.io');
const customer = fc
  .record({
    tags: fc.array(fc.constantFrom('p', 'q', 'r', 's')),
    emails: fc.uniqueArray(email, { maxLength: 4, selector: comparableEmail }),
    tokens: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3')),
    createdAt: fc.integer({ min: 1, max: 50 }),
    kind: fc.constantFrom('known' as const, 'anonymous' as const),
    traits: fc.dictionary(fc.constantFrom('plan', 'city', 'age'), fc.oneof(fc.integer(), fc.constant(null))),
  })
  .map(({ tags, emails: [first, ...emails], tokens, traits, ...rest }) => ({
    ...rest,
    traits: { ...traits, ...(first !== undefined && { email: first }) },
    profile: { tags, emails, devices: tokens.map((token) => ({ token, platform: 'web' as const })) },
  }));

const emailsOf = ({ traits, profile }: Customer) =>
  listed(traits['email'], profile.emails).map(comparableEmail);
const setsOf = (merged: Customer) => ({
  tags: merged.profile.tags,
  emails: new Set(emailsOf(merged)),
  devices: new Set(merged.profile.devices?.map(({ token }) => token)),
  createdAt: merged.createdAt,
  kind: merged.kind,
  traits: new Set(Object.keys(merged.traits).filter((name) => merged.traits[name] !== null)),
});

describe('two customers who become one', () => {
  it('keep the id, the lane and the traits of the winner, and what only the loser has', () => {
    const winner = aCustomer(1, { traits: { plan: 'pro', city: null, list: [1] }, revision: 4 });
    const loser = aCustomer(2, { traits: { plan: 'trial', city: 'Lyon', list: [2, 3] } });
    expect(mergeCustomers(winner, loser, NOW)).toMatchObject({
      id: 1,
      lane: 1,
      externalId: 'c-1',
      revision: 5,
      createdAt: 1,
      updatedAt: NOW,
      traits: { plan: 'pro', city: 'Lyon', list: [1] },
    });
  });

  it('leave nothing of the person behind but the way', () => {
    const loser = aCustomer(2, { traits: { email: 'a@x.io' }, profile: { tags: ['x'] } });
    const left = signpostOf(loser, aCustomer(1), NOW);
    expect(left).toMatchObject({ id: 2, traits: {}, profile: {}, mergedInto: 1, revision: 2 });
  });

  it('have each address once, the winner’s first in front', () => {
    fc.assert(
      fc.property(customer, customer, (one, other) => {
        const [winner, loser] = [aCustomer(1, one), aCustomer(2, other)];
        const emails = emailsOf(mergeCustomers(winner, loser, NOW));
        const all = [...emailsOf(winner), ...emailsOf(loser)];
        expect(emails).toEqual([...new Set(all)]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('have the same sets in whichever order three become one', () => {
    fc.assert(
      fc.property(customer, customer, customer, (a, b, c) => {
        const [one, two, three] = [aCustomer(1, a), aCustomer(2, b), aCustomer(3, c)];
        const before = mergeCustomers(mergeCustomers(one, two, NOW), three, NOW);
        const after = mergeCustomers(one, mergeCustomers(two, three, NOW), NOW);
        const swapped = mergeCustomers(mergeCustomers(three, one, NOW), two, NOW);
        expect(setsOf(after)).toEqual(setsOf(before));
        expect(setsOf(swapped)).toEqual(setsOf(before));
      }),
      { numRuns: 1_000 },
    );
  });
});
