import { convert } from 'html-to-text';
import type { HtmlToTextOptions } from 'html-to-text';
import { markTags } from './tag-marks.js';
import { memberOf, printed } from './template-values.js';

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // The conversion descends recursively; deeper than this no email is nested.
  limits: { maxDepth: 256 },
  formatters: {
    alternative: (element, _walk, builder) => {
      builder.addInline(printed(memberOf(element.attribs, 'alt')) ?? '');
    },
  },
  selectors: [
    ...['head', 'title', 'style', 'script', 'template'].map((selector) => ({ selector, format: 'skip' })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'img', format: 'alternative' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
  ],
};

// Private-use characters around a number: nothing that an HTML parser or a line breaker would touch.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/g;

/**
 * The plain text version of an HTML template, itself a template: the tags stay where they stood, in link targets
 * too. The source must compile.
 */
export function deriveText(htmlSource: string): string {
  // Equal tags share a mark, so that a link whose text is its target is recognised.
  const { marked, tags } = markTags(
    htmlSource.replace(/[\uE000\uE001]/g, ''),
    (number) => `${OPEN}${String(number)}${CLOSE}`,
  );
  return (
    convert(marked, OPTIONS)
      // Braces that an entity has brought in are text, not a tag.
      .replaceAll('{{', '\\{{')
      .replace(MARK, (_mark, index: string) => tags[Number(index)] ?? '')
  );
}

/** A line that ends in blanks, a third line break in a row, and blanks around it all. */
const UNTIDY = /[^\S\n]\n|\n\n\n|^\s|\s$/;

/** Takes away the empty lines that blocks leave behind. */
export function tidyText(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const tidy = line.trimEnd();
    // Two line breaks in a row end a paragraph; a third says nothing more.
    if (tidy !== '' || kept.at(-1) !== '') kept.push(tidy);
  }
  return kept.join('\n').trim();
}
