import { isError } from '@parcours/kernel';
import { validateDefinition } from '../definition/validate.js';
import { aDefinition, DAY, NOW, Traveller } from '../testing/journeys.js';
import type { ChoiceStep } from './choice.js';

const OPTIONS: ChoiceStep['options'] = [
  { key: 'call', label: { en: 'Call me', fr: 'Rappelez-moi' }, keyword: 'Oui', next: 'agent' },
  { key: 'read', label: 'Guide', keyword: '2', next: 'tips' },
];
const steps = (over: Partial<ChoiceStep> = {}) =>
  ({
    pick: {
      type: 'choice',
      template: 'next',
      options: OPTIONS,
      timeout: { after: '5d', next: 'late' },
      ...over,
    },
    agent: { type: 'exit', reason: 'agent' },
    tips: { type: 'exit', reason: 'tips' },
    late: { type: 'exit', reason: 'late' },
  }) as const;
const travel = (over: Partial<ChoiceStep> = {}, options: ConstructorParameters<typeof Traveller>[1] = {}) =>
  new Traveller({ steps: steps(over) }, { input: { enrollment: '7' }, ...options });
const CHOSEN = { journey: 'j', step: 'pick', option: 'read', enrollment: '7' };
const codesOf = (over: Partial<ChoiceStep>) =>
  validateDefinition(aDefinition({ steps: steps(over) }))
    .filter(isError)
    .map(({ code, pointer }) => [code, pointer]);

describe('a choice (B)', () => {
  it('sends its message with what can be chosen, and waits', () => {
    const { passage, state } = travel();
    expect(passage.effects).toMatchObject([
      {
        type: 'message',
        request: { template: 'next' },
        given: { choices: [{ key: 'call', label: { fr: 'Rappelez-moi' }, keyword: 'Oui' }, { key: 'read' }] },
      },
    ]);
    expect(state).toMatchObject({
      step: 'pick',
      dueAt: NOW + 5 * DAY,
      waiting: { for: 'events', events: ['choice.made', 'message.replied'] },
    });
  });

  it('goes the way that was chosen, and remembers it for conditions', () => {
    const traveller = travel();
    expect(traveller.event('choice.made', CHOSEN)).toBe(true);
    expect(traveller.state).toMatchObject({ endReason: 'tips', context: { choices: { pick: 'read' } } });
    expect(traveller.passage.records[0]).toMatchObject({
      code: 'chosen',
      detail: { option: 'read', next: 'tips', event: 'choice.made' },
    });
  });

  it.each([
    ['another journey', { ...CHOSEN, journey: 'k' }],
    ['another step', { ...CHOSEN, step: 'other' }],
    ['another passage', { ...CHOSEN, enrollment: '8' }],
    ['no such option', { ...CHOSEN, option: 'x' }],
    ['nobody knows which step', { option: 'read' }],
  ])('is not made by an event of %s', (_of, properties) => {
    expect(travel().event('choice.made', properties)).toBe(false);
  });

  it.each([
    [{ text: '  OUI ' }, 'agent'],
    [{ keyword: '2' }, 'tips'],
  ])('is made by the reply %j', (reply, reason) => {
    const traveller = travel();
    expect(traveller.event('message.replied', reply)).toBe(true);
    expect(traveller.state.endReason).toBe(reason);
  });

  it('does not hear a reply that is none of its words, nor any where it has no words', () => {
    expect(travel().event('message.replied', { text: 'perhaps' })).toBe(false);
    const wordless = travel({ options: OPTIONS.map(({ keyword: _, ...rest }) => rest) });
    expect(wordless.event('message.replied', { text: '2' })).toBe(false);
  });

  it('goes on when the time is over', () => {
    const traveller = travel();
    traveller.due(NOW + 5 * DAY);
    expect([traveller.codes[0], traveller.state.endReason]).toEqual(['pick timeout', 'late']);
  });

  it.each([
    [undefined, 'late'],
    [{ skipped: 'tips' }, 'tips'],
  ])('that cannot be asked goes on at once (on %j)', (on, reason) => {
    const decision = { send: false, code: 'no-address' } as const;
    const { state, codes, passage } = travel(on && { on }, { decision });
    expect([codes[0], state.endReason]).toEqual(['pick skipped', reason]);
    expect(passage.effects).toEqual([]);
  });

  it('tells what is named twice', () => {
    const again = (over: object) => [...OPTIONS, { ...OPTIONS[1]!, ...over }];
    expect(codesOf({ options: again({ keyword: '3' }) })).toEqual([
      ['journeys.repeated-key', '/steps/pick/options/2/key'],
    ]);
    expect(codesOf({ options: again({ key: 'x', keyword: 'OUI' }) })).toEqual([
      ['journeys.repeated-key', '/steps/pick/options/2/keyword'],
    ]);
    expect(codesOf({})).toEqual([]);
  });
});
