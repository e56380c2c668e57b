import { type DecidingTest, judgeCondition } from '@parcours/conditions';
import { canEnter, type EntryRefusal, entryScope, isHeldOut, type Trigger } from '@parcours/engine';
import type { JsonObject, Language } from '@parcours/kernel';

import { moment, say, type Sentence, testsInWords } from './explain-words.js';
import { entryHistoryAt, type PublishedJourney, type Situation } from './situation.js';

/** One thing that keeps a customer out of a journey, or from its messages. */
export interface Reason {
  readonly code: string;
  readonly detail: JsonObject;
  readonly words: string;
}

type Check = (situation: Situation, language: Language) => readonly Reason[];

/** Everything that can keep somebody out, each look a function of its own. */
const CHECKS: readonly Check[] = [notPublished, paused, neverTriggered, refusedNow, heldOut];

/** Why the customer is not in the journey, or gets nothing in it. Empty where nothing stands in the way. */
export function reasonsOf(situation: Situation, language: Language): Reason[] {
  return CHECKS.flatMap((check) => check(situation, language));
}

const WORDS: Readonly<Record<string, Sentence>> = {
  'not-published': { en: 'The journey is not published.', fr: 'Le parcours n’est pas publié.' },
  paused: {
    en: 'The journey is paused: nobody enters it, and nobody in it takes a step.',
    fr: 'Le parcours est en pause : personne n’y entre, et personne n’y avance.',
  },
  'never-triggered': {
    en: 'Nothing that lets customers in has come ({triggers}).',
    fr: 'Rien de ce qui fait entrer les clients n’est arrivé ({triggers}).',
  },
  'trigger-condition': {
    en: '{event} has come, but not as its trigger asks: {tests}.',
    fr: '{event} est arrivé, mais pas comme son déclencheur le demande : {tests}.',
  },
  'condition-failed': {
    en: 'The entry condition fails: {tests}.',
    fr: 'La condition d’entrée n’est pas remplie : {tests}.',
  },
  'exit-rule': {
    en: 'Exit rule {rule} holds already: {tests}.',
    fr: 'La règle de sortie {rule} s’applique déjà : {tests}.',
  },
  'reentry-never': {
    en: 'They have been through it, and it takes nobody twice.',
    fr: 'Il l’a déjà suivi, et le parcours ne prend personne deux fois.',
  },
  'already-active': { en: 'They are on the way in it.', fr: 'Il y est en chemin.' },
  cooldown: {
    en: 'They have left it too recently; they may enter again from {until} on.',
    fr: 'Il en est sorti trop récemment ; il pourra y entrer à partir du {until}.',
  },
  'held-out': {
    en: 'They are in the share that enters but receives nothing.',
    fr: 'Il est dans la part qui entre mais ne reçoit rien.',
  },
};

function reason(
  code: string,
  language: Language,
  { detail, values = detail }: { detail: JsonObject; values?: JsonObject },
): Reason {
  const sentence = WORDS[code] ?? { en: '{code}', fr: '{code}' };
  return { code, detail, words: say(sentence, language, { code, ...values }) };
}

function notPublished({ journey }: Situation, language: Language): Reason[] {
  return journey ? [] : [reason('not-published', language, { detail: {} })];
}

function paused({ isPaused }: Situation, language: Language): Reason[] {
  return isPaused ? [reason('paused', language, { detail: {} })] : [];
}

function neverTriggered(
  { journey, triggers, passages, customer, now }: Situation,
  language: Language,
): Reason[] {
  if (!journey || passages.length > 0) return [];
  const events = [...journey.compiled.triggerEvents];
  if (triggers.length === 0) {
    const named = [...events, ...(journey.compiled.hasApiTrigger ? ['API'] : [])];
    const detail = { events, api: journey.compiled.hasApiTrigger };
    return [reason('never-triggered', language, { detail, values: { triggers: named.join(', ') } })];
  }
  const asked = triggers.map((each) => ({
    each,
    tests: unmetTests(journey, each.trigger, { customer, now }),
  }));
  if (asked.some(({ tests }) => tests.length === 0)) return [];
  const [last] = asked;
  if (last?.each.trigger.type !== 'event') return [];
  const { name: event } = last.each.trigger.event;
  return [
    reason('trigger-condition', language, {
      detail: { event, tests: toldTests(last.tests) },
      values: { event, tests: testsInWords(last.tests, language) },
    }),
  ];
}

