import { compileJourney } from '../definition/compile.js';
import { aCustomer, aDefinition, NOW, SEND } from '../testing/journeys.js';
import type { AnswerFollowUp, GivenAnswer } from './answer-follow-up.js';
import type { MessageDecision } from '../run/passage.js';
import { runJourneyTest } from './journey-test.js';
import { simulate } from './simulator.js';
import type { Stimulus } from './happening.js';
import { transcriptOf } from './transcript.js';

const JOURNEY = compileJourney(
  aDefinition({
    start: 'ask',
    steps: {
      ask: {
        type: 'survey',
        survey: 'nps',
        template: 'how',
        answered: 'rest',
        timeout: { after: '7d', next: 'end' },
      },
      rest: { type: 'wait', for: '30d', next: 'end' },
      end: { type: 'exit', reason: 'done' },
    },
  }),
);
const ENTERS: Stimulus = { type: 'event', at: NOW, event: 'account.created', properties: {} };
const answer = (at: number, score: number): Stimulus => ({
  type: 'answer',
  at,
  step: 'ask',
  properties: { score, comment: 'Well' },
});

function followUpBy(decision: MessageDecision) {
  const heard: GivenAnswer[] = [];
  const followUp = (said: GivenAnswer): AnswerFollowUp => {
    heard.push(said);
    const request = { template: 'thanks', policy: 'default', channel: 'policy' };
    return { message: { request, decision, given: { answer: said } }, journey: 'make-good' };
  };
  return { heard, followUp };
}

const surroundings = (followUp?: ReturnType<typeof followUpBy>['followUp']) => ({
  journey: JOURNEY,
  journeyKey: 'welcome',
  timezone: 'UTC',
  decideMessage: () => SEND,
  ...(followUp && { followUp }),
});

describe('an answer to a survey in a simulation (D2)', () => {
  const play = (stimuli: readonly Stimulus[], followUp?: ReturnType<typeof followUpBy>['followUp']) =>
    transcriptOf(
      simulate({ ...surroundings(followUp), customer: aCustomer(), stimuli, until: NOW + 3_600_000 }),
      NOW,
    );

  it('is acknowledged once the journey has gone on, and leads where its survey says', () => {
    const { heard, followUp } = followUpBy(SEND);
    expect(play([ENTERS, answer(NOW + 60_000, 9)], followUp).slice(-4)).toEqual([
      '+1m hears survey.answered',
      expect.stringMatching(/^\+1m passes ask/),
      expect.stringMatching(/^\+1m sends thanks \(\w+\), which acknowledges nps$/),
      '+1m enters make-good',
    ]);
    expect(heard).toEqual([{ survey: 'nps', score: 9, comment: 'Well' }]);
  });

  it('is taken once', () => {
    const { heard, followUp } = followUpBy(SEND);
    const told = play([ENTERS, answer(NOW + 60_000, 9), answer(NOW + 120_000, 2)], followUp);
    expect(heard.map(({ score }) => score)).toEqual([9]);
    expect(told.filter((line) => line.endsWith('hears survey.answered'))).toHaveLength(1);
  });

  it('is acknowledged by nobody where nobody was asked', () => {
    const { heard, followUp } = followUpBy(SEND);
    play([answer(NOW, 9), ENTERS], followUp);
    expect(heard).toEqual([]);
  });

  it('is told to go without one where the policy refuses, and why', () => {
    const { followUp } = followUpBy({ send: false, code: 'cap-reached' });
    expect(play([ENTERS, answer(NOW + 60_000, 9)], followUp)).toContain(
      '+1m does not acknowledge nps (cap-reached)',
    );
  });

  it('keeps reactions to the question apart from those to what acknowledges it', () => {
    const { followUp } = followUpBy(SEND);
    const { happenings } = simulate({
      ...surroundings(followUp),
      customer: aCustomer(),
      stimuli: [
        ENTERS,
        answer(NOW + 60_000, 9),
        { type: 'reaction', at: NOW + 120_000, step: 'ask', is: 'opened' },
      ],
      until: NOW + 3_600_000,
    });
    expect(happenings.at(-1)).toMatchObject({ event: 'message.opened', properties: { template: 'how' } });
  });

  it('can be expected by a test of the journey', () => {
    const timeline = [
      { at: '+0m', event: 'account.created' },
      { at: '+1d', answer: 'ask', score: 9 },
    ];
    const test = (decision: MessageDecision, expect: object[]) =>
      runJourneyTest(
        { name: 'is thanked', timeline, expect },
        { ...surroundings(followUpBy(decision).followUp), customerOf: () => aCustomer() },
      );
    expect(test(SEND, [{ sends: 'thanks', at: '+1d' }, { enters: 'make-good' }])).toMatchObject({
      passed: true,
    });
    expect(
      test({ send: false, code: 'cap-reached' }, [
        { skips: 'ask', code: 'cap-reached' },
        { never: { sends: 'thanks' } },
      ]).failures,
    ).toEqual([]);
  });
});
