import {
  explainRecord,
  explainWaiting,
  nextSignals,
  type StepRecord,
  type StepTypes,
} from '@parcours/engine';
import { formatInstant, isJsonObject, type JsonObject, type Language } from '@parcours/kernel';
import { describeRefusal, type EnrollmentMessage } from '@parcours/messaging';

import type { Enrollment } from './enrollment.js';

/** A goal that an enrollment has reached, as it is kept. */
export interface KeptGoal {
  readonly goal: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly value: number | null;
  /** The message that it is credited to. */
  readonly creditStep: string | null;
}

/** Everything that is on record of an enrollment. */
export interface EnrollmentPast {
  readonly enrollment: Pick<Enrollment, 'state'>;
  readonly version: number;
  readonly records: readonly StepRecord[];
  readonly messages: readonly EnrollmentMessage[];
  readonly goals: readonly KeptGoal[];
}

const KINDS = ['entered', 'goal', 'step', 'message', 'ended', 'waiting'] as const;

type Sentence = Readonly<Record<Language, string>>;

interface Entry {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly visit: number | null;
  readonly step: string | null;
  readonly type: string | null;
  readonly code: string;
  readonly detail: JsonObject | null;
  readonly words: string;
}

const NOWHERE = { visit: null, step: null, type: null } as const;

/** What happened to an enrollment, the earliest first; what it waits for comes last. */
export function historyOf(past: EnrollmentPast, language: Language, stepTypes?: StepTypes) {
  const entries = [
    entered(past, language),
    ...past.goals.map((goal) => reached(goal, language)),
    ...past.records.map((record) => left(record, language, stepTypes)),
    ...past.messages.map((message) => messaged(message, language)),
    ...ended(past, language),
    ...waiting(past, language),
  ];
  const isLast = ({ kind }: Entry) => (kind === 'waiting' ? 1 : 0);
  const rank = ({ kind }: Entry) => KINDS.indexOf(kind);
  entries.sort((a, b) => isLast(a) - isLast(b) || a.at - b.at || rank(a) - rank(b));
  return entries.map((entry) => ({ ...entry, at: formatInstant(entry.at) }));
}

const ENTERED: Readonly<Record<'event' | 'other', Sentence>> = {
  event: {
    en: 'The customer entered version {version} of the journey by {event}.',
    fr: 'Le client est entré dans la version {version} du parcours par {event}.',
  },
  other: {
    en: 'The customer entered version {version} of the journey.',
    fr: 'Le client est entré dans la version {version} du parcours.',
  },
};

const HELD_OUT: Sentence = {
  en: ' They are in the share that receives nothing.',
  fr: ' Il est dans la part qui ne reçoit rien.',
};

function entered({ enrollment: { state }, version }: EnrollmentPast, language: Language): Entry {
  const { event } = state.context;
  const name = isJsonObject(event) && typeof event['name'] === 'string' ? event['name'] : null;
  const isHeldOut = state.progress.isHeldOut ?? false;
  const words = filled(ENTERED[name === null ? 'other' : 'event'][language], { version, event: name });
  return {
    ...NOWHERE,
    kind: 'entered',
    at: state.enteredAt,
    code: 'entered',
    detail: { version, event: name, heldOut: isHeldOut },
    words: words + (isHeldOut ? HELD_OUT[language] : ''),
  };
}

function left(record: StepRecord, language: Language, stepTypes?: StepTypes): Entry {
  const { detail = null, ...rest } = record;
  const words = [explainRecord(record, language, stepTypes), ...reasonOf(record, language)].join(' ');
  return { kind: 'step', ...rest, detail, words };
}

/** Why no message was sent, in a sentence of its own. */
function reasonOf({ code, detail }: StepRecord, language: Language): string[] {
  const reason = detail?.['reason'];
  if (code !== 'skipped' || typeof reason !== 'string') return [];
  const why = detail?.['why'];
  return [describeRefusal(reason, isJsonObject(why) ? why : undefined, language)];
}

const STATUS: Readonly<Record<EnrollmentMessage['status'], Sentence>> = {
  queued: {
    en: 'The message {template} waits to be sent by {channel}.',
    fr: 'Le message {template} attend d’être envoyé par {channel}.',
  },
  held: {
    en: 'The message {template} is held by a pause.',
    fr: 'Le message {template} est retenu par une pause.',
  },
  sending: {
    en: 'The message {template} is being sent by {channel}.',
    fr: 'Le message {template} est en cours d’envoi par {channel}.',
  },
  sent: {
    en: 'The message {template} was sent by {channel}.',
    fr: 'Le message {template} a été envoyé par {channel}.',
  },
  failed: {
    en: 'The message {template} could not be sent by {channel} ({failure}).',
    fr: 'Le message {template} n’a pas pu être envoyé par {channel} ({failure}).',
  },
  withdrawn: {
    en: 'The message {template} was withdrawn before it was sent.',
    fr: 'Le message {template} a été retiré avant son envoi.',
  },
};

function messaged(message: EnrollmentMessage, language: Language): Entry {
  const { id, step, visit, channel, template, status, failure, createdAt, finishedAt } = message;
  return {
    kind: 'message',
    at: finishedAt ?? createdAt,
    visit,
    step,
    type: 'message',
    code: status,
    detail: {
      messageId: String(id),
      template,
      channel,
      failure: failure ? { code: failure.code, detail: failure.detail } : null,
    },
    words: filled(STATUS[status][language], { template, channel, failure: failure?.code ?? null }),
  };
}

const REACHED: Sentence = { en: 'The goal {goal} was reached.', fr: 'L’objectif {goal} est atteint.' };
const CREDITED: Sentence = {
  en: 'The goal {goal} was reached; it is credited to the message of {step}.',
  fr: 'L’objectif {goal} est atteint ; il est attribué au message de {step}.',
};

function reached({ goal, at, value, creditStep }: KeptGoal, language: Language): Entry {
  const sentence = creditStep === null ? REACHED : CREDITED;
  return {
    ...NOWHERE,
    kind: 'goal',
    at,
    code: 'reached',
    detail: { goal, value, creditStep },
    words: filled(sentence[language], { goal, step: creditStep }),
  };
}

const ENDED: Sentence = { en: 'The passage ended: {reason}.', fr: 'Le passage s’est terminé : {reason}.' };

function ended({ enrollment: { state } }: EnrollmentPast, language: Language): Entry[] {
  const { endedAt, endReason } = state;
  if (endedAt === null) return [];
  const words = filled(ENDED[language], { reason: endReason });
  return [{ ...NOWHERE, kind: 'ended', at: endedAt, code: endReason ?? 'ended', detail: null, words }];
}

function waiting({ enrollment: { state }, records }: EnrollmentPast, language: Language): Entry[] {
  const words = explainWaiting(state, language);
  if (words === undefined || state.waiting === null) return [];
  const { dueAt, events, message } = nextSignals(state);
  return [
    {
      kind: 'waiting',
      at: Math.max(state.waiting.since, records.at(-1)?.at ?? 0),
      visit: state.visit,
      step: state.step,
      type: null,
      code: 'waits',
      detail: {
        until: dueAt === null ? null : formatInstant(dueAt),
        events: [...events],
        messageOutcome: message,
      },
      words,
    },
  ];
}

function filled(sentence: string, values: Readonly<Record<string, string | number | null>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, member: string) => String(values[member] ?? '?'));
}
