import { anEvent, Traveller } from '../testing/journeys.js';

const traits = { stage: 'new', old: 1, name: 'Ada' };
const updates = () =>
  new Traveller(
    {
      steps: {
        mark: {
          type: 'update',
          set: {
            stage: 'active',
            plan: '{{event.plan}}',
            alias: '{{ customer.name }}',
            missing: '{{event.nothing}}',
            text: 'Hello {{event.plan}}',
          },
          unset: ['old'],
          next: 'look',
        },
        look: {
          type: 'branch',
          cases: [{ when: { trait: 'stage', is: 'active' }, next: 'end' }],
          else: 'no',
        },
        no: { type: 'exit', reason: 'no' },
        end: { type: 'exit' },
      },
    },
    { customer: { traits } },
  );

const set = { stage: 'active', plan: 'trial', alias: 'Ada', text: 'Hello trial' };

describe('an update step', () => {
  it('sets literals and values that it reads, and leaves out what is absent', () => {
    expect(updates().passage.effects).toEqual([{ type: 'traits', set, unset: ['old'] }]);
  });

  it('hands the changed customer on', () => {
    expect(updates().passage.customer.traits).toEqual({ name: 'Ada', ...set });
  });

  it('shows its changes to the steps that follow', () => {
    expect(updates().state.endReason).toBe('completed');
  });

  it('leaves the customer that it was given as it was', () => {
    updates();

    expect(traits).toEqual({ stage: 'new', old: 1, name: 'Ada' });
  });

  it('counts up numbers, from 0 where there is none, and leaves alone what cannot be counted', () => {
    const counted = new Traveller(
      {
        steps: {
          count: {
            type: 'update',
            increment: { old: 2, points: 10, spent: '{{event.amount}}', name: 1, none: '{{event.plan}}' },
            next: 'end',
          },
          end: { type: 'exit' },
        },
      },
      {
        customer: { traits },
        trigger: { type: 'event', event: anEvent('account.created', { amount: 2.5, plan: 'trial' }) },
      },
    );
    expect(counted.passage.customer.traits).toEqual({ ...traits, old: 3, points: 10, spent: 2.5, name: 1 });
  });
});

describe('an update of tags and consents', () => {
  const END = { type: 'exit' } as const;
  const travel = () =>
    new Traveller({
      steps: {
        mark: {
          type: 'update',
          tags: { add: ['engaged'], remove: ['trial'] },
          consent: [{ channel: 'email', topic: 'news', state: 'denied' }],
          next: 'look',
        },
        look: {
          type: 'branch',
          cases: [{ when: { consent: { channel: 'email', topic: 'news', is: 'denied' } }, next: 'end' }],
          else: 'no',
        },
        no: { type: 'exit', reason: 'no' },
        end: END,
      },
    });

  it('leaves the writing to the shell, and changes no trait', () => {
    expect(travel().passage.effects).toEqual([
      {
        type: 'profile',
        tags: { add: ['engaged'], remove: ['trial'] },
        consents: [{ channel: 'email', topic: 'news', state: 'denied' }],
      },
    ]);
  });

  it('is seen by the steps that follow', () => {
    const { codes, passage } = travel();
    expect(codes).toEqual(['mark updated', 'look case', 'end ended']);
    expect(passage.records[0]?.detail).toMatchObject({ traits: '+engaged, -trial, email news: denied' });
  });
});
