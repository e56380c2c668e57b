import { explainWaiting } from '@parcours/engine';
import { formatInstant, type Language } from '@parcours/kernel';

import type { Enrollment } from '../enrollments/enrollment.js';
import { moment, say, type Sentence } from './explain-words.js';
import type { JourneyExplanation, StandingExplanation } from './journey-explain.service.js';

const MOST_SHOWN = 10;

const STANDINGS = {
  in: { en: 'They are in {journey}.', fr: 'Il est dans {journey}.' },
  'was-in': {
    en: 'They were in {journey} and are not any more.',
    fr: 'Il était dans {journey} et n’y est plus.',
  },
  'never-in': { en: 'They have never been in {journey}.', fr: 'Il n’a jamais été dans {journey}.' },
} as const satisfies Readonly<Record<string, Sentence>>;

const FREE: Sentence = {
  en: 'Nothing keeps them out: the next trigger lets them in.',
  fr: 'Rien ne l’empêche d’entrer : le prochain déclencheur le fera entrer.',
};

/** Where a customer stands in every journey. */
export function presentOverview(
  customerId: string,
  explanations: readonly StandingExplanation[],
  language: Language,
) {
  return {
    customerId,
    journeys: explanations.map((explanation) => presentStanding(explanation, language)),
  };
}

/** One journey, with triggers and messages. */
export function presentExplanation(customerId: string, explanation: JourneyExplanation, language: Language) {
  const { attempts, messages, situation } = explanation;
  const standing = {
    ...presentStanding(explanation, language),
    enrollments: situation.passages.slice(0, MOST_SHOWN).map((each) => presentPassage(each, language)),
    triggers: attempts.map(({ at, enrollmentId, ...attempt }) => ({
      at: formatInstant(at),
      enrollmentId: enrollmentId === null ? null : String(enrollmentId),
      ...attempt,
    })),
    messages,
  };
  return { customerId, journeys: [standing] };
}

function presentStanding({ situation, reasons }: StandingExplanation, language: Language) {
  const { journeyKey, journey, passages, now } = situation;
  const isIn = passages.some(({ state }) => state.status === 'active');
  const standing = isIn ? 'in' : passages.length > 0 ? 'was-in' : 'never-in';
  const words = [
    say(STANDINGS[standing], language, { journey: journeyKey }),
    ...(reasons.length === 0 && !isIn ? [FREE[language]] : reasons.map((reason) => reason.words)),
  ];
  return {
    journey: journeyKey,
    version: journey?.number ?? null,
    asOf: formatInstant(now),
    standing,
    reasons,
    words: words.join(' '),
  };
}

const UNDER_WAY: Sentence = {
  en: 'Entered {at}; stands at {step}. {waits}',
  fr: 'Entré le {at} ; se trouve à {step}. {waits}',
};
const OVER: Sentence = {
  en: 'Entered {at}; left {end}: {reason}.',
  fr: 'Entré le {at} ; sorti le {end} : {reason}.',
};

function presentPassage({ id, state }: Enrollment, language: Language) {
  const { enteredAt, endedAt, endReason, step, status, progress } = state;
  const words =
    endedAt === null
      ? say(UNDER_WAY, language, {
          at: moment(enteredAt),
          step,
          waits: explainWaiting(state, language) ?? '',
        })
      : say(OVER, language, { at: moment(enteredAt), end: moment(endedAt), reason: endReason });
  return {
    id: String(id),
    state: status,
    step,
    enteredAt: formatInstant(enteredAt),
    endedAt: endedAt === null ? null : formatInstant(endedAt),
    endReason,
    heldOut: progress.isHeldOut ?? false,
    words: words.trim(),
  };
}
