import { describeHandOver, type HandOver } from '@parcours/sdk';

import { textOf } from '../json.js';
import type { ActionInput } from './action-inputs.js';

/** HubSpot takes 65,536 characters in a body. */
const LONGEST = 65_000;
/** Of it for what the author has written. */
const LONGEST_BODY = 20_000;
/** The most that one character comes to once it is escaped. */
const WIDEST = 6;

type Render = (paragraph: string) => string;

/** What a text is made of. */
export interface Story {
  /** Of the action. */
  readonly id: string;
  readonly input: ActionInput;
  readonly handOver: HandOver | undefined;
  readonly language: 'en' | 'fr';
}

/** By what an action is known again in a text. */
export function markOf(id: string): string {
  return `Parcours ${id}`;
}

/** True where there is something to read. */
export function hasWords({ input, handOver }: Story): boolean {
  return textOf(input['body']) !== undefined || handOver !== undefined;
}

/** What a person of the CRM reads, the mark at the end, as plain text. */
export function asText(story: Story): string {
  return rendered(story, (paragraph) => `${paragraph}\n\n`).trimEnd();
}

/** The same as HTML, which activities hold: whatever the journey brings is text in it. */
export function asHtml(story: Story): string {
  return rendered(story, htmlOf);
}

function htmlOf(text: string): string {
  const paragraphs = escaped(text).split('\n\n');
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function rendered({ id, input, handOver, language }: Story, render: Render): string {
  const body = textOf(input['body']);
  const head = body === undefined ? '' : fitted(body, LONGEST_BODY, render);
  const mark = render(markOf(id));
  const room = LONGEST - head.length - mark.length;
  const told = handOver ? known(handOver, { room, render, language }) : '';
  return `${head}${told}${mark}`;
}

interface Place {
  readonly room: number;
  readonly render: Render;
  readonly language: 'en' | 'fr';
}

/** Where there is too much to tell, what is oldest gives way: first what happened, then what was said. */
function known(handOver: HandOver, place: Place): string {
  const { room, render, language } = place;
  const words = describeHandOver(handOver, language);
  const whole = words === '' ? '' : render(words);
  if (whole.length <= room) return whole;
  const { events = [], conversation = [] } = handOver;
  if (events.length > 0) return known({ ...handOver, events: withoutOldest(events) }, place);
  if (conversation.length > 0)
    return known({ ...handOver, conversation: withoutOldest(conversation) }, place);
  return fitted(words, room, render);
}

function withoutOldest<T>(items: readonly T[]): readonly T[] {
  return items.slice(Math.ceil(items.length / 8));
}

function fitted(text: string, room: number, render: Render): string {
  const whole = render(text);
  return whole.length <= room ? whole : render(`${text.slice(0, Math.floor(room / WIDEST) - 10)}…`);
}
