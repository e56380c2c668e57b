import { isObject, objectsIn, textOf } from '../json.js';
import type { ActionInput } from './action-inputs.js';

/** HubSpot takes 65,536 characters in a body. */
const LONGEST = 65_000;
/** Of it for what the author has written, and as much for what the journey knows. */
const LONGEST_PART = 20_000;
/** The most that one character comes to once it is escaped. */
const WIDEST = 6;

type Render = (paragraph: string) => string;

/** By what an action is known again in a text. */
export function markOf(id: string): string {
  return `Parcours ${id}`;
}

/** What a person of the CRM reads, the mark at the end, as plain text. */
export function asText(input: ActionInput, id: string): string {
  return rendered(input, id, (paragraph) => `${paragraph}\n\n`).trimEnd();
}

/** The same as HTML, which activities hold: whatever the journey brings is text in it. */
export function asHtml(input: ActionInput, id: string): string {
  return rendered(input, id, (paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`);
}

function rendered(input: ActionInput, id: string, render: Render): string {
  const parts = [textOf(input['body']) ?? '', contextOf(input)].filter((part) => part !== '');
  const head = parts.map((part) => fitted(part, LONGEST_PART, render)).join('');
  const mark = render(markOf(id));
  return `${head}${conversationOf(input, LONGEST - head.length - mark.length, render)}${mark}`;
}

function fitted(text: string, room: number, render: Render): string {
  const whole = render(text);
  return whole.length <= room ? whole : render(`${text.slice(0, Math.floor(room / WIDEST) - 10)}…`);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function contextOf({ context }: ActionInput): string {
  if (!isObject(context)) return '';
  const lines = Object.entries(context).flatMap(([name, value]) => {
    const said = typeof value === 'boolean' ? String(value) : textOf(value);
    return said === undefined ? [] : [`${name}: ${said}`];
  });
  return lines.join('\n');
}

/** The latest words that there is room for. */
function conversationOf({ conversation }: ActionInput, room: number, render: Render): string {
  const left = render('…');
  let told = '';
  for (const { at, from, text } of objectsIn(conversation).toReversed()) {
    const head = [textOf(at), textOf(from)].filter((part) => part !== undefined).join(', ');
    const words = textOf(text) ?? '';
    const said = fitted(head === '' ? words : `${head}: ${words}`, LONGEST_PART, render);
    if (said.length + told.length + left.length > room) return `${left}${told}`;
    told = `${said}${told}`;
  }
  return told;
}
