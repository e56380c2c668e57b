import type { JsonObject } from '@parcours/kernel';

/** What an action can be told of a customer beside its input. */
export const HAND_OVER_PARTS = ['conversation', 'events', 'journey', 'traits'] as const;

/**
 * `conversation`: the last things said to and by the customer; `events`: the last things that happened; `journey`: where
 * in which journey they are and what it carries; `traits`: those that the journey's step names.
 */
export type HandOverPart = (typeof HAND_OVER_PARTS)[number];

/** A text in each language of the product. */
export interface BothLanguages {
  readonly en: string;
  readonly fr: string;
}

/** Something that was said, in plain text. */
export interface HandOverSpeech {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  /** The customer said it, we did, or it was said among ourselves. */
  readonly direction: 'inbound' | 'outbound' | 'internal';
  /** Such as `email`; left out where nothing is known of it. */
  readonly channel?: string;
  /** Who said it, where that is known. */
  readonly by?: string;
  readonly subject?: string;
  readonly text: string;
}

/** Something that happened to the customer. */
export interface HandOverEvent {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly name: string;
  /** Left out where they are long. */
  readonly properties?: JsonObject;
}

/** The way of the customer through the journey that hands over. */
export interface HandOverJourney {
  readonly key: string;
  readonly name: string;
  /** The step that hands over. */
  readonly step: string;
  /** When the customer entered, in milliseconds since the Unix epoch. */
  readonly enteredAt: number;
  /** What the journey carries: the event that let the customer in, answers, what earlier steps have kept. */
  readonly context: JsonObject;
  /** The last steps behind them, the oldest first, with a sentence of why each was left. */
  readonly path: readonly {
    readonly at: number;
    readonly step: string;
    readonly words: BothLanguages;
  }[];
}

/**
 * What a person who takes over from a journey has to know: as it was when the step asked for the action, the same for
 * every attempt but for what was erased since. Only the parts that the action declares are there.
 */
export interface HandOver {
  /** When the step asked, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** The customer's language, a BCP 47 tag, where it is known. */
  readonly language?: string;
  /** The oldest first. */
  readonly conversation?: readonly HandOverSpeech[];
  /** The oldest first, without what is part of the conversation. */
  readonly events?: readonly HandOverEvent[];
  readonly journey?: HandOverJourney;
  /** By their paths. */
  readonly traits?: JsonObject;
}

const WORDS = {
  traits: { en: 'About the customer', fr: 'À propos du client' },
  journey: { en: 'Journey', fr: 'Parcours' },
  since: { en: 'since', fr: 'depuis le' },
  conversation: { en: 'Conversation', fr: 'Conversation' },
  events: { en: 'What happened', fr: 'Ce qui s’est passé' },
  inbound: { en: 'Customer', fr: 'Client' },
  outbound: { en: 'Us', fr: 'Nous' },
  internal: { en: 'Note', fr: 'Note' },
  language: { en: 'Language', fr: 'Langue' },
} as const satisfies Readonly<Record<string, BothLanguages>>;

/**
 * A hand-over as plain text of a few paragraphs, for the body of a task or a ticket. Times are UTC.
 * @example
 * await createTask({ subject, body: handOver ? describeHandOver(handOver, 'fr') : '' });
 */
export function describeHandOver(handOver: HandOver, language: 'en' | 'fr'): string {
  const { journey, traits = {}, conversation = [], events = [] } = handOver;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const about = Object.entries(traits).map(([name, value]) => `${name}: ${inWords(value)}`);
  if (handOver.language !== undefined) about.unshift(`${say('language')}: ${handOver.language}`);
  return [
    section(say('traits'), about),
    journey &&
      section(
        `${say('journey')}: ${journey.name} (${journey.step}), ${say('since')} ${minute(journey.enteredAt)}`,
        journey.path.map(({ at, step, words }) => `${minute(at)} ${step}: ${words[language]}`),
      ),
    section(
      say('conversation'),
      conversation.map((speech) => `${minute(speech.at)} ${speakerOf(speech, say)}: ${wordsOf(speech)}`),
    ),
    section(
      say('events'),
      events.map(({ at, name, properties = {} }) => {
        const told = Object.entries(properties).map(([member, value]) => `${member}: ${inWords(value)}`);
        return `${minute(at)} ${name}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
      }),
    ),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  const isWorthIt = lines.length > 0 || title.includes(':');
  return isWorthIt ? [title, ...lines.map((line) => `- ${line}`)].join('\n') : '';
}

function speakerOf(
  { direction, by, channel }: HandOverSpeech,
  say: (word: HandOverSpeech['direction']) => string,
): string {
  const details = [by, channel].filter((each) => each !== undefined);
  return details.length === 0 ? say(direction) : `${say(direction)} (${details.join(', ')})`;
}

function wordsOf({ subject, text }: HandOverSpeech): string {
  const all = subject === undefined ? text : `${subject} – ${text}`;
  return all.replaceAll(/\s+/g, ' ').trim();
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `2026-03-05 08:00` */
function minute(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
