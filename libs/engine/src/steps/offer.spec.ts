import { validateDefinition } from '../definition/validate.js';
import { aDefinition, anEvent, NOW, Traveller } from '../testing/journeys.js';
import { convert } from '../run/engine.js';
import { compileJourney } from '../definition/compile.js';
import { aCustomer } from '../testing/journeys.js';
import type { OfferStep } from './offer.js';

const steps = (over: Partial<OfferStep> = {}) =>
  ({
    offer: {
      type: 'offer',
      from: ['up', 'train', 'refer'],
      by: 'fixed',
      template: 'offer',
      next: 'rest',
      ...over,
    },
    rest: { type: 'wait-for', any: [{ event: 'go' }, { event: 'again', next: 'offer' }], next: 'end' },
    end: { type: 'exit' },
  }) as const;
const travel = (over: Partial<OfferStep> = {}, options: ConstructorParameters<typeof Traveller>[1] = {}) =>
  new Traveller({ steps: steps(over) }, options);
const offerOf = ({ state }: Traveller) =>
  (state.context['offers'] as Record<string, string> | undefined)?.['offer'];
const findings = (over: Partial<OfferStep>, content = {}) =>
  validateDefinition(aDefinition({ steps: steps(over) }), content).flatMap(({ code, pointer }) =>
    pointer.startsWith('/steps') ? [[code, pointer]] : [],
  );

describe('an offer', () => {
  it('is the first that the customer can have; others are on record with the reason', () => {
    const traveller = travel(
      {},
      { input: { refuseOffer: (key) => (key === 'up' ? 'not-eligible' : undefined) } },
    );
    expect(offerOf(traveller)).toBe('train');
    expect(traveller.passage.effects).toMatchObject([
      { type: 'message', request: { template: 'offer' }, given: { offer: 'train' } },
      { type: 'trial', step: 'offer', arm: 'train', outcome: 'shown' },
    ]);
    expect(traveller.passage.records[0]).toMatchObject({
      code: 'offered',
      detail: { offer: 'train', drawn: 'first', refused: { up: 'not-eligible' } },
    });
  });

  it('is counted from the passage that makes it on', () => {
    const once = new Traveller(
      {
        start: 'offer',
        steps: { ...steps({ next: 'more' }), more: { ...steps().offer, from: ['up', 'refer'] } },
      },
      { input: { refuseOffer: (_, { made }) => (made > 0 ? 'made-often-enough' : undefined) } },
    );
    expect(once.passage.effects).toMatchObject([
      { given: { offer: 'up' } },
      { arm: 'up' },
      { given: { offer: 'refer' } },
      { arm: 'refer' },
    ]);
  });

  it('is none where the customer can have none, or the message is not sent', () => {
    const none = travel({ on: { skipped: 'end' } }, { input: { refuseOffer: () => 'over' } });
    expect([none.codes[0], none.state.status, none.passage.effects]).toEqual(['offer no-offer', 'ended', []]);
    const unsent = travel({ on: { skipped: 'end' } }, { decision: { send: false, code: 'no-address' } });
    expect([unsent.codes[0], unsent.passage.effects]).toEqual(['offer skipped', []]);
    expect(offerOf(unsent)).toBeUndefined();
  });

  it('is drawn by weights, the same for the same customer', () => {
    const drawn = (id: string) =>
      offerOf(travel({ by: 'weighted', weights: { up: 8, train: 1, refer: 1 } }, { customer: { id } }));
    const all = Array.from({ length: 400 }, (_, at) => drawn(`c${String(at)}`));
    expect(drawn('c1')).toBe(all[1]);
    const share = all.filter((offer) => offer === 'up').length / 400;
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.88);
  });

  it('is drawn by what has worked: what wins is drawn more often, and what is hardly known has its chance', () => {
    const known: Record<string, { shown: number; succeeded: number }> = {
      up: { shown: 500, succeeded: 25 },
      train: { shown: 500, succeeded: 100 },
    };
    const input = { trialCount: (_step: string, arm: string) => known[arm] };
    const drawn = Array.from({ length: 300 }, (_, at) =>
      offerOf(travel({ by: 'thompson' }, { customer: { id: `c${String(at)}` }, input })),
    );
    const count = (key: string) => drawn.filter((offer) => offer === key).length;
    expect(count('up')).toBe(0);
    expect(count('train')).toBeGreaterThan(30);
    expect(count('refer')).toBeGreaterThan(30);
  });

  it('stays the same within one passage, whatever is learnt meanwhile', () => {
    let best = 'refer';
    const input = {
      trialCount: (_step: string, arm: string) =>
        arm === best ? { shown: 1_000, succeeded: 999 } : { shown: 1_000, succeeded: 1 },
    };
    const traveller = travel({ by: 'thompson' }, { input });
    expect(offerOf(traveller)).toBe('refer');
    best = 'up';
    traveller.event('again');
    expect(traveller.passage.records.find(({ step }) => step === 'offer')?.detail).toMatchObject({
      offer: 'refer',
      drawn: 'kept',
    });
  });

  it('has succeeded once it is accepted, once, also after the end', () => {
    const SUCCEEDED = { type: 'trial', step: 'offer', arm: 'up', outcome: 'succeeded' };
    const traveller = travel();
    expect(traveller.event('offer.accepted', { offer: 'train' })).toBe(false);
    expect(traveller.event('offer.accepted', { offer: 'up' })).toBe(true);
    expect(traveller.passage.effects).toEqual([SUCCEEDED]);
    expect(traveller.event('offer.accepted', { offer: 'up' })).toBe(false);
    const other = travel();
    other.event('go');
    const journey = compileJourney(aDefinition({ steps: steps() }));
    const input = { journey, customer: aCustomer(), timezone: 'UTC', journeyKey: 'j', now: NOW };
    const decideMessage = () => ({ send: false, code: 'never' }) as const;
    const event = anEvent('offer.accepted', { offer: 'up' });
    const late = convert(other.state, { ...input, decideMessage, event });
    expect(late?.effects).toEqual([SUCCEEDED]);
    const tooLate = { ...event, occurredAt: NOW + 31 * 86_400_000 };
    expect(convert(other.state, { ...input, decideMessage, event: tooLate })).toBeUndefined();
  });

  it('tells what is named twice, not at all, or for nothing', () => {
    expect(findings({ from: ['up', 'up'] })).toEqual([['journeys.repeated-key', '/steps/offer/from/1']]);
    expect(findings({ weights: { up: 2 } })).toEqual([
      ['journeys.weight-ignored', '/steps/offer/weights/up'],
    ]);
    expect(findings({ by: 'weighted', weights: { down: 2 } })).toEqual([
      ['journeys.unknown-weight', '/steps/offer/weights/down'],
    ]);
    expect(findings({}, { offers: new Set(['up', 'train']) })).toEqual([
      ['journeys.unknown-offer', '/steps/offer/from/2'],
    ]);
  });
});
