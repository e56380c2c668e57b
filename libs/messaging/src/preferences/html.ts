/** HTML that was made here: everything else that comes into a template is escaped. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = Html | string | number | undefined | false | readonly Html[];

/**
 * HTML with values in it, each escaped; nothing for what is absent. Not called `html`: the formatter would move white space
 * into what a hash has to match.
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, at) => text + sourceOf(parts[at])).join(''));
}

function sourceOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(({ source }) => source).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
