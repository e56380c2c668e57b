import {
  consentFor,
  type ConsentProof,
  type ConsentStates,
  type ConsentWish,
  DEFAULT_CHANNELS,
  EVERY,
  refusalBy,
  TOPIC_TYPE,
  type TopicDocument,
} from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import type { FormFields } from '@parcours/http';
import { type Language, resolveText } from '@parcours/kernel';

import type { TopicChoices } from './preference-page.js';
import { channelInWords, PREFERENCE_WORDS } from './preference-words.js';

/** Every topic that is published, as a customer sees it; everything at once where there is none. */
export function choicesOf(
  content: ContentSnapshot,
  states: ConsentStates | undefined,
  language: Language,
): TopicChoices[] {
  const topics = content
    .all(TOPIC_TYPE)
    .map(({ key, document }) => ({ key, document, name: resolveText(document.name, language) }))
    .sort((a, b) => placeOf(a.document) - placeOf(b.document) || a.name.localeCompare(b.name, language));
  if (topics.length === 0) return [everything(states, language)];
  return topics.map(({ key, document, name }) => ({
    topic: key,
    name,
    description: document.description === undefined ? undefined : resolveText(document.description, language),
    choices: (document.channels ?? DEFAULT_CHANNELS).map((channel) =>
      choice(states, { channel, key, document }),
    ),
  }));
}

/** What a topic is called; the key where it is not published any more. */
export function topicName(
  content: ContentSnapshot,
  topic: string | undefined,
  language: Language,
): string | undefined {
  if (topic === undefined || topic === EVERY) return undefined;
  const found = content.byKey(TOPIC_TYPE, topic);
  return found ? resolveText(found.document.name, language) : topic;
}

/** What a form changes of what it showed. A box that was left as it was is no decision. */
export function wishesIn(
  fields: FormFields,
  topics: readonly TopicChoices[],
  { content, proof, language }: { content: ContentSnapshot; proof: ConsentProof; language: Language },
): ConsentWish[] {
  const chosen = new Set(fields['choice'] ?? []);
  const shownOn = new Set(fields['on'] ?? []);
  const shownOff = new Set(fields['off'] ?? []);
  return topics.flatMap(({ topic, name, description, choices }) =>
    choices.flatMap(({ channel }): ConsentWish[] => {
      const value = `${channel}:${topic}`;
      const isWish = chosen.has(value) ? shownOff.has(value) : shownOn.has(value);
      if (!isWish) return [];
      const mustConfirm = content.byKey(TOPIC_TYPE, topic)?.document.confirm === true;
      const yes = mustConfirm ? 'pending' : 'granted';
      const text = [name, description, channelInWords(channel, language)].filter(Boolean).join(' · ');
      return [{ channel, topic, state: chosen.has(value) ? yes : 'denied', proof: { ...proof, text } }];
    }),
  );
}

/** Nothing more on any channel that the page shows. */
export function stopWishes(
  topics: readonly TopicChoices[],
  proof: ConsentProof,
  language: Language,
): ConsentWish[] {
  const channels = new Set(topics.flatMap(({ choices }) => choices.map(({ channel }) => channel)));
  const text = PREFERENCE_WORDS[language].stop;
  return [...channels].map((channel) => ({
    channel,
    topic: EVERY,
    state: 'denied',
    proof: { ...proof, text },
  }));
}

const LAST = 10_001;

function placeOf({ order = LAST }: TopicDocument): number {
  return order;
}

function choice(
  states: ConsentStates | undefined,
  { channel, key, document }: { channel: string; key: string; document: TopicDocument },
) {
  const state = consentFor(states, channel, key);
  const refusal = refusalBy(state, { basis: document.basis ?? 'opt-out', isTransactional: false });
  const isPending = state === 'pending';
  return { channel, isChosen: isPending || refusal === undefined, isPending };
}

function everything(states: ConsentStates | undefined, language: Language): TopicChoices {
  const { everything: name, everythingAbout: description } = PREFERENCE_WORDS[language];
  const choices = DEFAULT_CHANNELS.map((channel) => {
    const state = consentFor(states, channel, EVERY);
    return { channel, isChosen: state !== 'denied', isPending: state === 'pending' };
  });
  return { topic: EVERY, name, description, choices };
}

/** As much of an address as its owner needs to know it by: a page can be seen by who was sent the message on. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at)];
  return `${/^./u.exec(local)?.[0] ?? ''}•••${domain}`;
}
