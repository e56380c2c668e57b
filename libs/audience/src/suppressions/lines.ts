/** The lines of a stream of text, however long it is; of a line that is too long to mean anything only the beginning. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array | string>,
  longest = 1_000,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const parts = (rest + text).split(/\r?\n/);
    // Nothing is lost of what could still become an address.
    rest = (parts.pop() ?? '').slice(0, longest);
    for (const line of parts) yield line.slice(0, longest);
  }
  if (rest !== '') yield rest;
}
