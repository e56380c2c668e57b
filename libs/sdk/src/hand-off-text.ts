import { describeHandOver, type HandOver } from './hand-over.js';

/** What a person who takes over is told. */
export interface HandOffStory {
  /** What there is to do, first of all. */
  readonly description?: string | undefined;
  readonly handOver?: HandOver | undefined;
}

/** How the text of a hand-over fits into a field of another system. */
export interface HandOffLayout {
  readonly language: 'en' | 'fr';
  /** The last line, never cut: whom and what it is about. */
  readonly reference: string;
  /** The most characters (UTF-16 code units) that the field takes. */
  readonly maxLength: number;
}

/**
 * The text of a task, a ticket or a lead that fits into its field: what there is to do, what there is to know, and a
 * line to find it by. Where it is too long, the oldest of what happened goes first, then of what was said and of the way
 * through the journey, then the end of the rest.
 * @example
 * handOffText({ description: 'Call back.', handOver }, { language: 'en', reference: `Parcours ${id}`, maxLength: 2_000 });
 */
export function handOffText(
  { description = '', handOver }: HandOffStory,
  { language, reference, maxLength }: HandOffLayout,
): string {
  const tail = `\n\n${reference}`;
  const room = maxLength - tail.length;
  if (room <= 0) return reference.slice(0, Math.max(0, maxLength));
  const told = (known: HandOver | undefined): string =>
    [description.trim(), known ? describeHandOver(known, language) : '']
      .filter((part) => part !== '')
      .join('\n\n');
  let known = handOver;
  let text = told(known);
  while (text.length > room && known) {
    known = withoutOldest(known);
    if (known) text = told(known);
  }
  if (text === '') return reference;
  return `${text.length <= room ? text : `${text.slice(0, room - 1)}…`}${tail}`;
}

/** One thing less to tell; `undefined` where nothing can be spared. */
function withoutOldest(handOver: HandOver): HandOver | undefined {
  const { events = [], conversation = [], journey } = handOver;
  if (events.length > 0) return { ...handOver, events: events.slice(1) };
  // What was said last is worth more than the way to it.
  if (journey && journey.path.length > 0 && journey.path.length >= conversation.length) {
    return { ...handOver, journey: { ...journey, path: journey.path.slice(1) } };
  }
  return conversation.length > 1 ? { ...handOver, conversation: conversation.slice(1) } : undefined;
}
