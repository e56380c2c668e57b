import { describeHandOver, type HandOver } from './hand-over.js';

const AT = Date.UTC(2026, 2, 5, 8, 0);

const handOver: HandOver = {
  at: AT,
  language: 'fr',
  traits: { plan: 'pro', 'invoices.open': 2 },
  journey: {
    key: 'renewal',
    name: 'Renewal',
    step: 'call',
    enteredAt: AT - 86_400_000,
    context: {},
    path: [{ at: AT, step: 'hello', words: { en: 'It was sent.', fr: 'Il est parti.' } }],
  },
  conversation: [
    { at: AT, direction: 'outbound', channel: 'email', subject: 'Your contract', text: 'It ends\nsoon.' },
    { at: AT, direction: 'inbound', channel: 'email', by: 'Ada', text: 'Please call me.' },
  ],
  events: [
    { at: AT, name: 'order.returned', properties: { order: 'o-1', amount: 12 } },
    { at: AT, name: 'x' },
  ],
};

describe('a hand-over in words (A7)', () => {
  it('says who, where, what was said and what happened', () => {
    expect(describeHandOver(handOver, 'en').split('\n')).toEqual([
      'About the customer',
      '- Language: fr',
      '- plan: pro',
      '- invoices.open: 2',
      '',
      'Journey: Renewal (call), since 2026-03-04 08:00',
      '- 2026-03-05 08:00 hello: It was sent.',
      '',
      'Conversation',
      '- 2026-03-05 08:00 Us (email): Your contract – It ends soon.',
      '- 2026-03-05 08:00 Customer (Ada, email): Please call me.',
      '',
      'What happened',
      '- 2026-03-05 08:00 order.returned (order: o-1, amount: 12)',
      '- 2026-03-05 08:00 x',
    ]);
  });

  it('says it in French, and leaves out what it was not given', () => {
    const { journey } = handOver;
    expect(describeHandOver({ at: AT, ...(journey && { journey }) }, 'fr').split('\n')).toEqual([
      'Parcours: Renewal (call), depuis le 2026-03-04 08:00',
      '- 2026-03-05 08:00 hello: Il est parti.',
    ]);
    expect(describeHandOver({ at: AT }, 'fr')).toBe('');
  });
});
