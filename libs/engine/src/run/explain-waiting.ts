import type { Sentence } from '../steps/step-type.js';
import type { ExplainLocale } from './explain.js';
import type { EnrollmentState, Waiting } from './state.js';

const SENTENCES = {
  time: { en: 'It waits until {until}.', fr: 'Il attend jusqu’au {until}.' },
  events: {
    en: 'It waits for {events}, however long it takes.',
    fr: 'Il attend {events}, sans limite de temps.',
  },
  eventsUntil: {
    en: 'It waits until {until} for {events}.',
    fr: 'Il attend {events} jusqu’au {until}.',
  },
  message: {
    en: 'It waits for the outcome of its message.',
    fr: 'Il attend l’issue de son message.',
  },
  call: {
    en: 'It waits for the answer of another system.',
    fr: 'Il attend la réponse d’un autre système.',
  },
  intake: {
    en: 'It waits for its turn to begin, at {until}.',
    fr: 'Il attend son tour pour commencer, le {until}.',
  },
  stuck: { en: 'It waits.', fr: 'Il attend.' },
} as const satisfies Readonly<Record<string, Sentence>>;

const OR: Readonly<Record<ExplainLocale, string>> = { en: ' or ', fr: ' ou ' };

/** One sentence that says what an enrollment waits for, and until when; `undefined` for one that has ended. */
export function explainWaiting(
  { waiting, dueAt }: Pick<EnrollmentState, 'waiting' | 'dueAt'>,
  locale: ExplainLocale,
): string | undefined {
  if (!waiting) return undefined;
  const until = dueAt === null ? undefined : instantInWords(dueAt);
  const events = waiting.events?.join(OR[locale]);
  return sentenceFor(waiting.for, { events, until })
    [locale].replace('{until}', until ?? '')
    .replace('{events}', events ?? '');
}

function sentenceFor(
  kind: Waiting['for'],
  { events, until }: { events: string | undefined; until: string | undefined },
): Sentence {
  if (kind === 'message' || kind === 'call') return SENTENCES[kind];
  if (kind === 'intake' && until !== undefined) return SENTENCES.intake;
  if (events !== undefined) return until === undefined ? SENTENCES.events : SENTENCES.eventsUntil;
  return until === undefined ? SENTENCES.stuck : SENTENCES.time;
}

/** `2026-03-05 08:00 UTC` */
function instantInWords(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
