import type { Language } from '@parcours/kernel';
import type { ContentReference } from '../steps/step-type.js';

/** What a box of the drawing carries as its sign and colour. */
export type PictureIcon =
  | 'event'
  | 'api'
  | 'entry'
  | 'message'
  | 'wait'
  | 'wait-for'
  | 'branch'
  | 'split'
  | 'choice'
  | 'survey'
  | 'offer'
  | 'update'
  | 'http'
  | 'action'
  | 'exit'
  | 'step';

/** What a drawing knows about its surroundings. */
export interface PictureContext {
  readonly language: Language;
  /** What people call a piece of content; `undefined` where nothing of that key is known. */
  readonly nameOf: (kind: ContentReference['kind'], key: string) => string | undefined;
}

/** A way out of a step as it is drawn; the label says when it is taken. */
export interface PictureWay {
  readonly next: string;
  readonly label?: string | undefined;
}

/** How a step looks, in words of one language. */
export interface StepPicture {
  readonly icon: PictureIcon;
  /** What it is, above the title: `Message`. */
  readonly kind: string;
  /** What it does: `Welcome`, `3 days`. */
  readonly title: string;
  /** Smaller lines below. */
  readonly details: readonly string[];
  readonly ways: readonly PictureWay[];
}

/** One text per language, chosen for a context. */
export function say({ language }: { readonly language: Language }, en: string, fr: string): string {
  return language === 'fr' ? fr : en;
}

/** The name of a piece of content, or its key where there is none. */
export function named(context: PictureContext, kind: ContentReference['kind'], key: string): string {
  return context.nameOf(kind, key) ?? key;
}

/** Texts with a word before the last: `a, b or c`. */
export function listed(texts: readonly string[], word: string): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** An event, with what is asked of it. */
export function eventInWords(event: string, condition: string | undefined): string {
  return condition === undefined ? event : `${event}, ${condition}`;
}
