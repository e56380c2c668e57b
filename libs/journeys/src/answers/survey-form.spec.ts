import type { SurveyDocument } from '@parcours/catalog';

import { isOver, readSurveyForm, scoreIn } from './survey-form.rules.js';

const NPS: SurveyDocument = {
  kind: 'nps',
  question: 'Would you?',
  followUps: [
    { when: { from: 0, to: 6 }, question: 'What went wrong?' },
    { when: { from: 9, to: 10 }, question: 'What was good?' },
  ],
  expiresAfter: '14d',
};
const DAY = 86_400_000;

describe('the form of a survey (D1)', () => {
  it.each([
    ['nps', ['0', '10'], ['11', '-1', '', '1.5', ' 1', '1e1', undefined]],
    ['csat-5', ['1', '5'], ['0', '6']],
    ['csat-7', ['1', '7'], ['0', '8']],
    ['ces', ['1', '7'], ['0', '8']],
    ['yes-no', ['0', '1'], ['2']],
  ] as const)('takes the answers of %s and no others', (kind, good, bad) => {
    expect(good.map((text) => scoreIn({ ...NPS, kind }, text))).toEqual(good.map(Number));
    expect(bad.map((text) => scoreIn({ ...NPS, kind }, text))).toEqual(bad.map(() => undefined));
  });

  it('reads the words that belong to the score, without the space around them', () => {
    const fields = { 'comment-0': [' bad '], 'comment-1': ['good'] };
    expect(readSurveyForm(NPS, { score: ['3'], ...fields })).toEqual({ score: 3, comment: 'bad' });
    expect(readSurveyForm(NPS, { score: ['9'], ...fields })).toEqual({ score: 9, comment: 'good' });
    expect(readSurveyForm(NPS, { score: ['8'], ...fields })).toEqual({ score: 8 });
    expect(readSurveyForm(NPS, { score: ['8'], 'comment-0': ['  '] })).toEqual({ score: 8 });
  });

  it('says what is wrong, and keeps what was typed', () => {
    expect(readSurveyForm(NPS, {})).toEqual({ fault: 'missing' });
    const comment = 'a'.repeat(2_001);
    expect(readSurveyForm(NPS, { score: ['1'], 'comment-0': [comment] })).toEqual({
      fault: 'tooLong',
      score: 1,
      comment,
    });
  });

  it('is over when its time has passed, and never without one', () => {
    expect([isOver(NPS, 0, 14 * DAY), isOver(NPS, 0, 14 * DAY + 1)]).toEqual([false, true]);
    const { expiresAfter: _, ...endless } = NPS;
    expect(isOver(endless, 0, 9_999 * DAY)).toBe(false);
  });
});
