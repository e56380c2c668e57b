import { STEP_TYPES } from '../steps/step-types.js';
import { NOW, Traveller } from '../testing/journeys.js';
import { explainRecord } from './explain.js';
import type { StepRecord } from './passage.js';

const record = (over: Partial<StepRecord>): StepRecord => ({
  visit: 1,
  step: 's',
  type: 'branch',
  at: NOW,
  code: 'case',
  detail: undefined,
  ...over,
});

describe('explainRecord', () => {
  it.each([
    ['en', 'Case 1 held, so it went on to pro.'],
    ['fr', 'Le cas 1 était vrai : passage à pro.'],
  ] as const)('says in %s why a branch went its way', (locale, sentence) => {
    expect(explainRecord(record({ detail: { case: 0, next: 'pro' } }), locale)).toBe(sentence);
  });

  it('has words for what every step shares', () => {
    expect(explainRecord(record({ code: 'exit-rule', detail: { rule: 1 } }), 'en')).toBe(
      'Exit rule 2 fired, and the customer left the journey.',
    );
  });

  it('still says something of a code that it does not know', () => {
    expect(explainRecord(record({ type: 'gone', code: 'odd' }), 'en')).toBe('The step was left (odd).');
  });

  it('leaves no gap in the sentences of a whole journey', () => {
    const { passage } = new Traveller(
      {
        steps: {
          hello: { type: 'message', template: 't', next: 'mark' },
          mark: { type: 'update', set: { x: 1 }, next: 'rest' },
          rest: { type: 'wait', until: { trait: 'date' }, next: 'no' },
          no: { type: 'wait', until: { trait: 'none' }, next: 'b' },
          b: { type: 'branch', cases: [{ when: { trait: 'x', is: 2 }, next: 'end' }], else: 'end' },
          end: { type: 'exit' },
        },
      },
      { customer: { traits: { date: '2020-01-01' } } },
    );

    expect(passage.records.map((each) => explainRecord(each, 'en')).join(' ')).not.toMatch(/\?|\{/);
    expect(passage.records).toHaveLength(6);
  });

  it('has both languages for every code of every type', () => {
    const sentences = [...STEP_TYPES.values()].flatMap(({ explain }) => Object.values(explain));

    expect(sentences.length).toBeGreaterThan(12);
    expect(sentences.filter(({ en, fr }) => en === '' || fr === '' || en === fr)).toEqual([]);
  });
});
