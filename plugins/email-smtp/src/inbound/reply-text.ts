/** Where mail programs begin to quote what is answered. */
const QUOTES = [
  /^\s*>/,
  /^\s*(?:on|le|am|el)\b.{5,200}(?:wrote|a écrit|schrieb|escribió)\s?:\s*$/i,
  /^\s*-{2,}\s*(?:original message|message d'origine|message d’origine|forwarded message)\s*-{2,}/i,
  /^\s*_{10,}\s*$/,
  /^(?:from|de|von)\s?:\s.+$/i,
  /^-- ?$/,
];

/** What the writer of a reply has added: everything before the quotation and the signature. */
export function newWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => line.length <= 1_000 && QUOTES.some((quote) => quote.test(line)));
  const added = (end === -1 ? lines : lines.slice(0, end)).join('\n').trim();
  return added === '' ? text.trim() : added;
}
