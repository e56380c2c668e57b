import type { Face } from './text-width.js';
import { graphemesOf, widthOf } from './text-width.js';

/** The room that a text has. */
export interface TextRoom {
  /** In pixels. */
  readonly width: number;
  readonly lines: number;
}

const ELLIPSIS = '…';
// A drawing of a hostile document must not cost more than one of an honest one.
const MOST_CHARACTERS = 600;

/** Breaks a text into lines that fit; what has no room is cut off with an ellipsis. */
export function wrapText(text: string, face: Face, { width, lines }: TextRoom): string[] {
  const done: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, face, width)) {
    const longer = line + piece;
    if (line === '' || widthOf(longer.trimEnd(), face) <= width) {
      line = longer;
      continue;
    }
    done.push(line.trimEnd());
    line = piece;
    if (done.length > lines) break;
  }
  if (line.trimEnd() !== '') done.push(line.trimEnd());
  if (done.length <= lines) return done;
  const kept = done.slice(0, lines);
  return [...kept.slice(0, -1), withEllipsis(kept.at(-1) ?? '', face, width)];
}

/** Words with the space after them; a word too long for a line in parts of it, after a mark of its own if it has one. */
function piecesOf(text: string, face: Face, width: number): string[] {
  const words = tidy(text).match(/\S+\s*/gu) ?? [];
  return words.flatMap((word) =>
    widthOf(word.trimEnd(), face) <= width ? [word] : partsOf(word, face, width),
  );
}

function partsOf(word: string, face: Face, width: number): string[] {
  return (word.match(/[^._/:@-]*[._/:@-]+\s*|[^._/:@-]+/gu) ?? []).flatMap((part) =>
    widthOf(part.trimEnd(), face) <= width ? [part] : chopped(part, face, width),
  );
}

function chopped(part: string, face: Face, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemesOf(part)) {
    if (piece !== '' && widthOf(piece + grapheme, face) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return [...pieces, piece];
}

function withEllipsis(line: string, face: Face, width: number): string {
  const graphemes = graphemesOf(line);
  while (graphemes.length > 0 && widthOf(graphemes.join('') + ELLIPSIS, face) > width) graphemes.pop();
  return graphemes.join('').replace(/[\s,.;:]+$/u, '') + ELLIPSIS;
}

function tidy(text: string): string {
  return text.slice(0, MOST_CHARACTERS).replace(/\s+/gu, ' ').trim();
}
