import type { JsonObject } from '@parcours/kernel';
import { STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import type { EventView } from '../run/state.js';
import type { Sentence, StepVisit } from './step-type.js';

/** What can become of a message once it has left. */
export const MESSAGE_REACTIONS = ['delivered', 'opened', 'clicked', 'bounced', 'replied'] as const;

export type ReactionKind = (typeof MESSAGE_REACTIONS)[number];

/** The message of a step meets with a reaction. */
export interface MessageReaction {
  /** The step that has sent it. */
  readonly message: string;
  readonly is: ReactionKind;
}

/** JSON Schemas of the members of {@link MessageReaction}. */
export const REACTION_PROPERTIES: Readonly<Record<string, JsonObject>> = {
  message: { ...STEP_KEY, description: 'The step whose message meets with a reaction.' },
  is: { enum: [...MESSAGE_REACTIONS], description: 'What becomes of the message.' },
};

/** The event that tells of a reaction: `message.clicked`, with `journey`, `step`, `template` and `enrollment`. */
export function reactionEventName(is: ReactionKind): string {
  return `message.${is}`;
}

/** True where an event tells of the message of that step, and names no other journey or enrollment. */
export function isReactionTo(
  { message }: MessageReaction,
  visit: StepVisit,
  { properties }: EventView,
): boolean {
  const { step, journey, enrollment } = properties;
  return (
    step === message &&
    (journey === undefined || journey === visit.journeyKey) &&
    (enrollment === undefined || visit.enrollment === undefined || enrollment === visit.enrollment)
  );
}

/** Each reaction in words, of `{message}`. */
const WORDS: Readonly<Record<ReactionKind, readonly [string, string]>> = {
  delivered: ['delivered', 'est remis'],
  opened: ['opened', 'est ouvert'],
  clicked: ['clicked', 'est cliqué'],
  bounced: ['bounced', 'est rejeté'],
  replied: ['replied to', 'reçoit une réponse'],
};

/** The sentence of a record: why the step was left. */
export function reactionSentence(is: ReactionKind): Sentence {
  const [en, fr] = WORDS[is];
  return {
    en: `The message of {message} was ${en}, so it went on to {next}.`,
    fr: `Le message de {message} ${fr} : passage à {next}.`,
  };
}

/** `hello is clicked`. */
export function reactionInWords({ message, is }: MessageReaction, context: PictureContext): string {
  const [en, fr] = WORDS[is];
  return say(context, `${message} is ${en}`, `${message} ${fr}`);
}
