/** Commands of a page, and what their output has to match. */
export interface Block {
  readonly script: string;
  readonly expected: readonly string[];
}

const BLOCK = /^(?:```sh\n([\s\S]*?)^```|<!-- sh\n([\s\S]*?)^-->)$/gm;

/** Each ```sh block and each `<!-- sh … -->`, with the `expect` comments that follow it, up to the next block. */
export function blocksOf(markdown: string): Block[] {
  const found = [...markdown.matchAll(BLOCK)];
  return found.map((match, at) => {
    const [whole, shown, hidden = ''] = match;
    const following = markdown.slice(match.index + whole.length, found[at + 1]?.index);
    const expected = [...following.matchAll(/<!-- expect: (.+?) -->/g)].flatMap(([, text]) => text ?? []);
    return { script: shown ?? hidden, expected };
  });
}
