/**
 * The index of the first parenthesis that is nested deeper than `limit` inside one tag; -1 where there is none.
 * Looked for before parsing: the parser's time grows with the square of this depth and more.
 */
export function findTooDeepParenthesis(source: string, limit: number): number {
  let at = source.indexOf('{{');
  while (at !== -1) {
    const end = endOfTag(source, at + 2, limit);
    if (end.tooDeepAt !== -1) return end.tooDeepAt;
    at = source.indexOf('{{', end.at);
  }
  return -1;
}

function endOfTag(source: string, start: number, limit: number): { at: number; tooDeepAt: number } {
  if (/^~?!/.test(source.slice(start, start + 2))) return { at: start, tooDeepAt: -1 };
  let depth = 0;
  let quote = '';
  for (let at = start; at < source.length; at++) {
    const character = source.charAt(at);
    if (quote) {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '}' && source.charAt(at + 1) === '}') return { at: at + 2, tooDeepAt: -1 };
    else if (character === ')') depth--;
    else if (character === '(' && ++depth > limit) return { at, tooDeepAt: at };
  }
  return { at: source.length, tooDeepAt: -1 };
}
