import type { JsonObject } from '@parcours/kernel';

/** What a person who takes over is told, as an action's input has it. */
export interface HandOffStory {
  /** What there is to do. */
  readonly description?: string | undefined;
  /** What the journey knows, by name. */
  readonly context?: unknown;
  /** What was said so far, the oldest first: a text, or a list of texts or of `{ at?, channel?, from?, text }`. */
  readonly conversation?: unknown;
}

export interface HandOffLayout {
  /** The last line, never cut: whom and what it is about. */
  readonly reference: string;
  /** The most characters (UTF-16 code units) that the field takes. */
  readonly maxLength: number;
}

/**
 * The text of a task, a ticket or a lead for a person: description, context, conversation, and a line to find it by.
 * Where it is too long, the oldest of the conversation goes first, then the end of the rest.
 * @example
 * handOffText({ description: 'Call back.', conversation: ['Where is my order?'] }, { reference: 'Parcours a-1', maxLength: 2_000 });
 */
export function handOffText(story: HandOffStory, { reference, maxLength }: HandOffLayout): string {
  const context = linesOf(story.context).join('\n');
  const head = [story.description?.trim(), context && `Context\n${context}`].filter(Boolean).join('\n\n');
  const tail = `\n\n${reference}`;
  const room = maxLength - tail.length;
  if (room <= 0) return reference.slice(0, Math.max(0, maxLength));
  const said = conversationIn(story.conversation, room - head.length);
  const whole = [cut(head, room), said].filter(Boolean).join('\n\n');
  return whole === '' ? reference : `${whole}${tail}`;
}

const TITLE = 'Conversation\n';
const LEFT_OUT = '…\n';

/** As many of the newest lines as there is room for, its own blank line included. */
function conversationIn(conversation: unknown, room: number): string {
  const lines = saidIn(conversation);
  if (lines.length === 0) return '';
  const all = `${TITLE}${lines.join('\n')}`;
  if (all.length + 2 <= room) return all;
  const kept: string[] = [];
  let left = room - 2 - TITLE.length - LEFT_OUT.length;
  for (const line of lines.reverse()) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.unshift(line);
  }
  return kept.length === 0 ? '' : `${TITLE}${LEFT_OUT}${kept.join('\n')}`;
}

function saidIn(conversation: unknown): string[] {
  if (typeof conversation === 'string')
    return conversation.trim() === '' ? [] : conversation.trim().split('\n');
  return Array.isArray(conversation) ? conversation.map(lineOf) : linesOf(conversation);
}

function lineOf(entry: unknown): string {
  if (!isObject(entry)) return shown(entry);
  const { at, channel, from, text } = entry;
  if (typeof text !== 'string') return shown(entry);
  const when = typeof at === 'number' ? new Date(at).toISOString() : at;
  const about = [when, channel, from]
    .filter((part) => typeof part === 'string')
    .filter(Boolean)
    .join(', ');
  return about === '' ? text : `${about}: ${text}`;
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (!isObject(value)) return [];
  const named = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return named.map(([name, each]) => `${name}: ${shown(each)}`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;
}