/** Every refusal of the customer as they are now: each is lifted in turn to see the next. */
function refusedNow(situation: Situation, language: Language): Reason[] {
  const { journey, customer, passages, now } = situation;
  if (!journey) return [];
  const trigger = likelyTrigger(situation);
  const request = { customer, trigger, history: entryHistoryAt(passages, now), now };
  const reasons: Reason[] = [];
  let { compiled } = journey;
  for (;;) {
    const decision = canEnter(compiled, request);
    if (decision.enter) return reasons;
    reasons.push(refusalReason(decision, { journey, trigger, situation, language }));
    if (decision.code === 'condition-failed') compiled = { ...compiled, entryCondition: undefined };
    else if (decision.code === 'exit-rule') compiled = { ...compiled, exitRules: [] };
    else return reasons;
  }
}

function heldOut({ journey, journeyKey, customer }: Situation, language: Language): Reason[] {
  if (!journey || !isHeldOut({ journey: journey.compiled, journeyKey, customer })) return [];
  return [reason('held-out', language, { detail: { share: journey.compiled.holdout } })];
}

/** The last trigger that would do; where none has come, one that needs nothing. */
function likelyTrigger({ journey, triggers, customer, now }: Situation): Trigger {
  const found = triggers.find(
    ({ trigger }) => journey && unmetTests(journey, trigger, { customer, now }).length === 0,
  );
  return found?.trigger ?? { type: 'journey', journey: '', context: {} };
}

/** The tests of the triggers that an event does not meet; empty where it meets one. */
function unmetTests(
  { definition }: PublishedJourney,
  trigger: Trigger,
  { customer, now }: Pick<Situation, 'customer' | 'now'>,
): readonly DecidingTest[] {
  if (trigger.type !== 'event') return [];
  const scope = entryScope({ customer, trigger, now });
  const judged = definition.entry.triggers.flatMap((each) =>
    each.type === 'event' && each.event === trigger.event.name
      ? [each.where === undefined ? { holds: true, tests: [] } : judgeCondition(each.where, scope)]
      : [],
  );
  return judged.some(({ holds }) => holds) ? [] : judged.flatMap(({ tests }) => tests);
}

interface Refused {
  readonly journey: PublishedJourney;
  readonly trigger: Trigger;
  readonly situation: Pick<Situation, 'customer' | 'now'>;
  readonly language: Language;
}

/** Puts a refusal of the engine into words, with the tests behind it. */
export function refusalReason(
  { code, detail = {} }: { readonly code: EntryRefusal; readonly detail: JsonObject | undefined },
  { journey, trigger, situation, language }: Refused,
): Reason {
  const { customer, now } = situation;
  const { entry, exit = [] } = journey.definition;
  const scope = entryScope({ customer, trigger, now });
  if (code === 'not-triggered' && trigger.type === 'event') {
    const tests = unmetTests(journey, trigger, situation);
    const { name: event } = trigger.event;
    return reason('trigger-condition', language, {
      detail: { event, tests: toldTests(tests) },
      values: { event, tests: testsInWords(tests, language) },
    });
  }
  if (code === 'condition-failed' && entry.condition !== undefined) {
    const { tests } = judgeCondition(entry.condition, scope);
    return reason(code, language, {
      detail: { tests: toldTests(tests) },
      values: { tests: testsInWords(tests, language) },
    });
  }
  const rule = typeof detail['rule'] === 'number' ? detail['rule'] : -1;
  const exitRule = exit[rule];
  if (code === 'exit-rule' && exitRule && 'condition' in exitRule) {
    const { tests } = judgeCondition(exitRule.condition, scope);
    return reason(code, language, {
      detail: { rule, tests: toldTests(tests) },
      values: { rule: rule + 1, tests: testsInWords(tests, language) },
    });
  }
  const until = typeof detail['until'] === 'number' ? { until: moment(detail['until']) } : {};
  return reason(code, language, { detail, values: { ...detail, ...until } });
}

function toldTests(tests: readonly DecidingTest[]): JsonObject[] {
  return tests.map(({ test, holds, values }) => ({ test, holds, values }));
}
