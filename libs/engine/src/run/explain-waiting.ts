import type { Sentence } from '../steps/step-type.js';
import type { ExplainLocale } from './explain.js';
import type { EnrollmentState } from './state.js';

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
  kind: string,
  { events, until }: { events: string | undefined; until: string | undefined },
): Sentence {
  if (kind === 'message') return SENTENCES.message;
  if (events !== undefined) return until === undefined ? SENTENCES.events : SENTENCES.eventsUntil;
  return until === undefined ? SENTENCES.stuck : SENTENCES.time;
}

/** `2026-03-05 08:00 UTC` */
function instantInWords(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
