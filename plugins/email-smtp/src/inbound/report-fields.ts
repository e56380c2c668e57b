/** Fields by name in lower case; the first of a name. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Reads blocks of fields that empty lines part: `message/delivery-status` (RFC 3464, section 2.1),
 * `message/feedback-report` (RFC 5965, section 3), and the headers of a message, which are the first block.
 */
export function fieldBlocks(text: string): Fields[] {
  const blocks: Map<string, string>[] = [];
  let block: Map<string, string> | undefined;
  let last: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      block = undefined;
      last = undefined;
      continue;
    }
    if (/^[ \t]/.test(line)) {
      if (block && last !== undefined) block.set(last, `${block.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    last = undefined;
    if (!/^[!-9;-~]+$/.test(name)) continue;
    if (!block) {
      block = new Map();
      blocks.push(block);
    }
    if (block.has(name)) continue;
    block.set(name, line.slice(colon + 1).trim());
    last = name;
  }
  return blocks;
}

/** The address of a field such as `rfc822; ada@example.com` or `<ada@example.com>`. */
export function addressIn(field: string | undefined): string | undefined {
  const address = field?.replace(/^[a-z0-9-]+\s*;/i, '').replace(/[<>\s]/g, '');
  return address?.includes('@') ? address : undefined;
}
