import { compileCondition, describeCondition } from '@parcours/conditions';
import { describeDuration, type Finding, type JsonObject, parseDuration, pointer } from '@parcours/kernel';
import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { named, say } from '../diagram/picture.js';
import { carry, isAnswerTo } from './answer-signal.js';
import type { Sending } from './sending.js';
import { addressee, SENDING_PROPERTIES, sendingInWords, sendingReferences, skipMessage } from './sending.js';
import { defineStepType, waysOf } from './step-type.js';
import { TIMEOUT, type Timeout } from './timeout.js';

/** What a score has to be; every member has to hold. */
export interface ScoreTest {
  readonly is?: number;
  readonly lt?: number;
  readonly lte?: number;
  readonly gt?: number;
  readonly gte?: number;
}

/** Asks the customer the question of a survey, and goes on by the answer. */
export interface SurveyStep extends Sending {
  readonly type: 'survey';
  readonly survey: string;
  /** The message that invites. */
  readonly template: string;
  readonly cases?: readonly { readonly score: ScoreTest; readonly next: string }[];
  /** Where an answer leads that no case is for. */
  readonly answered: string;
  readonly timeout: Timeout;
  readonly on?: { readonly skipped?: string };
}

/** Raised by the page of a survey: `{ survey, score, comment?, journey, step, enrollment }`. */
export const SURVEY_EVENT = 'survey.answered';

const score = (description: string): JsonObject => ({ type: 'number', description, examples: [6] });

export const surveyStep = defineStepType<SurveyStep>({
  type: 'survey',
  title: 'Survey',
  description: 'Sends an invitation to a survey, waits for the answer, and goes on by its score.',
  required: ['survey', 'template', 'answered', 'timeout'],
  properties: {
    survey: { ...KEY, description: 'The survey.' },
    template: { ...KEY, description: 'The message template that invites. It reads survey.url.' },
    ...SENDING_PROPERTIES,
    cases: {
      type: 'array',
      description: 'Ways by the score, asked in this order.',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        required: ['score', 'next'],
        additionalProperties: false,
        properties: {
          score: {
            type: 'object',
            description: 'What the score has to be.',
            minProperties: 1,
            additionalProperties: false,
            properties: {
              is: score('Exactly this.'),
              lt: score('Less than.'),
              lte: score('Less than or equal.'),
              gt: score('Greater than.'),
              gte: score('Greater than or equal.'),
            },
            examples: [{ lte: 6 }],
          },
          next: STEP_KEY,
        },
      },
    },
    answered: { ...STEP_KEY, description: 'Where an answer leads that no case is for.' },
    timeout: TIMEOUT,
    on: {
      type: 'object',
      description: 'Another way out where the message is not sent; else that of the timeout.',
      additionalProperties: false,
      required: ['skipped'],
      properties: { skipped: STEP_KEY },
    },
  },
  examples: [
    {
      type: 'survey',
      survey: 'nps-onboarding',
      template: 'how-was-it',
      cases: [{ score: { lte: 6 }, next: 'agent' }],
      answered: 'thanks',
      timeout: { after: '7d', next: 'end' },
    },
  ],
  rests: true,
  explain: {
    case: {
      en: 'The customer answered {score}: case {case} held, so it went on to {next}.',
      fr: 'Le client a répondu {score} : le cas {case} était vrai, passage à {next}.',
    },
    answered: {
      en: 'The customer answered {score}, so it went on to {next}.',
      fr: 'Le client a répondu {score} : passage à {next}.',
    },
    timeout: {
      en: 'No answer came in time, so it went on to {next}.',
      fr: 'Aucune réponse n’est arrivée à temps : passage à {next}.',
    },
    skipped: {
      en: 'The customer could not be asked ({reason}), and it went on to {next}.',
      fr: 'L’invitation n’a pas pu être envoyée ({reason}) : passage à {next}.',
    },
  },
  ways: ({ cases = [], answered, timeout, on = {} }) => [
    ...cases.map(({ next }, index) => ({ next, at: pointer('cases', index, 'next') })),
    ...waysOf({ '/answered': answered, '/timeout/next': timeout.next, '/on/skipped': on.skipped }),
  ],
  references: (step) => [
    { kind: 'survey', key: step.survey, at: '/survey' },
    { kind: 'template', key: step.template, at: '/template' },
    ...sendingReferences(step),
  ],
  check: ({ cases = [] }, at) =>
    cases.flatMap(({ score }, index): Finding[] => {
      const from = Math.max(score.gt ?? -Infinity, score.gte ?? -Infinity, score.is ?? -Infinity);
      const to = Math.min(score.lt ?? Infinity, score.lte ?? Infinity, score.is ?? Infinity);
      const isEmpty = from > to || (from === to && (score.gt === from || score.lt === to));
      return isEmpty ? [impossibleScore(at + pointer('cases', index, 'score'))] : [];
    }),
  compile: (step) => {
    const { survey, template, cases = [], answered, timeout, on = {} } = step;
    const request = addressee(step);
    const timeoutMs = parseDuration(timeout.after) ?? 0;
    const tests = cases.map(({ score, next }) => ({ holds: scoreTest(score), next }));
    return {
      question: { type: 'survey', survey },
      awaits: [SURVEY_EVENT],
      enter: (visit) => {
        const message = request(visit, template);
        const decision = visit.decideMessage(message);
        if (!decision.send) return skipMessage(decision, on.skipped ?? timeout.next, visit);
        visit.emit({ type: 'message', request: message, decision, given: { survey } });
        return {
          move: 'wait',
          dueAt: visit.now + timeoutMs,
          waiting: { for: 'events', since: visit.now, events: [SURVEY_EVENT] },
        };
      },
      signal: (visit, signal) => {
        if (signal.type === 'due') {
          return { move: 'go', next: timeout.next, code: 'timeout', detail: { next: timeout.next } };
        }
        if (signal.type !== 'event' || !isAnswerTo(visit, signal.event)) return undefined;
        const { properties } = signal.event;
        const { score, comment } = properties;
        if (properties['survey'] !== survey || typeof score !== 'number') return undefined;
        const answer = { survey, score, ...(typeof comment === 'string' && { comment }) };
        const scope = visit.scope();
        const index = tests.findIndex(({ holds }) => holds(scope));
        carry(visit, 'answers', answer);
        const found = tests[index];
        if (found) {
          const { next } = found;
          return { move: 'go', next, code: 'case', detail: { score, case: index, next } };
        }
        return { move: 'go', next: answered, code: 'answered', detail: { score, next: answered } };
      },
    };
  },
  picture: drawSurvey,
});

