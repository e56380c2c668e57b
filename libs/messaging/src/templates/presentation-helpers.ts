import { escapeHtml, Markup, memberOf, printed } from './template-values.js';
import { localised, type NamedArguments, UnfitArgument, type ValueHelper } from './value-helper.js';
import type { RenderState } from './render-state.js';

/** What a link may lead to: scripts and files of the reader are none of it. */
const LINK = /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f<>"]+$/i;

const LONGEST_LINK = 2_000;

const LIST_TYPES: Readonly<Record<string, Intl.ListFormatType>> = {
  and: 'conjunction',
  or: 'disjunction',
  plain: 'unit',
};

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
  const key = `${type} ${locale}`;
  const known = listFormats.get(key);
  if (known) return known;
  if (listFormats.size >= 200) listFormats.clear();
  const format = new Intl.ListFormat(locale, { type, style: type === 'unit' ? 'narrow' : 'long' });
  listFormats.set(key, format);
  return format;
}

function itemsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnfitArgument('needs a list');
  return value;
}

interface Joining {
  readonly state: RenderState;
  /** How many characters come between two words. */
  readonly between: number;
}

/** The words of a list's items: the items themselves, or a member of each. */
function wordsOf(value: unknown, member: unknown, { state, between }: Joining): string[] {
  const items = itemsOf(value);
  state.countWork(items.length);
  let length = 0;
  const words = items.map((item) => {
    const word = printed(typeof member === 'string' ? memberOf(item, member) : item);
    if (word === undefined) throw new UnfitArgument('needs a list of texts; name a member="…" of its items');
    length += word.length + between;
    return word;
  });
  state.countText(length - between);
  return words;
}

function formatList([value]: readonly unknown[], named: NamedArguments, state: RenderState): string {
  const { member, type = 'and' } = named;
  const kind = typeof type === 'string' && Object.hasOwn(LIST_TYPES, type) ? LIST_TYPES[type] : undefined;
  if (!kind) throw new UnfitArgument('needs a type="and", "or" or "plain"');
  const words = wordsOf(value, member, { state, between: 2 });
  return localised(named['locale'] ?? state.locale, (locale) =>
    kind === 'unit' ? words.join(', ') : listFormat(locale, kind).format(words),
  );
}

function joinWords(
  [value, separator = ', ']: readonly unknown[],
  { member }: NamedArguments,
  state: RenderState,
): string {
  const between = printed(separator);
  if (between === undefined) throw new UnfitArgument('needs a text to put in between');
  return wordsOf(value, member, { state, between: between.length }).join(between);
}

function writeLink([url, label = url]: readonly unknown[], { style }: NamedArguments): Markup {
  const address = printed(url)?.trim() ?? '';
  if (!LINK.test(address) || address.length > LONGEST_LINK) {
    throw new UnfitArgument('needs an address that begins with https://, http:// or mailto:');
  }
  const words = printed(label) ?? '';
  if (words.trim() === '') throw new UnfitArgument('needs a text to show');
  const look = typeof style === 'string' ? ` style="${escapeHtml(style)}"` : '';
  const html = `<a href="${escapeHtml(address)}"${look}>${escapeHtml(words)}</a>`;
  return new Markup(html, words === address ? address : `${words} [${address}]`);
}

function takeItems(
  [value, count]: readonly unknown[],
  _named: NamedArguments,
  state: RenderState,
): readonly unknown[] {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
    throw new UnfitArgument('needs a whole number of items');
  }
  const items = itemsOf(value ?? []);
  state.countWork(Math.min(count, items.length));
  return items.slice(0, count);
}

function countItems([value]: readonly unknown[]): number {
  return value === undefined || value === null ? 0 : itemsOf(value).length;
}

/** To find the next letter is dearer the longer the text is: one more step for so many characters of it. */
const TEXT_PER_LETTER = 256;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Never through a letter with its accents, or an emoji of several parts. */
function truncate([value, length]: readonly unknown[], _named: NamedArguments, state: RenderState): string {
  const text = printed(value);
  if (text === undefined) throw new UnfitArgument('needs a text');
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 1) {
    throw new UnfitArgument('needs a length of 1 or more');
  }
  if (text.length <= length) return text;
  const letters: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    state.countWork(1 + text.length / TEXT_PER_LETTER);
    letters.push(segment);
    if (letters.length > length)
      return `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
  }
  return text;
}

const SAYS_ALL = { named: [], optional: 'none' } as const;

/** Helpers that put lists, links and long texts into words. */
export const PRESENTATION_HELPERS: readonly (readonly [string, ValueHelper])[] = [
  ['list', { least: 1, most: 1, named: ['type', 'member', 'locale'], optional: 'none', run: formatList }],
  ['join', { least: 1, most: 2, named: ['member'], optional: 'none', run: joinWords }],
  ['link', { least: 1, most: 2, named: ['style'], optional: 'none', run: writeLink }],
  ['take', { least: 2, most: 2, named: [], optional: 'all-but-last', run: takeItems }],
  ['count', { least: 1, most: 1, named: [], optional: 'all', run: countItems }],
  ['truncate', { ...SAYS_ALL, least: 2, most: 2, run: truncate }],
];
