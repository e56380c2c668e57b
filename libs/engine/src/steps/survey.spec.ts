import { isError } from '@parcours/kernel';
import { validateDefinition } from '../definition/validate.js';
import { aDefinition, DAY, NOW, Traveller } from '../testing/journeys.js';
import type { SurveyStep } from './survey.js';

const steps = (over: Partial<SurveyStep> = {}) =>
  ({
    ask: {
      type: 'survey',
      survey: 'nps',
      template: 'how',
      cases: [
        { score: { lte: 6 }, next: 'sad' },
        { score: { gte: 9, lte: 10 }, next: 'glad' },
      ],
      answered: 'thanks',
      timeout: { after: '7d', next: 'late' },
      ...over,
    },
    sad: { type: 'exit', reason: 'sad' },
    glad: { type: 'exit', reason: 'glad' },
    thanks: { type: 'exit', reason: 'thanks' },
    late: { type: 'exit', reason: 'late' },
  }) as const;
const travel = (over: Partial<SurveyStep> = {}, options: ConstructorParameters<typeof Traveller>[1] = {}) =>
  new Traveller({ steps: steps(over) }, options);
const errorsOf = (over: Partial<SurveyStep>, content = {}) =>
  validateDefinition(aDefinition({ steps: steps(over) }), content)
    .filter(isError)
    .map(({ code, pointer }) => [code, pointer]);

describe('a survey (D1)', () => {
  it('invites, and waits for the answer', () => {
    const { passage, state } = travel();
    expect(passage.effects).toMatchObject([
      { type: 'message', request: { template: 'how' }, given: { survey: 'nps' } },
    ]);
    expect(state).toMatchObject({ dueAt: NOW + 7 * DAY, waiting: { events: ['survey.answered'] } });
  });

  it.each([
    [0, 'sad'],
    [6, 'sad'],
    [7, 'thanks'],
    [9, 'glad'],
    [10, 'glad'],
  ])('goes the way of the score %d: %s', (score, reason) => {
    const traveller = travel();
    expect(traveller.event('survey.answered', { survey: 'nps', score, comment: 'Well' })).toBe(true);
    expect(traveller.state).toMatchObject({
      endReason: reason,
      context: { answers: { ask: { survey: 'nps', score, comment: 'Well' } } },
    });
  });

  it('records which case held, or that none did', () => {
    const [glad, other] = [travel(), travel()];
    glad.event('survey.answered', { survey: 'nps', score: 9 });
    other.event('survey.answered', { survey: 'nps', score: 8 });
    expect(glad.passage.records[0]).toMatchObject({
      code: 'case',
      detail: { score: 9, case: 1, next: 'glad' },
    });
    expect(other.passage.records[0]).toMatchObject({
      code: 'answered',
      detail: { score: 8, next: 'thanks' },
    });
  });

  it.each([
    ['another survey', { survey: 'csat', score: 9 }],
    ['no score', { survey: 'nps', score: '9' }],
    ['another journey', { survey: 'nps', score: 9, journey: 'k' }],
  ])('does not hear %s', (_what, properties) => {
    expect(travel().event('survey.answered', properties)).toBe(false);
  });

  it('goes on when the time is over, and at once where nobody can be asked', () => {
    const late = travel();
    late.due(NOW + 7 * DAY);
    expect([late.codes[0], late.state.endReason]).toEqual(['ask timeout', 'late']);
    const decision = { send: false, code: 'no-address' } as const;
    const skipped = travel({ on: { skipped: 'thanks' } }, { decision });
    expect([skipped.codes[0], skipped.state.endReason]).toEqual(['ask skipped', 'thanks']);
  });

  it('tells scores that cannot be, and surveys that there are none of', () => {
    const cases = [
      { score: { lt: 3, gte: 3 }, next: 'sad' },
      { score: { is: 4, gt: 4 }, next: 'glad' },
      { score: { lte: 3, gte: 3 }, next: 'thanks' },
    ];
    expect(errorsOf({ cases })).toEqual([
      ['journeys.impossible-score', '/steps/ask/cases/0/score'],
      ['journeys.impossible-score', '/steps/ask/cases/1/score'],
    ]);
    expect(errorsOf({}, { surveys: new Set(['npss']) })).toEqual([
      ['journeys.unknown-survey', '/steps/ask/survey'],
    ]);
  });
});
