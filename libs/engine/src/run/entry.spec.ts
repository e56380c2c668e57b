import { compileJourney } from '../definition/compile.js';
import type { EntryDefinition, ExitRuleDefinition, ReentryDefinition } from '../definition/definition.js';
import { aCustomer, aDefinition, anEvent, DAY, NOW } from '../testing/journeys.js';
import type { EntryHistory } from './entry.js';
import { canEnter } from './entry.js';
import type { Trigger } from './passage.js';

const created: Trigger = { type: 'event', event: anEvent('account.created', { plan: 'trial', order: 7 }) };
const NOBODY: EntryHistory = { active: [] };

const asks = (
  entry: EntryDefinition,
  {
    trigger = created,
    history = NOBODY,
    exit,
  }: { trigger?: Trigger; history?: EntryHistory; exit?: ExitRuleDefinition[] } = {},
) => {
  const journey = compileJourney(
    aDefinition({ entry, steps: { end: { type: 'exit' } }, ...(exit ? { exit } : {}) }),
  );
  const decision = canEnter(journey, {
    customer: aCustomer({ traits: { country: 'FR' } }),
    trigger,
    history,
    now: NOW,
  });
  return decision.enter ? `enter ${decision.entryKey}` : decision.code;
};

const on = (event: string, where?: EntryDefinition['condition']) => ({
  triggers: [{ type: 'event' as const, event, ...(where ? { where } : {}) }],
});
const again = (reentry: ReentryDefinition, history: EntryHistory) =>
  asks({ ...on('account.created'), reentry }, { history });

describe('canEnter', () => {
  it.each<[string, EntryDefinition, string]>([
    ['the event of a trigger', on('account.created'), 'enter '],
    ['another event', on('order.created'), 'not-triggered'],
    ['an event that meets the trigger', on('account.created', { property: 'plan', is: 'trial' }), 'enter '],
    ['an event that does not', on('account.created', { property: 'plan', is: 'pro' }), 'not-triggered'],
    [
      'an entry condition that holds',
      { ...on('account.created'), condition: { trait: 'country', is: 'FR' } },
      'enter ',
    ],
    [
      'an entry condition that fails',
      { ...on('account.created'), condition: { trait: 'country', is: 'BE' } },
      'condition-failed',
    ],
  ])('answers %s', (_name, entry, expected) => {
    expect(asks(entry)).toBe(expected);
  });

  it('takes two triggers that both match as one entry', () => {
    const { triggers } = on('account.created');

    expect(asks({ triggers: [...triggers, ...triggers] })).toBe('enter ');
  });

  it('lets the API in only where the journey says so', () => {
    const trigger: Trigger = { type: 'api', context: {} };

    expect([asks({ triggers: [{ type: 'api' }] }, { trigger }), asks(on('a'), { trigger })]).toEqual([
      'enter ',
      'not-triggered',
    ]);
  });

  it('keeps out whom an exit rule would send away', () => {
    expect(asks(on('account.created'), { exit: [{ condition: { trait: 'country', is: 'FR' } }] })).toBe(
      'exit-rule',
    );
  });

  it.each<[ReentryDefinition, EntryHistory, string]>([
    [{}, { active: [], lastEndedAt: { '': NOW - DAY } }, 'reentry-never'],
    [{ mode: 'never' }, { active: [], everEntered: [''] }, 'reentry-never'],
    [{ mode: 'never' }, { active: [{ entryKey: '' }] }, 'already-active'],
    [{ mode: 'never', key: 'event.order' }, { active: [], lastEndedAt: { '6': NOW - DAY } }, 'enter 7'],
    [{ mode: 'never', key: 'event.order' }, { active: [], lastEndedAt: { '7': NOW - DAY } }, 'reentry-never'],
    [{ mode: 'after-exit' }, { active: [{ entryKey: '' }] }, 'already-active'],
    [{ mode: 'after-exit' }, { active: [], lastEndedAt: { '': NOW - 1 } }, 'enter '],
    [{ mode: 'after-exit', cooldown: '2d' }, { active: [], lastEndedAt: { '': NOW - DAY } }, 'cooldown'],
    [{ mode: 'after-exit', cooldown: '1d' }, { active: [], lastEndedAt: { '': NOW - DAY } }, 'enter '],
    [{ mode: 'always' }, { active: [{ entryKey: '' }] }, 'enter '],
    [{ mode: 'always', cooldown: '2d' }, { active: [], lastEndedAt: { '': NOW - DAY } }, 'cooldown'],
    [{ mode: 'always', key: 'event.order' }, { active: [{ entryKey: '6' }] }, 'enter 7'],
    [{ mode: 'always', key: 'event.order' }, { active: [{ entryKey: '7' }] }, 'already-active'],
    [{ mode: 'always', key: 'event.missing' }, { active: [{ entryKey: '7' }] }, 'enter '],
  ])('rules re-entry %j after %j: %s', (reentry, history, expected) => {
    expect(again(reentry, history)).toBe(expected);
  });

  it('takes the key from the API’s context', () => {
    const entry: EntryDefinition = {
      triggers: [{ type: 'api' }],
      reentry: { mode: 'always', key: 'context.cart.id' },
    };

    expect(asks(entry, { trigger: { type: 'api', context: { cart: { id: 'k' } } } })).toBe('enter k');
  });

  it('keeps long keys apart within their length', () => {
    const entry: EntryDefinition = { ...on('a'), reentry: { mode: 'always', key: 'event.id' } };
    const keyOf = (id: string) =>
      asks(entry, { trigger: { type: 'event', event: anEvent('a', { id }) } }).slice(6);
    const [one, other] = [keyOf('x'.repeat(150) + '1'), keyOf('x'.repeat(150) + '2')];

    expect([one.length, other.length]).toEqual([100, 100]);
    expect(one).not.toBe(other);
  });
});
