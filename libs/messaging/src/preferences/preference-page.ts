import type { Language } from '@parcours/kernel';

import { type Html, markup } from './html.js';
import { document, page, type PageFrame } from './page.js';
import { channelInWords, PREFERENCE_WORDS } from './preference-words.js';

/** One box that a customer ticks or clears. */
export interface Choice {
  readonly channel: string;
  readonly isChosen: boolean;
  readonly isPending: boolean;
}

export interface TopicChoices {
  /** `*` for everything of a channel. */
  readonly topic: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly choices: readonly Choice[];
}

/** On which channel the reader wants to be reached. */
export interface ChannelQuestion {
  readonly channels: readonly string[];
  /** `undefined` for no preference. */
  readonly chosen: string | undefined;
}

/** What has just happened, to be told at the top. */
export type Told = 'saved' | 'unchanged' | 'stopped' | 'outdated';

export interface PreferenceView extends PageFrame {
  /** As much of an address as its owner knows it by. */
  readonly reader: string | undefined;
  readonly topics: readonly TopicChoices[];
  /** Left out where there is no choice. */
  readonly channel: ChannelQuestion | undefined;
  readonly told: Told | undefined;
}

/** The preference page: a form that works without a script, on a phone, by keyboard and read aloud. */
export function preferencePage(view: PreferenceView): string {
  const { language, told, topics, reader, channel } = view;
  const words = PREFERENCE_WORDS[language];
  const content = markup`
<form method="post" class="card">
<h1>${words.title}</h1>
<p class="soft">${words.intro(reader)}</p>
${told && markup`<p class="told${told === 'outdated' ? ' mark' : ''}" role="status">${toldInWords(told, language)}</p>`}
${topics.map((topic) => fieldset(topic, language))}${channel && channelSet(channel, language)}
<button class="main" name="do" value="save">${words.save}</button>
</form>
<form method="post" class="card aside">
<h2>${words.stopHead}</h2>
<p class="soft">${words.stopText}</p>
<button class="plain" name="do" value="stop">${words.stop}</button>
</form>`;
  return page(view, words.title, content);
}

function toldInWords(told: Told, language: Language): string {
  const { saved, nothingChanged: unchanged, stopped, outdated } = PREFERENCE_WORDS[language];
  return { saved, unchanged, stopped, outdated }[told];
}

function fieldset({ topic, name, description, choices }: TopicChoices, language: Language): Html {
  const id = `about-${topic === '*' ? 'everything' : topic}`;
  const described = description === undefined ? undefined : markup` aria-describedby="${id}"`;
  const isPending = choices.some((choice) => choice.isPending);
  return markup`<fieldset${described}>
<legend>${name}</legend>
${description !== undefined && markup`<p id="${id}">${description}</p>`}
<div class="choices">${choices.map((choice) => box(topic, choice, language))}</div>
${isPending && markup`<span class="note">${PREFERENCE_WORDS[language].pending}</span>`}
</fieldset>
`;
}

/** What was shown travels with the form: only what the customer has changed is a decision. */
function box(topic: string, { channel, isChosen }: Choice, language: Language): Html {
  const value = `${channel}:${topic}`;
  const shown = markup`<input type="hidden" name="${isChosen ? 'on' : 'off'}" value="${value}">`;
  const checked = isChosen && markup` checked`;
  const label = channelInWords(channel, language);
  return markup`${shown}<label><input type="checkbox" name="choice" value="${value}"${checked}>${label}</label>`;
}

/** As with boxes, what was shown travels along: what the reader has left as it was is no word of theirs. */
function channelSet({ channels, chosen = '' }: ChannelQuestion, language: Language): Html {
  const { channelHead, channelAbout, noPreference } = PREFERENCE_WORDS[language];
  const options = ['', ...channels].map((channel) => {
    const checked = channel === chosen && markup` checked`;
    const label = channel === '' ? noPreference : channelInWords(channel, language);
    return markup`<label><input type="radio" name="contact" value="${channel}"${checked}>${label}</label>`;
  });
  return markup`<fieldset aria-describedby="about-contact">
<legend>${channelHead}</legend>
<p id="about-contact">${channelAbout}</p>
<input type="hidden" name="contact-shown" value="${chosen}">
<div class="choices">${options}</div>
</fieldset>
`;
}

export interface QuestionView extends PageFrame {
  readonly title: string;
  readonly text: string;
  /** The button; none where there is nothing to do any more. */
  readonly button: string | undefined;
  readonly isDone: boolean;
  /** Where all choices are. */
  readonly preferencesPath: string | undefined;
}

/** A page that asks one thing, or says that it is done. */
export function questionPage(view: QuestionView): string {
  const { title, text, button, isDone, preferencesPath, language } = view;
  const content = markup`
<form method="post" class="card">
<h1>${title}</h1>
<p${isDone && markup` class="told" role="status"`}>${text}</p>
${button !== undefined && markup`<p><button class="main" name="do" value="yes">${button}</button></p>`}
${preferencesPath !== undefined && markup`<p><a href="${preferencesPath}">${PREFERENCE_WORDS[language].toPreferences}</a></p>`}
</form>`;
  return page(view, title, content);
}

/** For a link that leads nowhere: nobody knows whose it was, so it speaks both languages. */
export function invalidPage(): string {
  const [en, fr] = [PREFERENCE_WORDS.en, PREFERENCE_WORDS.fr];
  const content = markup`<main>
<div class="card"><h1>${en.invalidTitle}</h1><p>${en.invalidText}</p></div>
<div class="card aside" lang="fr"><h2>${fr.invalidTitle}</h2><p>${fr.invalidText}</p></div>
</main>`;
  return document({ language: 'en', title: en.invalidTitle }, content);
}
