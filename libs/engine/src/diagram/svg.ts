/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

// XML 1.0 has no way to write these; the direction marks would let a name rearrange what stands around it.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as XML can hold it, in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');
}

/** An element of SVG. `content` is SVG, never a text: escape that. */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${escapeXml(String(value))}"`],
  );
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}

/** A text of one line. */
export function textElement(attributes: Attributes, text: string): string {
  return element('text', attributes, escapeXml(text));
}

/** What a reader is told when the pointer rests on an element. */
export function titleElement(text: string): string {
  return element('title', {}, escapeXml(text));
}

/** A coordinate with a tenth of a pixel, which no eye can tell from more. */
export function rounded(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