function scoreTest(score: ScoreTest) {
  return compileCondition({ all: testsOf(score) }).holds;
}

/** One test of the condition language for each member: it wants one operator a test. */
function testsOf(score: ScoreTest) {
  return Object.entries(score).map(([operator, value]: [string, number]) => ({
    property: 'score',
    [operator]: value,
  }));
}

function impossibleScore(at: string): Finding {
  return {
    code: 'journeys.impossible-score',
    severity: 'error',
    pointer: at,
    message: 'No score is like this.',
    suggestion: 'Let gt and gte be less than lt and lte.',
  };
}

function drawSurvey(step: SurveyStep, context: PictureContext): StepPicture {
  const { survey, template, cases = [], answered, timeout, on = {} } = step;
  const length = describeDuration(timeout.after, context.language);
  return {
    icon: 'survey',
    kind: say(context, 'Survey', 'Enquête'),
    title: named(context, 'survey', survey),
    details: [
      say(context, 'invites by ', 'invitation : ') + named(context, 'template', template),
      ...sendingInWords(step, context),
      say(context, `for ${length} at most`, `${length} au plus`),
    ],
    ways: [
      ...cases.map(({ score, next }) => ({
        next,
        label: describeCondition({ all: testsOf(score) }, context.language, { implied: 'property' }),
      })),
      {
        next: answered,
        label:
          cases.length > 0
            ? say(context, 'any other answer', 'toute autre réponse')
            : say(context, 'answered', 'répondu'),
      },
      { next: timeout.next, label: say(context, `after ${length}`, `après ${length}`) },
      ...(on.skipped === undefined
        ? []
        : [{ next: on.skipped, label: say(context, 'not sent', 'non envoyé') }]),
    ],
  };
}
