/** Comments first, because they may hold anything; then tags, in which a quoted text may hold braces. */
const TAG =
  /\\\{\{|\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\{\{(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[^"'}]|\}(?!\}))*\}\}\}?/g;

const COMMENT = /^\{\{~?!/;

/** A source whose tags were replaced by marks, so that what reads HTML takes them for text. */
export interface MarkedSource {
  readonly marked: string;
  /** What each mark stands for, by its number. */
  readonly tags: readonly string[];
}

/** Replaces the tags of a template by marks, equal ones by the same; comments are left out. */
export function markTags(source: string, markOf: (number: number, tag: string) => string): MarkedSource {
  const numbers = new Map<string, number>();
  const marked = source.replace(TAG, (tag) => {
    const breaks = '\n'.repeat(tag.split('\n').length - 1);
    if (COMMENT.test(tag)) return breaks;
    const number = numbers.get(tag) ?? numbers.size;
    numbers.set(tag, number);
    return markOf(number, tag);
  });
  return { marked, tags: [...numbers.keys()] };
}
