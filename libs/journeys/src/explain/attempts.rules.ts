import { canEnter, contextOf } from '@parcours/engine';
import type { JsonObject, Language } from '@parcours/kernel';

import type { Enrollment } from '../enrollments/enrollment.js';
import { refusalReason } from './entry-reasons.rules.js';
import { moment, say, type Sentence } from './explain-words.js';
import { entryHistoryAt, type PastTrigger, type PublishedJourney, type Situation } from './situation.js';

/** What came of something that could have let the customer in. */
export interface Attempt {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The event; null for a trigger through the API or by another journey. */
  readonly event: string | null;
  /** `entered`, `before-publication`, `would-enter`, or why the engine would refuse it. */
  readonly code: string;
  readonly enrollmentId: number | null;
  readonly detail: JsonObject;
  readonly words: string;
}

const ENTERED: Sentence = {
  en: '{event} of {at} let them in.',
  fr: '{event} du {at} l’a fait entrer.',
};
const TOO_EARLY: Sentence = {
  en: '{event} of {at} came before the journey was published for the first time.',
  fr: '{event} du {at} est arrivé avant la première publication du parcours.',
};
const WOULD: Sentence = {
  en: '{event} of {at} let nobody in, but would as of now: the customer or the journey has changed since.',
  fr: '{event} du {at} n’a fait entrer personne, mais le ferait maintenant : le client ou le parcours a changé depuis.',
};
const REFUSED: Sentence = {
  en: '{event} of {at} does not let them in, as of now. {why}',
  fr: '{event} du {at} ne le fait pas entrer, vu d’aujourd’hui. {why}',
};
const API: Sentence = { en: 'The trigger', fr: 'Le déclenchement' };

/**
 * Says of each trigger of a customer what came of it, the latest first. Refusals are not on record: they are decided
 * anew, by the customer and the journey as they are now and the passages as they were when the trigger came.
 */
export function attemptsOf(situation: Situation, language: Language): Attempt[] {
  const { journey, triggers, passages } = situation;
  if (!journey) return [];
  const unclaimed = [...passages].reverse();
  const earliestFirst = [...triggers].reverse();
  const attempts = earliestFirst.map((past) => {
    const claimed = unclaimed.findIndex((passage) => isStartedBy(passage, past));
    const [entered] = claimed < 0 ? [] : unclaimed.splice(claimed, 1);
    return attempt(past, { journey, entered, situation, language });
  });
  return attempts.reverse();
}

interface Looked {
  readonly journey: PublishedJourney;
  readonly entered: Enrollment | undefined;
  readonly situation: Situation;
  readonly language: Language;
}

function attempt({ at, trigger }: PastTrigger, { journey, entered, situation, language }: Looked): Attempt {
  const event = trigger.type === 'event' ? trigger.event.name : null;
  const named = { event: event ?? API[language], at: moment(at) };
  const told = { at, event, enrollmentId: null, detail: {} };
  if (entered) {
    const words = say(ENTERED, language, named);
    return { ...told, code: 'entered', enrollmentId: entered.id, words };
  }
  if (at < journey.firstPublishedAt) {
    return { ...told, code: 'before-publication', words: say(TOO_EARLY, language, named) };
  }
  const { customer, passages } = situation;
  const request = { customer, trigger, history: entryHistoryAt(passages, at), now: at };
  const decision = canEnter(journey.compiled, request);
  if (decision.enter) return { ...told, code: 'would-enter', words: say(WOULD, language, named) };
  const looked = { customer, now: at };
  const {
    code,
    detail,
    words: why,
  } = refusalReason(decision, {
    journey,
    trigger,
    situation: looked,
    language,
  });
  return { ...told, code, detail, words: say(REFUSED, language, { ...named, why }) };
}

/** A passage carries its trigger, and may have put more beside it; it began when its lane came to it, not earlier. */
function isStartedBy({ state }: Enrollment, { at, trigger }: PastTrigger): boolean {
  if (state.enteredAt < at) return false;
  return Object.entries(contextOf(trigger)).every(
    ([member, value]) => JSON.stringify(state.context[member]) === JSON.stringify(value),
  );
}
