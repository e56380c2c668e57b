import { isObject, objectsIn, textOf } from '../json.js';
import type { ActionInput } from './action-inputs.js';

/** HubSpot takes 65,536 characters in a body. */
const LONGEST = 60_000;

/** By what an action is known again in a text. */
export function markOf(id: string): string {
  return `Parcours ${id}`;
}

/** What a person of the CRM reads: paragraphs of plain text, the mark at the end. */
export function paragraphsOf(input: ActionInput, id: string): readonly string[] {
  const said = [bodyOf(input), contextOf(input)].filter((part) => part !== '');
  const mark = markOf(id);
  const room = LONGEST - [...said, mark].join('').length;
  return [...said.map((part) => part.slice(0, LONGEST / 2)), ...conversationOf(input, room), mark];
}

export function asText(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n').slice(0, 65_000);
}

/** Activities hold HTML: whatever the journey brings is text in it. */
export function asHtml(paragraphs: readonly string[]): string {
  const html = paragraphs.map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`);
  // Signs that were escaped take more room: the oldest paragraphs give way, the mark stays.
  while (html.length > 1 && html.join('').length > 65_000) html.splice(Math.max(0, html.length - 2), 1);
  return html.join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function bodyOf({ body }: ActionInput): string {
  return textOf(body) ?? '';
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
function conversationOf({ conversation }: ActionInput, room: number): readonly string[] {
  const kept: string[] = [];
  let left = room;
  for (const { at, from, text } of objectsIn(conversation).toReversed()) {
    const head = [textOf(at), textOf(from)].filter((part) => part !== undefined).join(', ');
    const said = head === '' ? (textOf(text) ?? '') : `${head}: ${textOf(text) ?? ''}`;
    if (said.length > left) return ['…', ...kept];
    kept.unshift(said);
    left -= said.length;
  }
  return kept;
}
