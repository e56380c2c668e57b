import type { MessageContent } from '@parcours/sdk';

import { smsSize } from '../channels/sms-segments.js';
import { type FoundLink, withAddresses } from './tracked-html.rules.js';

const LINK = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"'`{}|\\^]+/giu;
/** What ends a sentence, not an address. */
const ENDING = /[.,;:!?…»”’\])]$/u;
/** Whoever writes more of them than that into a text is not after clicks. */
const MOST_LINKS = 20;

/** Which web addresses of a plain text may be tracked: none of ours, and not the sign that ends the sentence. */
export function linksInText(text: string, isOurs: (url: string) => boolean): FoundLink[] {
  const found: FoundLink[] = [];
  for (const { 0: written, index: from } of text.matchAll(LINK)) {
    const address = withoutEnding(written);
    if (!URL.canParse(address)) continue;
    const url = new URL(address).href;
    if (!isOurs(url)) found.push({ url, from, to: from + address.length });
    if (found.length === MOST_LINKS) break;
  }
  return found;
}

/** How links of a text are made short. */
export interface Shortening {
  /** Such as `https://bv.example`: what stands before `/l/` and the code. */
  readonly base: string;
  readonly isOurs: (url: string) => boolean;
  /** Eleven letters and digits, the same for the same address. */
  readonly codeOf: (url: string, place: number) => string;
}

/** A link of a text, by way of us. */
export interface ShortenedLink {
  readonly code: string;
  readonly url: string;
  /** Its place among the links of the text, and how many those are. */
  readonly place: readonly [number, number];
}

/** A text with its links made short; each address once, however often it is written. */
export function shortened(
  text: string,
  { base, isOurs, codeOf }: Shortening,
): { readonly text: string; readonly links: readonly ShortenedLink[] } {
  const found = linksInText(text, isOurs);
  const urls = [...new Set(found.map(({ url }) => url))];
  const links = urls.map((url, at) => ({ code: codeOf(url, at), url, place: [at, urls.length] as const }));
  const codes = new Map(links.map(({ url, code }) => [url, `${base}/l/${code}`]));
  const addresses = found.map(({ url }) => codes.get(url) ?? url);
  return { text: withAddresses(text, found, addresses), links };
}

/** As long as a code is, for messages that nobody gets. */
export function exampleCode(_url: string, place: number): string {
  return `preview${String(place + 1).padStart(4, '0')}`;
}

/** A message with the links of its text made short; as it is where it has none, or is no plain text. */
export function withShortLinks(
  content: MessageContent,
  shortening: Shortening,
): { readonly content: MessageContent; readonly links: readonly ShortenedLink[] } {
  if (!('text' in content) || 'html' in content) return { content, links: [] };
  const { text, links } = shortened(content.text, shortening);
  return { content: links.length === 0 ? content : withText(content, text), links };
}

/** A message whose text was written otherwise: its size is counted anew. */
export function withText(content: Extract<MessageContent, { text: string }>, text: string): MessageContent {
  if (!('segments' in content)) return { ...content, text };
  const { encoding, segments } = smsSize(text);
  return { ...content, text, encoding, segments };
}

/** A bracket that was opened within the address belongs to it. */
function withoutEnding(written: string): string {
  let address = written;
  for (;;) {
    const last = address.at(-1) ?? '';
    const isPart = (last === ')' && address.includes('(')) || (last === ']' && address.includes('['));
    if (isPart || !ENDING.test(last)) return address;
    address = address.slice(0, -1);
  }
}
